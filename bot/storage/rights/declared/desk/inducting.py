"""Teachers new to dual learning: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_TAKEN = "that a step was taken is the teacher's record"

INDUCTING: tuple[DeclaredTable, ...] = (
    declare(
        "teachers_coach",
        "who coaches the teachers of the school",
        goes("person_id"),
        keys="organisation_id person_id",
        facts="since",
    ),
    declare(
        "starter",
        "that a teacher is new to dual learning",
        goes("person_id"),
        keys="organisation_id person_id",
        facts="since_on starts_on ended_at",
    ),
    declare(
        "induction_session",
        "the steps of a teacher who is new to dual learning",
        goes("teacher_id"),
        nameless("coach_id", _TAKEN),
        keys="id organisation_id teacher_id coach_id",
        facts="step changed_at changes asked_at planned_for held_on",
    ),
    declare(
        "induction_words",
        "what a teacher and the teachers' coach wrote of a session, for each other",
        goes("session_id.teacher_id"),
        goes("author_id"),
        keys="organisation_id session_id author_id",
        facts="said_at",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
)
