"""Where views differ, what was asked and done: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_ALERTED = "alert_id.track_id.student_id"
_RECORD = "what was asked and done about a student is the student's record"

DIVERGENCE: tuple[DeclaredTable, ...] = (
    declare(
        "sitting",
        "who is at work on which competence",
        goes("track_id.student_id"),
        goes("scorer_id"),
        keys="track_id competence_id scorer_id organisation_id",
        facts="said_at done_at",
    ),
    declare(
        "alert",
        "where views of a student differ",
        goes("track_id.student_id"),
        keys="id organisation_id track_id competence_id period_id",
        facts="kind state route since gist severity raised_at changed_at acknowledged_at"
        " snoozed_until news_at ended",
    ),
    declare(
        "alert_message",
        "which coach was told of it",
        goes(_ALERTED),
        goes("coach_id"),
        keys="alert_id coach_id organisation_id outbox_id",
    ),
    declare(
        "question",
        "what a coach asked about it, and the answer",
        goes(_ALERTED),
        nameless("asked_by_id", _RECORD),
        nameless("asked_id", _RECORD),
        keys="id organisation_id alert_id asked_by_id asked_id",
        facts="role asked_at answered_at",
        words="text answer",
        particulars=Particulars(only={"answer": [_ALERTED, "asked_id"]}, mentions="text answer"),
    ),
    declare(
        "intervention",
        "what a coach did about it",
        goes("track_id.student_id"),
        nameless("author_id", _RECORD),
        keys="id organisation_id track_id alert_id author_id",
        facts="kind at",
        words="text",
        particulars=Particulars(mentions="text"),
    ),
    declare(
        "own_intervention",
        "what somebody did on purpose to help learning",
        goes("track_id.student_id"),
        nameless("by_id", "it is part of how a school learns"),
        keys="id organisation_id by_id track_id workplace_id class_group_id",
        facts="role about level acts_on done_on said_at helped helped_at",
        words="words purpose outcome",
        particulars=Particulars(mentions="words purpose outcome"),
    ),
)
