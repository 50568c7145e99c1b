"""Programmes on the command line: listed, found by their code, and set."""

from collections.abc import Callable
from typing import Any

import click

from bot.domain.school.frameworks import CutOff, Programme
from bot.messages import _
from bot.refusal import Refused
from bot.storage.school.programmes import programme_ids, set_cut_off
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import open_house


@click.command()
@click.argument("code", required=False)
@click.option("--cut-off", type=click.Choice([one.value for one in CutOff]))
def programme(code: str | None, cut_off: str | None) -> None:
    """List the programmes; with CODE, set where 'acquired' begins: at 80 %, or above it."""
    house = open_house()
    with house.transaction() as uow:
        if code is not None and cut_off is not None:
            school = house.organisation(uow).id
            if not set_cut_off(uow.connection, school, code, CutOff(cut_off)):
                raise _unknown(uow, code)
        for one in every_programme(uow):
            if code in (None, one.code):
                click.echo(
                    f"{one.code}\t{one.title}\t{len(one.competences)} competences\t{one.cut_off}"
                )


def programme_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--programme`."""
    return click.option(
        "--programme", metavar="CODE", required=True, help="The code of the programme."
    )(command)


def every_programme(uow: StoredUnitOfWork) -> list[Programme]:
    """List every programme, by code."""
    return [uow.tracks.programme(one) for one in programme_ids(uow.connection)]


def find_programme(uow: StoredUnitOfWork, code: str) -> Programme:
    """Find a programme by its code, in capitals or not. Raises Refused."""
    wanted = code.casefold()
    found = next((one for one in every_programme(uow) if one.code.casefold() == wanted), None)
    if found is None:
        raise _unknown(uow, code)
    return found


def _unknown(uow: StoredUnitOfWork, code: str) -> Refused:
    codes = ", ".join(one.code for one in every_programme(uow)) or "–"
    return Refused(
        _("There is no programme with the code {code}; there are: {codes}.", code=code, codes=codes)
    )
