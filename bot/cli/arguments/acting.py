"""Commands that do something at an instant, the whole of it or nothing, and say what was done."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, NamedTuple

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.messages import Sayable
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import House, open_house


class Acting(NamedTuple):
    """With what such a command works: the house, one transaction, and the instant (aware)."""

    house: House
    uow: StoredUnitOfWork
    at: datetime


def acting(does: Callable[..., Sayable]) -> Callable[..., None]:
    """Make a command with the option `--at` of what acts and tells what to say of it.

    It is said once everything is stored; where Refused is raised, nothing is.
    """

    @at_option
    @wraps(does)
    def command(at: datetime | None, **given: Any) -> None:
        house = open_house()
        now = instant_of(house, at)
        with house.transaction() as uow:
            said = does(Acting(house, uow, now), **given)
        click.echo(house.say(said))

    return command
