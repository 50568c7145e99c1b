"""Keeping an installation: the database's version, and the sample organisation."""

from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.wiring import open_house


@click.command()
def migrate() -> None:
    """Bring the database to this version; an empty one is created."""
    house = open_house(ready=False)
    taken = house.migrate()
    click.echo(f"The database took {len(taken)} step(s)." if taken else "The database is current.")


@click.command()
@at_option
def sample(at: datetime | None) -> None:
    """Load the sample organisation, unless it is there or the school has people of its own."""
    from bot.wiring.sample import load_sample  # reads a file that no other command needs

    house = open_house()
    loaded = load_sample(house, instant_of(house, at))
    if loaded:
        click.echo("The sample organisation was loaded.")
    else:
        click.echo(
            "Nothing was loaded: there are people in this database already. "
            "For the sample name an empty one in KOMPAAN_DATABASE_URL."
        )
