"""School holidays on the command line: read from a file, listed, taken away."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from bot.domain.telling.holidays import SchoolHoliday
from bot.exchange.holidays_file import read_holidays
from bot.messages import Sayable, _, _n, words
from bot.use_cases.telling.replace_holidays import Replaced, replace_holidays
from bot.wiring import House, open_house

JSON = click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")


@click.group()
def holidays() -> None:
    """School holidays: nothing of school comes unasked on these days."""


@holidays.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would hold, and write nothing.")
@JSON
def import_(file: Path, dry_run: bool, as_json: bool) -> None:
    """Read FILE instead of all holidays of before: .ics, or CSV with first, last and name."""
    house = open_house()
    with house.transaction() as uow:
        school = house.organisation(uow)
        found = read_holidays(file, school.time_zone)
        replaced = replace_holidays(uow, school.id, found, dry_run=dry_run)
        if dry_run:
            # Not even the school itself, which may have been made just now.
            uow.connection.rollback()
    if as_json:
        _print_json(replaced.holidays)
    else:
        _print_replaced(house, replaced)
    if dry_run:
        click.echo(house.say(_("This was a dry run: nothing was written.")), err=True)


@holidays.command("list")
@JSON
def list_(as_json: bool) -> None:
    """List the school's holidays."""
    house = open_house()
    with house.reading() as uow:
        schools = [row for row in uow.catalogue.list_organisations() if not row.sample]
        known = [holiday for row in schools[:1] for holiday in uow.holidays.list_of(row.id)]
    if as_json:
        _print_json(known)
        return
    if not known:
        click.echo(house.say(_("No school holidays are known: 'kompaan holidays import FILE'.")))
    for holiday in known:
        click.echo(house.say(say_holiday(holiday)))


@holidays.command()
def clear() -> None:
    """Take all school holidays away."""
    house = open_house()
    with house.transaction() as uow:
        replaced = replace_holidays(uow, house.organisation(uow).id, [])
    _print_replaced(house, replaced)


def say_holiday(holiday: SchoolHoliday) -> Sayable:
    """Say a holiday: its days, how many they are, and its name."""
    count = _n("{count} day", "{count} days", holiday.days)
    days = f"{holiday.first}" if holiday.days == 1 else f"{holiday.first} – {holiday.last}"
    return words(days, words("(", count, ")", by=""), holiday.name)


def _print_replaced(house: House, replaced: Replaced) -> None:
    for holiday in replaced.holidays:
        click.echo(house.say(say_holiday(holiday)))
    said = _n(
        "{count} holiday: {new} new, {gone} gone.",
        "{count} holidays: {new} new, {gone} gone.",
        len(replaced.holidays),
        new=len(replaced.new),
        gone=len(replaced.gone),
    )
    click.echo(house.say(said))
    for holiday in replaced.gone:
        click.echo(house.say(_("No longer: {holiday}", holiday=say_holiday(holiday))))


def _print_json(known: Sequence[SchoolHoliday]) -> None:
    listed: list[dict[str, Any]] = [
        {"first": str(holiday.first), "last": str(holiday.last), "name": holiday.name}
        for holiday in known
    ]
    click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
