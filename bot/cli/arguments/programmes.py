"""A programme that a command is about, by its code."""

from collections.abc import Callable
from typing import Any

import click

from bot.domain.school.frameworks import Programme
from bot.messages import _
from bot.refusal import Refused
from bot.storage.school.programmes import programme_ids
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import House


def programme_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option `--programme` to a command."""
    return click.option(
        "--programme", metavar="CODE", required=True, help="The code of the programme."
    )(command)


def every_programme(house: House, uow: StoredUnitOfWork) -> list[Programme]:
    """List every programme: the school's first, then the sample's in the language spoken."""
    every = programme_ids(uow.connection, house.settings.language)
    return [uow.tracks.read_programme(programme_id) for programme_id in every]


def find_programme(house: House, uow: StoredUnitOfWork, code: str) -> Programme:
    """Find a programme by its code, in capitals or not. Raises Refused."""
    wanted = code.casefold()
    every = every_programme(house, uow)
    found = next((programme for programme in every if programme.code.casefold() == wanted), None)
    if found is None:
        raise unknown_programme(house, uow, code)
    return found


def unknown_programme(house: House, uow: StoredUnitOfWork, code: str) -> Refused:
    """Say that no programme has this code, and which codes there are."""
    codes = ", ".join(programme.code for programme in every_programme(house, uow)) or "–"
    return Refused(
        _("There is no programme with the code {code}; there are: {codes}.", code=code, codes=codes)
    )
