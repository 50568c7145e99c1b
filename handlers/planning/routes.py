"""Planning: lessons on campus, and what is prepared for them."""

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
from handlers.planning.planned_weeks import tapped_planned_weeks
from handlers.planning.scenarios import (
    keep_scenarios,
    tapped_scenario_addition,
    tapped_scenario_removal,
    tapped_scenarios,
    typed_scenario,
)
from handlers.planning.taps import (
    AddLesson,
    AddScenario,
    BringMatrix,
    RemoveLesson,
    RemoveScenario,
    ShowLessons,
    ShowMatrix,
    ShowMissing,
    ShowNews,
    ShowPlannedWeeks,
    ShowScenarios,
    ShowTuning,
)
from handlers.planning.tell_lesson import tapped_missing, tapped_news, tell_lesson
from handlers.planning.tuning import list_tuned, show_tuning, tapped_tuning
from handlers.talking.routing.route import About, CommandRoute, Routes, asks, on

ROUTES = Routes(
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
        on(ShowLessons, tapped_lessons),
        on(AddLesson, tapped_addition),
        on(RemoveLesson, tapped_removal),
        on(ShowNews, tapped_news),
        on(ShowMissing, tapped_missing),
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
        on(ShowMatrix, tapped_matrix),
        on(BringMatrix, tapped_matrix_sheet),
        on(ShowPlannedWeeks, tapped_planned_weeks),
        on(ShowTuning, tapped_tuning),
    ),
    questions=(asks(ScenarioAwaited, typed_scenario, any_words=True),),
    tellings={
        ErrandKind.LESSON: tell_lesson,
        ErrandKind.GIVEN: tell_given,
    },
)
