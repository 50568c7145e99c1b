"""What workplaces offer, and what is pursued where: whose it is, and what an erasure leaves."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_WORKPLACE = "it is about the workplace"
_RECORD = "what was agreed on is the student's record"
_PLANNED = "training_plan_id.placement_id.track_id.student_id"

PLANNING: tuple[DeclaredTable, ...] = (
    declare(
        "activity_list",
        "what a workplace can offer of a programme",
        nameless("author_id", _WORKPLACE),
        keys="id organisation_id workplace_id programme_id author_id",
        facts="author_role changed_at",
    ),
    declare(
        "activity",
        "what is done there",
        keys="id organisation_id activity_list_id",
        words="title",
        particulars=Particulars(called="title"),
    ),
    declare(
        "activity_competence",
        "what an activity serves",
        keys="organisation_id activity_id competence_id",
    ),
    declare(
        "activity_context",
        "in which contexts it is",
        keys="organisation_id activity_id context_id",
    ),
    declare(
        "activity_exception",
        "what cannot be done there all the same",
        keys="organisation_id activity_list_id competence_id",
    ),
    declare(
        "training_plan",
        "versions of which competence is pursued where",
        goes("placement_id.track_id.student_id"),
        nameless("author_id", _RECORD),
        keys="id organisation_id placement_id author_id",
        facts="version made_at",
    ),
    declare(
        "training_plan_competence",
        "where each competence is pursued",
        goes(_PLANNED),
        keys="organisation_id training_plan_id competence_id",
        facts="place",
    ),
    declare(
        "training_plan_agreement",
        "who agreed",
        goes(_PLANNED),
        nameless("person_id", _RECORD),
        keys="organisation_id training_plan_id person_id",
        facts="party agreed_at",
    ),
    declare(
        "context_plan",
        "which contexts come up at a placement, and when",
        goes("placement_id.track_id.student_id"),
        nameless("author_id", _RECORD),
        keys="organisation_id placement_id context_id author_id",
        facts="begins_at ends_at",
    ),
)
