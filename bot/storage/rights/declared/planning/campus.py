"""Lessons on campus and their groups: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_CLASS = "it holds for a whole class group"

CAMPUS: tuple[DeclaredTable, ...] = (
    declare(
        "lesson_time",
        "when a teacher has lessons with a class group",
        goes("teacher_id"),
        keys="class_group_id teacher_id organisation_id",
        facts="weekday starts",
    ),
    declare(
        "campus_setting",
        "how groups are made",
        nameless("teacher_id", _CLASS),
        keys="organisation_id class_group_id programme_id teacher_id",
        facts="groups group_size class_size",
    ),
    declare(
        "campus_need",
        "how many sessions a competence takes",
        keys="organisation_id class_group_id programme_id competence_id",
        facts="sessions",
    ),
    declare(
        "campus_session",
        "lessons with groups",
        nameless("teacher_id", _CLASS),
        keys="id organisation_id class_group_id programme_id teacher_id entry_id",
        facts="starts_at state locked",
    ),
    declare(
        "campus_group",
        "the groups of a lesson",
        keys="id organisation_id campus_session_id competence_id scenario_id",
        facts="position kind",
    ),
    declare(
        "campus_place",
        "who is in which group, and what came of it",
        goes("track_id.student_id"),
        keys="organisation_id campus_group_id track_id",
        facts="joins moved outcome",
    ),
    declare(
        "scenario",
        "lesson scenarios",
        keys="id organisation_id programme_id",
        facts="sessions removed_at",
        words="title place",
        particulars=Particulars(called="title"),
    ),
    declare(
        "scenario_competence",
        "which competences a scenario serves",
        keys="organisation_id scenario_id competence_id",
    ),
    declare(
        "scenario_indicator",
        "which indicators it serves",
        keys="organisation_id scenario_id indicator_id",
    ),
)
