"""Training plans: where each competence is pursued, agreed by three."""

from bot.domain.dated import Matter
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.training_plans.agreeing import agree_in_words, say_awaiting
from handlers.planning.training_plans.asked import PlanDrafted
from handlers.planning.training_plans.dated import say_dated, tap_dated
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
from handlers.planning.training_plans.taps import (
    AgreePlan,
    ChangePlan,
    ChoosePlace,
    LeavePlan,
    MoveCompetence,
    MoveGroup,
    ProposePlan,
    ShowTrainingPlan,
    ShowVersions,
    StorePlan,
)
from handlers.planning.training_plans.tell import tell_training_plan
from handlers.planning.training_plans.typing import answer_plan, fits_draft, seek_plan, take_draft
from handlers.talking.routing.route import (
    EVERYBODY,
    About,
    CommandRoute,
    OnDesk,
    Routes,
    Words,
    asks,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "trainingplan",
            Words("opleidingsplan", "plan_formation", "ausbildungsplan"),
            About(seek_plan, answer_plan),
            _("where each competence is pursued"),
            EVERYBODY,
            place=144,
        ),
    ),
    taps=(
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
    questions=(asks(PlanDrafted, take_draft, fits=fits_draft, stands=stand_draft),),
    typed=agree_in_words,
    waits=(say_awaiting,),
    tellings={
        ErrandKind.TRAINING_PLAN: tell_training_plan,
    },
    dated={Matter.TRAINING_PLAN: OnDesk(say_dated, tap_dated)},
)
