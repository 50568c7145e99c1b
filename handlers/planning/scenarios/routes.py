"""Lesson scenarios: what is prepared, for which competences."""

from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import _
from handlers.planning.scenarios.asked import ScenarioAwaited
from handlers.planning.scenarios.keeping import (
    keep_scenarios,
    tapped_scenario_addition,
    tapped_scenario_removal,
    tapped_scenarios,
    typed_scenario,
)
from handlers.planning.scenarios.taps import AddScenario, RemoveScenario, ShowScenarios
from handlers.talking.routing.route import CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "scenarios",
            Words("lesscenarios lesscenario scenario", "scenarios", "unterrichtsszenarien"),
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
    ),
    questions=(asks(ScenarioAwaited, typed_scenario, any_words=True),),
)
