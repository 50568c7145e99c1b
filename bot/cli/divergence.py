"""Divergence on the command line: a programme's thresholds, and the log of interventions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from bot.cli.arguments.operating import operating
from bot.cli.arguments.programmes import find_programme
from bot.cli.arguments.times import at_option, instant_of
from bot.domain.days import day_of
from bot.domain.divergence.thresholds import Thresholds
from bot.exchange.csv_out import table_of
from bot.exchange.private_files import write_over
from bot.messages import Sayable, _, _n, words
from bot.storage.divergence.interventions import logged
from bot.use_cases.divergence.choose_thresholds import choose_thresholds
from bot.use_cases.intervening.see_interventions import see_overview
from bot.wiring import in_words, open_house
from handlers.intervening.year import overview_table

NONE = "none"


class NumberOrNone(click.ParamType[int | None]):
    """A whole number from 1 on, or 'none'."""

    name = "number|none"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | None:
        """Read it; fails where it is neither."""
        if str(value).casefold() == NONE:
            return None
        if str(value).isascii() and str(value).isdecimal() and 0 < int(value) < 1000:
            return int(value)
        problem = _("'{value}' is no whole number from 1 on, and not 'none'", value=str(value))
        self.fail(in_words(problem), param, ctx)


@click.command()
@click.argument("code")
@click.option(
    "--verdict-spread",
    type=click.FloatRange(0.5, 10),
    help="Opposed verdicts are an alert from this times the square root of what is compared.",
)
@click.option(
    "--indicator-from",
    type=NumberOrNone(),
    help="From how many single indicators, X against V, an alert; none for the weekly overview.",
)
@click.option(
    "--coverage-from",
    type=NumberOrNone(),
    help="From how many single indicators, N against R, an alert; none for the weekly overview.",
)
@click.option(
    "--silence-alert/--no-silence-alert", default=None, help="Alert of one who is silent."
)
@click.option(
    "--settle-minutes",
    type=click.IntRange(1, 240),
    help="After how many minutes without a word somebody has finished.",
)
@click.option(
    "--messages-a-day",
    type=click.IntRange(1, 20),
    help="Messages with alerts to a coach on one day; what follows joins the last one.",
)
@click.option(
    "--near-days",
    type=click.IntRange(1, 60),
    help="A photo is near from so many days before it; then differences weigh more.",
)
@click.option(
    "--long-days",
    type=click.IntRange(1, 365),
    help="A difference stands long from so many days on; then it weighs more.",
)
@click.option(
    "--overlap-days",
    type=click.IntRange(1, 365),
    help="Training what is mastered for so many days is an overlap in the weekly overview.",
)
@click.option("--defaults", is_flag=True, help="Go back to the defaults.")
def thresholds(code: str, defaults: bool, **given: Any) -> None:
    """Show or change from where on a programme hears of a difference."""
    context = click.get_current_context()
    chosen = {
        _FIELD.get(name, name): _kept(name, value)
        for name, value in given.items()
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    }
    house = open_house()
    with house.transaction() as uow:
        programme = find_programme(house, uow, code)
        school = house.organisation(uow).id
        now = choose_thresholds(uow, school, programme.id, chosen, from_defaults=defaults)
        for line in _lines(list(given), now):
            click.echo(house.say(line))


_FIELD = {
    "settle_minutes": "settle_after",
    "near_days": "near",
    "long_days": "long",
    "overlap_days": "overlap_after",
}
"""The options that give a span, and what they set."""


def _unit(option: str) -> timedelta:
    return timedelta(minutes=1) if option.endswith("minutes") else timedelta(days=1)


def _kept(option: str, value: Any) -> Any:
    """Turn an option's value into what is stored: spans in seconds."""
    return value * _unit(option).total_seconds() if option in _FIELD else value


def _lines(options: Sequence[str], now: Thresholds) -> list[Sayable]:
    """List the thresholds by the names of the options that change them."""
    usual = Thresholds()
    shown: list[Sayable] = []
    for option in options:
        field = _FIELD.get(option, option)
        value = getattr(now, field)
        told = f"{option.replace('_', '-')}\t{_plain(option, value)}"
        changed = None if value == getattr(usual, field) else _("(changed)")
        shown.append(words(told, changed, by="\t"))
    return shown


def _plain(option: str, value: Any) -> str:
    if isinstance(value, timedelta):
        return f"{value / _unit(option):g}"
    return NONE if value is None else str(value).lower()


HEADER = ("at", "student", "competence", "about", "what", "words", "by")


@click.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    required=True,
    help="The CSV file to write; without --year it holds people's records.",
)
@click.option(
    "--year",
    is_flag=True,
    help="The year's overview in numbers: no names, and no number below five.",
)
@at_option
def interventions(out: Path, year: bool, at: datetime | None) -> None:
    """Export what coaches did about what they were told, the oldest first.

    With --year the numbers of all interventions of the last twelve whole months.
    """
    house = open_house()
    with operating(house) as uow:
        school = house.organisation(uow).id
        if year:
            today = day_of(instant_of(house, at), house.organisation(uow).time_zone)
            table = overview_table(see_overview(uow, school, today))
            header = tuple(map(house.say, table.columns))
            rows = [tuple(map(house.say, row)) for row in table.rows]
        else:
            header, rows = HEADER, logged(uow.connection, school, uow.glimpses)
    write_over(out, table_of(header, rows, house.list_separator))
    said = _n(
        "{count} line written to {file}.",
        "{count} lines written to {file}.",
        len(rows),
        file=out.name,
    )
    click.echo(
        house.say(
            said if rows else _("Nothing was done yet; {file} has only its header.", file=out.name)
        )
    )
