"""The option `--at`: every command that reads the time takes it as an argument."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import click

from bot.domain.days import LAST_SECOND
from bot.messages import _
from bot.wiring import House, in_words

EARLIEST, LATEST = 1970, 2100


class Time(click.ParamType[datetime]):
    """An ISO time, with or without a zone; without one it is the school's."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the time, or refuse it with an example."""
        if isinstance(value, datetime):
            return value
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            problem = _("'{value}' is not a time such as 2026-10-14T16:30", value=value)
            self.fail(in_words(problem), param, ctx)
        if not EARLIEST <= read.year <= LATEST:
            problem = _(
                "'{value}' is not between the years {first} and {last}",
                value=value,
                first=EARLIEST,
                last=LATEST,
            )
            self.fail(in_words(problem), param, ctx)
        return read


class End(Time):
    """A time at which something ends; a day alone means its end, so that all of it is in."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the time, or refuse it with an example."""
        read = super().convert(value, param, ctx)
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            return read
        return datetime.combine(day, LAST_SECOND)


def at_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option `--at` to a command."""
    return click.option(
        "--at", type=Time(), help="The time to act at, such as 2026-10-14T16:30; now if left out."
    )(command)


def until_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option `--until` to a command, which has to be given."""
    return click.option(
        "--until",
        type=click.DateTime(["%Y-%m-%d"]),
        required=True,
        metavar="YYYY-MM-DD",
        help="The last day of it.",
    )(command)


def instant_of(house: House, at: datetime | None) -> datetime:
    """Find the instant of a command, aware: the one place that reads the machine's clock."""
    return house.instant(at, datetime.now(UTC))
