"""What was said of indicators: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, declare, goes, nameless

_RECORD = "an assessment is the student's record"

SCORING: tuple[DeclaredTable, ...] = (
    declare(
        "score",
        "each thing that was said of an indicator",
        goes("track_id.student_id"),
        nameless("author_id", _RECORD),
        keys="id organisation_id entry_id track_id competence_id indicator_id author_id"
        " placement_id",
        facts="role mastery coverage tally not_here said_at",
    ),
    declare(
        "note",
        "notes on what was seen",
        goes("track_id.student_id"),
        nameless("author_id", _RECORD),
        keys="id organisation_id entry_id track_id competence_id indicator_id author_id",
        facts="role source said_at",
        words="text",
    ),
)
