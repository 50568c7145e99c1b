"""Keeping an installation: the database's version, and the sample organisation."""

from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.domain.languages import LANGUAGES
from bot.messages import _, _n
from bot.wiring import open_house


@click.command()
def migrate() -> None:
    """Bring the database to this version; an empty one is created."""
    house = open_house(ready=False)
    taken = house.migrate()
    count = len(taken)
    took = _n("The database took {count} step.", "The database took {count} steps.", count)
    click.echo(house.say(took if taken else _("The database is current.")))


@click.command()
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    help="In which language; that of KOMPAAN_LANGUAGE if left out.",
)
@at_option
def sample(language: str | None, at: datetime | None) -> None:
    """Load the sample organisation, unless it is there or the school has people of its own.

    One in each language may stand side by side, each with its own people and clock.
    """
    from bot.wiring.sample import load_sample  # reads a file that no other command needs

    house = open_house()
    instant = instant_of(house, at)
    wanted = language or house.settings.language
    if load_sample(house, instant, wanted):
        click.echo(house.say(_("The sample organisation was loaded.")))
        return
    with house.reading() as uow:
        is_there = uow.worlds.read_sample_clock(instant, wanted) is not None
    click.echo(house.say(_THERE if is_there else _OCCUPIED))


_THERE = _("Nothing was loaded: this sample is in the database already.")
_OCCUPIED = _(
    "Nothing was loaded: there are people in this database already. "
    "For the sample name an empty one in KOMPAAN_DATABASE_URL."
)
