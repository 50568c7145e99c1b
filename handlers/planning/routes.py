"""Planning: lessons on campus, what workplaces can offer, and training plans."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_ACTIVITIES, SEES_CLASS_GROUP
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.activities.saying import (
    chosen_recognition,
    is_day,
    take_recognition,
    tapped_activities,
    tapped_competence,
    tapped_competences,
    tapped_context,
    tapped_contexts,
    tapped_recognition,
)
from handlers.planning.activities.typing import keep_activities
from handlers.planning.asked import PlanDrafted, RecognitionAwaited
from handlers.planning.campus.routes import ROUTES as CAMPUS
from handlers.planning.contexts.routes import ROUTES as CONTEXTS
from handlers.planning.lessons import (
    keep_lessons,
    tapped_addition,
    tapped_lessons,
    tapped_removal,
)
from handlers.planning.matrix import (
    list_planned,
    show_matrix,
    tapped_matrix,
    tapped_matrix_sheet,
)
from handlers.planning.mirror.routes import ROUTES as MIRROR
from handlers.planning.planned_weeks import tapped_planned_weeks
from handlers.planning.taps import (
    AddLesson,
    AgreePlan,
    AskRecognition,
    BringMatrix,
    ChangePlan,
    ChooseCompetences,
    ChooseContexts,
    ChoosePlace,
    LeavePlan,
    MoveCompetence,
    MoveGroup,
    OfferCompetence,
    OfferContext,
    ProposePlan,
    RemoveLesson,
    SetRecognition,
    ShowActivities,
    ShowLessons,
    ShowMatrix,
    ShowMissing,
    ShowNews,
    ShowPlannedWeeks,
    ShowTrainingPlan,
    ShowTuning,
    ShowVersions,
    StorePlan,
)
from handlers.planning.tell_gaps import tell_gaps
from handlers.planning.tell_lesson import tapped_missing, tapped_news, tell_lesson
from handlers.planning.training_plans.agreeing import agree_in_words
from handlers.planning.training_plans.draft import (
    stand_draft,
    tapped_change,
    tapped_group,
    tapped_leave,
    tapped_move,
    tapped_place,
    tapped_proposal,
    tapped_store,
)
from handlers.planning.training_plans.plan import tapped_agreement, tapped_plan, tapped_versions
from handlers.planning.training_plans.tell import tell_training_plan
from handlers.planning.training_plans.typing import answer_plan, fits_draft, seek_plan, take_draft
from handlers.planning.tuning import list_tuned, show_tuning, tapped_tuning
from handlers.talking.routing.route import EVERYBODY, About, CommandRoute, Routes, asks, join, on

PLANS = Routes(
    commands=(
        CommandRoute(
            "plan",
            ("planning", "klasoverzicht"),
            About.named(list_planned, show_matrix),
            _("what the workplaces of a class group train"),
            SEES_CLASS_GROUP,
            place=138,
        ),
        CommandRoute(
            "tuning",
            ("afstemming",),
            About.named(list_tuned, show_tuning),
            _("whether campus and work are tuned"),
            frozenset({Role.COACH}),
            place=185,
        ),
        CommandRoute(
            "lessons",
            ("lessen", "cours", "unterricht"),
            keep_lessons,
            _("when you teach, so that I tell you before"),
            frozenset({Role.TEACHER}),
            place=140,
        ),
        CommandRoute(
            "activities",
            ("activiteiten", "activiteitenlijst"),
            keep_activities,
            _("what can be done at a workplace"),
            SEES_ACTIVITIES,
            place=142,
        ),
        CommandRoute(
            "trainingplan",
            ("opleidingsplan", "plan_formation", "ausbildungsplan"),
            About(seek_plan, answer_plan),
            _("where each competence is pursued"),
            EVERYBODY,
            place=144,
        ),
    ),
    taps=(
        on(ShowLessons, tapped_lessons),
        on(AddLesson, tapped_addition),
        on(RemoveLesson, tapped_removal),
        on(ShowNews, tapped_news),
        on(ShowMissing, tapped_missing),
        on(ShowMatrix, tapped_matrix),
        on(BringMatrix, tapped_matrix_sheet),
        on(ShowPlannedWeeks, tapped_planned_weeks),
        on(ShowTuning, tapped_tuning),
        on(ShowActivities, tapped_activities),
        on(ChooseContexts, tapped_contexts),
        on(OfferContext, tapped_context),
        on(ChooseCompetences, tapped_competences),
        on(OfferCompetence, tapped_competence),
        on(AskRecognition, tapped_recognition),
        on(SetRecognition, chosen_recognition),
        on(ShowTrainingPlan, tapped_plan),
        on(ProposePlan, tapped_proposal),
        on(ChangePlan, tapped_change),
        on(AgreePlan, tapped_agreement),
        on(ShowVersions, tapped_versions),
        on(ChoosePlace, tapped_place),
        on(MoveGroup, tapped_group),
        on(MoveCompetence, tapped_move),
        on(StorePlan, tapped_store),
        on(LeavePlan, tapped_leave),
    ),
    questions=(
        asks(RecognitionAwaited, take_recognition, fits=is_day),
        asks(PlanDrafted, take_draft, fits=fits_draft, stands=stand_draft),
    ),
    typed=agree_in_words,
    tellings={
        ErrandKind.LESSON: tell_lesson,
        ErrandKind.TRAINING_PLAN: tell_training_plan,
        ErrandKind.GAP: tell_gaps,
    },
)

ROUTES = join(PLANS, CAMPUS, CONTEXTS, MIRROR)
