"""Groups on campus: scenarios, who works on what in a lesson, and the question after it."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.asked import ScenarioAwaited
from handlers.planning.campus.asking import (
    tapped_coverage,
    tapped_given,
    tapped_outcome,
    tapped_unreached,
    tell_given,
)
from handlers.planning.campus.calendar import tapped_calendar
from handlers.planning.campus.changing import tapped_move, tapped_swap
from handlers.planning.campus.deciding import (
    opened_lesson,
    tapped_again,
    tapped_confirmation,
    tapped_decision,
    tapped_lesson,
)
from handlers.planning.campus.groups import keep_groups
from handlers.planning.campus.setting import tapped_need, tapped_setting
from handlers.planning.campus.taps import (
    BringLesson,
    ConfirmLesson,
    CoverScenarios,
    DecideLesson,
    MoveStudent,
    OpenLesson,
    PlanAgain,
    SayGiven,
    SayOutcome,
    SayUnreached,
    SetGroups,
    SetNeed,
    ShowLesson,
    SwapCompetence,
)
from handlers.planning.campus.typed import type_given
from handlers.planning.scenarios import (
    keep_scenarios,
    tapped_scenario_addition,
    tapped_scenario_removal,
    tapped_scenarios,
    typed_scenario,
)
from handlers.planning.taps import AddScenario, RemoveScenario, ShowScenarios
from handlers.talking.routing.route import CommandRoute, Routes, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "groups",
            ("groepjes", "groepen", "groupes", "gruppen"),
            keep_groups,
            _("who works on what in the next lesson"),
            frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
            place=139,
        ),
        CommandRoute(
            "scenarios",
            ("lesscenario", "lesscenarios", "scenario", "unterrichtsszenarien"),
            keep_scenarios,
            _("which lessons are prepared, for which competences"),
            SEES_CLASS_GROUP,
            place=146,
        ),
    ),
    taps=(
        on(ShowScenarios, tapped_scenarios),
        on(AddScenario, tapped_scenario_addition),
        on(RemoveScenario, tapped_scenario_removal),
        on(OpenLesson, opened_lesson),
        on(ShowLesson, tapped_lesson),
        on(ConfirmLesson, tapped_confirmation),
        on(MoveStudent, tapped_move),
        on(SwapCompetence, tapped_swap),
        on(DecideLesson, tapped_decision),
        on(PlanAgain, tapped_again),
        on(BringLesson, tapped_calendar),
        on(SetGroups, tapped_setting),
        on(SetNeed, tapped_need),
        on(SayGiven, tapped_given),
        on(SayOutcome, tapped_outcome),
        on(SayUnreached, tapped_unreached),
        on(CoverScenarios, tapped_coverage),
    ),
    questions=(asks(ScenarioAwaited, typed_scenario, any_words=True),),
    tellings={
        ErrandKind.GIVEN: tell_given,
    },
    typed=type_given,
)
