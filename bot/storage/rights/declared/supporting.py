"""What helps, and what goes otherwise: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_HANDED = "who was coach when is the student's record"
_STOOD_IN = "that somebody stands in for another is that person’s record, and the student’s"
_REPORTED = "what was reported is the student's record"

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
    declare(
        "substitute",
        "who stands in for a mentor or a teacher who is away, and until when",
        goes("placement_id.track_id.student_id"),
        goes("person_id"),
        nameless("absent_id", _STOOD_IN),
        nameless("by_id", _STOOD_IN),
        keys="id organisation_id placement_id absent_id person_id by_id",
        facts="role said_at ends_at ended_at",
    ),
    declare(
        "incident",
        "what somebody reported of an incident at work",
        goes("track_id.student_id"),
        nameless("by_id", _REPORTED),
        keys="id organisation_id track_id by_id",
        facts="told_at",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
    declare(
        "incident_coach",
        "which coaches an incident went to, and when they saw it",
        goes("incident_id.track_id.student_id"),
        nameless("incident_id.by_id", _REPORTED),
        goes("coach_id"),
        keys="organisation_id incident_id coach_id",
        facts="seen_at",
    ),
    declare(
        "handover",
        "which coach a student went to, from whom, and who said so",
        goes("track_id.student_id"),
        nameless("from_id", _HANDED),
        nameless("to_id", _HANDED),
        nameless("by_id", _HANDED),
        keys="id organisation_id track_id from_id to_id by_id",
        facts="due_on made_at done_at ended_at seen_at moved",
    ),
)
