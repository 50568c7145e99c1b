"""The end of a period: what is chosen, given and decided, and what an erasure leaves of it."""

from bot.domain.rights.declared import (
    By,
    DeclaredTable,
    Particulars,
    declare,
    goes,
    kept,
    nameless,
)

_RECORD = "what was evaluated is the student's record"
_CHAIN = "decisions are a signed chain: one that is gone would break it for all"
_SEALED = "it seals the decision"
_DECIDED = "decision_id.track_id.student_id"
_STUDENT = "track_id.student_id"

EVALUATING: tuple[DeclaredTable, ...] = (
    declare(
        "choice",
        "which course components are evaluated",
        goes(_STUDENT),
        nameless("author_id", _RECORD, by=By.IDENTITY),
        keys="period_id track_id course_component_id organisation_id author_id",
        facts="chosen_at",
        words="reason",
        particulars=Particulars(mentions="reason"),
    ),
    declare(
        "late_choice",
        "what was chosen otherwise after that",
        goes(_STUDENT),
        nameless("author_id", _RECORD),
        keys="id organisation_id period_id track_id course_component_id author_id",
        facts="chosen said_at undone_at",
        words="reason",
        particulars=Particulars(mentions="reason"),
    ),
    declare(
        "workplace_rule",
        "how the workplace's result is made up",
        nameless("author_id", "it holds for a whole programme"),
        keys="programme_id organisation_id author_id",
        facts="kind to_reach said_at",
    ),
    declare(
        "workplace_result",
        "what a workplace gave",
        goes(_STUDENT),
        nameless("author_id", _RECORD),
        nameless("for_id", _RECORD),
        keys="id organisation_id track_id period_id author_id for_id",
        facts="points total said_at undone_at",
    ),
    declare(
        "decision",
        "what a class council decided, and why",
        kept(_STUDENT, _CHAIN),
        kept("author_id", "a decision says who sat in the council and who wrote it down"),
        keys="id organisation_id track_id period_id follows_id author_id",
        facts="kind decided_on made_at number",
        words="words council reason basis",
        secrets={
            "photo_digest": _SEALED,
            "before": _SEALED,
            "digest": _SEALED,
            "public_key": _SEALED,
            "signature": _SEALED,
        },
        particulars=Particulars(
            only={
                "words": [_STUDENT],
                "council": [_STUDENT],
                "reason": [_STUDENT],
                "basis": [_STUDENT],
            },
            blanked_by={"words": [_STUDENT], "reason": [_STUDENT], "basis": [_STUDENT]},
        ),
    ),
    declare(
        "decision_told",
        "who told the student what was decided",
        kept(_DECIDED, "that it was told belongs to the decision"),
        nameless("author_id", "that it was told belongs to the decision"),
        keys="decision_id organisation_id author_id",
        facts="told_on said_at",
        words="told_by",
        particulars=Particulars(only={"told_by": [_DECIDED]}, mentions="told_by"),
    ),
)
