"""Desks of coaches: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes

DESK: tuple[DeclaredTable, ...] = (
    declare(
        "desk_look",
        "when the clock looked through a desk last",
        goes("person_id"),
        keys="organisation_id person_id",
        facts="looked_on",
    ),
    declare(
        "desk_note",
        "a coach’s own notes with a date",
        goes("person_id"),
        keys="id organisation_id person_id",
        facts="head due_on made_at done_at",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
)
