"""The plan of reminders of a programme: one table, to read and to change."""

import re
from typing import Any

import click

from bot.cli.arguments.programmes import find_programme
from bot.domain.periods.reminders import CHOICE_ENDS, Plan
from bot.messages import Sayable, _, _n, words
from bot.use_cases.periods.change_reminders import change_reminders
from bot.wiring import House, in_words, open_house

LATEST = 120
"""Days before the photo: more is a mistake."""

ROWS = (
    ("opened", _("a period opens"), _("everybody"), _("standard, active")),
    ("reminder", _("a reminder"), _("who has something open"), _("standard, active")),
    ("last", _("the last reminder"), _("who has something open"), _("light, standard, active")),
    ("rehearsal", _("the rehearsal"), _("everybody"), _("standard, active")),
    ("missing", _("who is missing"), _("the coach"), _("light, standard, active")),
    ("taken", _("the photo was taken"), _("everybody"), _("standard, active")),
    ("choose", _("the choice ends"), _("students who chose nothing"), _("standard, active")),
    (
        "evaluations",
        _("the choice has ended"),
        _("the teachers"),
        _("light, standard, active"),
    ),
    ("changed", _("a period is moved or cancelled"), _("everybody"), _("light, standard, active")),
)
"""Of each kind: what it is, to whom it goes, and with which profiles."""


class Days(click.ParamType[tuple[int, ...]]):
    """Days before the photo, such as 14,7,2,0; 'none' for no reminders."""

    name = "days"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        """Read the days, or refuse them with an example."""
        if isinstance(value, tuple):
            return value
        if value == "none":
            return ()
        parts = [part.strip() for part in str(value).split(",")]
        if not all(re.fullmatch(r"\d{1,3}", part, re.ASCII) for part in parts):
            problem = _("'{value}' is not a list of days such as 14,7,2,0, or none", value=value)
            self.fail(in_words(problem), param, ctx)
        days = tuple(int(part) for part in parts)
        if max(days) > LATEST:
            problem = _("a reminder comes at most {most} days before the photo", most=LATEST)
            self.fail(in_words(problem), param, ctx)
        return days


@click.command()
@click.argument("code")
@click.option("--days", type=Days(), help="When reminders go out: days before the photo, 0 to 120.")
@click.option("--rehearsal", type=Days(), help="When the rehearsal does: one day, or none.")
@click.option("--missing", type=Days(), help="When the coach hears who is missing: one, or none.")
@click.option("--default", "as_default", is_flag=True, help="Put the usual plan back.")
def reminders(
    code: str,
    days: tuple[int, ...] | None,
    rehearsal: tuple[int, ...] | None,
    missing: tuple[int, ...] | None,
    as_default: bool,
) -> None:
    """Show the plan of reminders of the programme CODE, or change it.

    What was planned already stays; a changed plan holds from then on.
    """
    house = open_house()
    with house.transaction() as uow:
        programme = find_programme(house, uow, code)
        plan = Plan() if as_default else uow.reminders.read_plan(programme.id)
        wanted = Plan(
            plan.days if days is None else days,
            plan.rehearsal if rehearsal is None else _single(rehearsal),
            plan.missing if missing is None else _single(missing),
        )
        if wanted != plan or as_default:
            change_reminders(uow, programme.id, wanted)
    click.echo(f"{programme.code} {programme.title}")
    for row in _table(house, wanted):
        click.echo(row)


def _single(days: tuple[int, ...]) -> int | None:
    if len(days) > 1:
        raise click.UsageError(in_words(_("Give one day, or none.")))
    return days[0] if days else None


def _table(house: House, plan: Plan) -> list[str]:
    found = [
        [house.say(cell) for cell in (what, _when(plan, key), whom, profiles)]
        for key, what, whom, profiles in ROWS
    ]
    head = [house.say(title) for title in (_("what"), _("when"), _("to whom"), _("profiles"))]
    rows = [head, *(row for row in found if row[1])]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows]  # fmt: skip


def _when(plan: Plan, key: str) -> Sayable:
    if key in ("opened", "taken", "evaluations", "changed"):
        return _("at once")
    if key == "choose":
        return _before(CHOICE_ENDS)
    days = {
        "reminder": plan.days[:-1],
        "last": plan.days[-1:],
        "rehearsal": () if plan.rehearsal is None else (plan.rehearsal,),
        "missing": () if plan.missing is None else (plan.missing,),
    }[key]
    return words(*map(str, days[:-1]), *map(_before, days[-1:]), by=", ")


def _before(days: int) -> Sayable:
    if days == 0:
        return _("that morning")
    return _n("{count} day before", "{count} days before", days)
