"""What helps, and what goes otherwise: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes

SUPPORTING: tuple[DeclaredTable, ...] = (
    declare(
        "measure",
        "what helps at work, in a student's own words",
        goes("student_id"),
        keys="id organisation_id student_id",
        facts="share said_at",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
)
