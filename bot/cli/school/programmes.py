"""The command for programmes: listed, and set."""

import click

from bot.cli.arguments.programmes import every_programme, unknown_programme
from bot.domain.school.frameworks import CutOff
from bot.messages import _n
from bot.storage.school.programmes import set_blind_first, set_cut_off
from bot.wiring import open_house


@click.command()
@click.argument("code", required=False)
@click.option("--cut-off", type=click.Choice([known.value for known in CutOff]))
@click.option("--blind-first/--open", "blind_first", default=None)
def programme(code: str | None, cut_off: str | None, blind_first: bool | None) -> None:
    """List the programmes; with CODE, set where 'acquired' begins, and whether it is blind first.

    Acquired begins at 80 %, or above it. Where it is blind first, nobody is told while they score
    that somebody else says otherwise; where it is open, a question may say so.
    """
    house = open_house()
    with house.transaction() as uow:
        if code is not None and cut_off is not None:
            school = house.organisation(uow).id
            if not set_cut_off(uow.connection, school, code, CutOff(cut_off)):
                raise unknown_programme(house, uow, code)
        if code is not None and blind_first is not None:
            school = house.organisation(uow).id
            if not set_blind_first(uow.connection, school, code, blind_first=blind_first):
                raise unknown_programme(house, uow, code)
        for known in every_programme(house, uow):
            if code in (None, known.code):
                count = len(known.competences)
                competences = house.say(_n("{count} competence", "{count} competences", count))
                first = "blind first" if known.blind_first else "open"
                click.echo("\t".join((known.code, known.title, competences, known.cut_off, first)))
