"""Reading lesson scenarios from a file."""

from collections.abc import Mapping
from pathlib import Path

import click

from bot.cli.planning.printing import PlanningFile, file_options, take_in_file
from bot.domain.planning.scenarios import MOST_SESSIONS, NoScenario, ScenarioFault
from bot.exchange.planning.scenarios_csv import ALIASES, read_scenarios
from bot.messages import Sayable, Text, _, _n
from bot.use_cases.planning.scenarios.import_scenarios import (
    BadScenario,
    TwiceScenario,
    import_scenarios,
)

FOUND = 40
"""Letters that are shown of what is not understood."""

_REASONS: Mapping[ScenarioFault, Text] = {
    ScenarioFault.SERVES: _("it names no competence or indicator that it is for"),
    ScenarioFault.UNKNOWN: _("there is no competence or indicator {found} in its programme"),
    ScenarioFault.TITLE: _("it has no title"),
    ScenarioFault.LONG: _("its title, or where it lies, is too long"),
    ScenarioFault.SESSIONS: _("{found} is no number of sessions: use 1 to {most}"),
}


@click.command()
@file_options
def scenarios(file: Path, dry_run: bool, strict: bool) -> int:
    """Read lesson scenarios from FILE: CSV with one line per scenario.

    A bad line is named with its reason, and the others are taken in; where none is good it exits
    with 1.
    """
    rows = read_scenarios(file)
    return take_in_file(
        file,
        PlanningFile(ALIASES, _count, _reason),
        lambda uow, school, programmes: import_scenarios(
            uow, school, programmes, rows, strict=strict
        ),
        dry_run=dry_run,
    )


def _count(count: int) -> Text:
    return _n("{count} lesson scenario", "{count} lesson scenarios", count)


def _reason(wrong: BadScenario) -> Sayable:
    if isinstance(wrong, TwiceScenario):
        return _(
            "line {line} has the title “{title}” too, and says something else of it",
            line=wrong.line,
            title=wrong.title,
        )
    if isinstance(wrong, NoScenario):
        given: Mapping[str, Sayable] = {"found": wrong.found[:FOUND], "most": MOST_SESSIONS}
        return Text(_REASONS[wrong.fault].key, given)
    codes = ", ".join(wrong.known)
    if not wrong.known:
        return _("the school has no programme yet: read its framework first")
    if not wrong.found:
        return _("it names no programme, and there are several: {codes}", codes=codes)
    return _("there is no programme {found}; there are: {codes}", found=wrong.found, codes=codes)
