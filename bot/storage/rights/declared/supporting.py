"""What helps, and what goes otherwise: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

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
    declare(
        "placement_stop",
        "why a placement stopped, and who said so",
        goes("placement_id.track_id.student_id"),
        nameless("by_id", "that it stopped, and why, is the student's record"),
        keys="organisation_id placement_id by_id",
        facts="reason hears said_at",
    ),
)
