"""Planning: lessons on campus, and what is prepared for them."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.asked import ScenarioAwaited
from handlers.planning.lessons import (
    keep_lessons,
    tapped_addition,
    tapped_lessons,
    tapped_removal,
)
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
    RemoveLesson,
    RemoveScenario,
    ShowLessons,
    ShowMissing,
    ShowNews,
    ShowScenarios,
)
from handlers.planning.tell_lesson import tapped_missing, tapped_news, tell_lesson
from handlers.talking.routing.route import CommandRoute, Routes, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "lessons",
            ("lessen", "cours", "unterricht"),
            keep_lessons,
            _("when you teach, so that I tell you before"),
            frozenset({Role.TEACHER}),
            place=140,
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
    ),
    questions=(asks(ScenarioAwaited, typed_scenario, any_words=True),),
    tellings={
        ErrandKind.LESSON: tell_lesson,
    },
)
