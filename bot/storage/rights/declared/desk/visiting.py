"""Visits at workplaces: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_VISITED = "that there was a visit is the student's record"

VISITING: tuple[DeclaredTable, ...] = (
    declare(
        "visit",
        "visits of a coach at a workplace",
        goes("placement_id.track_id.student_id"),
        nameless("coach_id", _VISITED),
        nameless("asked_by_id", _VISITED),
        keys="id organisation_id placement_id coach_id asked_by_id",
        facts="made_at planned_for held_on called_off_at",
    ),
    declare(
        "visit_minute",
        "what a coach wrote down of a visit",
        goes("visit_id.placement_id.track_id.student_id"),
        nameless("visit_id.coach_id", "the minutes of a visit are the student's record"),
        keys="organisation_id visit_id",
        facts="part said_at",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
    declare(
        "promise",
        "what was promised at a visit, and whether it was kept",
        goes("visit_id.placement_id.track_id.student_id"),
        nameless("visit_id.coach_id", "what was promised is about the student"),
        keys="id organisation_id visit_id",
        facts="owed_by due_on outcome ended_at",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
)
