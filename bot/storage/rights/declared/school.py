"""People, where they learn and who is around them: whose it is, and what an erasure leaves."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_LIVES_ON = "the row stays without a name, so that ledgers and signatures agree"
_LEARNED = "what was to be learned is the student's record"

SCHOOL: tuple[DeclaredTable, ...] = (
    declare(
        "organisation",
        "the school",
        keys="id",
        facts="language time_zone sample ahead_seconds naming forget_days manner",
        words="name care privacy_contact",
        particulars=Particulars(called="name"),
    ),
    declare(
        "person",
        "each person, with what they set",
        nameless("id", _LIVES_ON),
        keys="id organisation_id",
        facts="language! chosen_language! time_zone! profile! hours! muted! absent_from!"
        " absent_until! absence_told few! one_by_one! told_on! guardian! erased_at",
        words="school_id! name! called! code_word! folded_name! email!",
        particulars=Particulars(
            withheld={"folded_name": "it is the name, written so that it can be found"},
            called="name",
        ),
    ),
    declare(
        "class_group",
        "class groups",
        keys="id organisation_id",
        words="name",
        particulars=Particulars(called="name"),
    ),
    declare(
        "workplace",
        "workplaces",
        keys="id organisation_id",
        words="name region",
        particulars=Particulars(called="name"),
    ),
    declare(
        "track",
        "who learns what, in which class group",
        nameless("student_id", "signed photos and decisions name it by its identity"),
        keys="id organisation_id student_id programme_id class_group_id",
    ),
    declare(
        "placement",
        "where a student learns at work",
        goes("track_id.student_id"),
        keys="id organisation_id track_id workplace_id",
        facts="weekly_hours starts_on ends_on ended_at stopped_on left_at",
        words="training_plan",
    ),
    declare(
        "involvement",
        "who is around a placement",
        goes("track_id.student_id"),
        goes("person_id"),
        keys="organisation_id placement_id person_id track_id substitute_id",
        facts="role",
    ),
    declare(
        "former_involvement",
        "who was around a placement when it ended",
        goes("track_id.student_id"),
        goes("person_id"),
        keys="organisation_id placement_id person_id track_id substitute_id",
        facts="role",
    ),
    declare(
        "focus",
        "which indicators somebody puts first for a student, and until when",
        goes("track_id.student_id"),
        nameless("author_id", _LEARNED),
        keys="organisation_id track_id author_id indicator_id",
        facts="said_at until",
    ),
)
