"""A programme that a command is about, by its code."""

from collections.abc import Callable
from typing import Any

import click

from bot.domain.school.frameworks import Programme
from bot.messages import _
from bot.refusal import Refused
from bot.storage.school.programmes import programme_ids
from bot.storage.unit_of_work import StoredUnitOfWork


def programme_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option `--programme` to a command."""
    return click.option(
        "--programme", metavar="CODE", required=True, help="The code of the programme."
    )(command)


def every_programme(uow: StoredUnitOfWork) -> list[Programme]:
    """List every programme, by code."""
    return [
        uow.tracks.read_programme(programme_id) for programme_id in programme_ids(uow.connection)
    ]


def find_programme(uow: StoredUnitOfWork, code: str) -> Programme:
    """Find a programme by its code, in capitals or not. Raises Refused."""
    wanted = code.casefold()
    every = every_programme(uow)
    found = next((programme for programme in every if programme.code.casefold() == wanted), None)
    if found is None:
        raise unknown_programme(uow, code)
    return found


def unknown_programme(uow: StoredUnitOfWork, code: str) -> Refused:
    """Say that no programme has this code, and which codes there are."""
    codes = ", ".join(programme.code for programme in every_programme(uow)) or "–"
    return Refused(
        _("There is no programme with the code {code}; there are: {codes}.", code=code, codes=codes)
    )
