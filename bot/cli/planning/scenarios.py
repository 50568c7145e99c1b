"""Reading lesson scenarios from a file."""

from collections.abc import Mapping
from pathlib import Path

import click

from bot.domain.importing.changes import ImportChange
from bot.domain.planning.scenarios import MOST_SESSIONS, NoScenario, ScenarioFault
from bot.exchange.csv_files import columns_left_out
from bot.exchange.planning.scenarios_csv import ALIASES, read_scenarios
from bot.messages import Sayable, Text, _, _n
from bot.use_cases.planning.scenarios.import_scenarios import (
    KIND,
    NoProgramme,
    ScenarioReport,
    import_scenarios,
)
from bot.wiring import House, open_house

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
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@click.option("--strict", is_flag=True, help="Take in nothing where a line is bad.")
def scenarios(file: Path, dry_run: bool, strict: bool) -> int:
    """Read lesson scenarios from FILE: CSV with one line per scenario.

    A bad line is named with its reason, and the others are taken in; where none is good it exits
    with 1.
    """
    rows = read_scenarios(file)
    house = open_house()
    with house.transaction() as uow:
        school = house.organisation(uow).id
        known = uow.catalogue.programmes.list_all(school)
        programmes = [uow.tracks.read_programme(row.id) for row in known]
        report = import_scenarios(uow, school, programmes, rows, strict=strict)
        if dry_run or report.refused:
            uow.connection.rollback()
    _print_report(house, report)
    if left_out := columns_left_out(file, ALIASES):
        text = _("Not read, since no column is called so: {columns}.", columns=", ".join(left_out))
        click.echo(house.say(text), err=True)
    if dry_run and not report.refused:
        click.echo(house.say(_("This was a dry run: nothing was written.")), err=True)
    return 1 if report.failed else 0


def _print_report(house: House, report: ScenarioReport) -> None:
    new, changed, same = (
        report.changes.of(change, KIND)
        for change in (ImportChange.NEW, ImportChange.CHANGED, ImportChange.UNCHANGED)
    )
    if total := new + changed + same:
        things = _n("{count} lesson scenario", "{count} lesson scenarios", total)
        said = _("{things}: {new} new, {changed} changed", things=things, new=new, changed=changed)
        click.echo(house.say(said))
    for rejected in report.rejected:
        reason = _reason(rejected.wrong)
        bad = _("Line {line}: {reason}.", line=rejected.line, reason=reason)
        click.echo(house.say(bad), err=True)
    if report.refused:
        click.echo(house.say(_("Nothing was taken in. Mend these lines and try again.")), err=True)


def _reason(wrong: NoScenario | NoProgramme) -> Sayable:
    if isinstance(wrong, NoScenario):
        given: Mapping[str, Sayable] = {"found": wrong.found[:FOUND], "most": MOST_SESSIONS}
        return Text(_REASONS[wrong.fault].key, given)
    codes = ", ".join(wrong.known)
    if not wrong.known:
        return _("the school has no programme yet: read its framework first")
    if not wrong.found:
        return _("it names no programme, and there are several: {codes}", codes=codes)
    return _("there is no programme {found}; there are: {codes}", found=wrong.found, codes=codes)
