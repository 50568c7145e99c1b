"""Running the bot: one process with its lanes and the web chat."""

import click

from bot.wiring import open_house


@click.command()
def run() -> None:
    """Start the bot and the web chat; Ctrl-C ends it after what waits is handled."""
    from bot.platforms.web.serving.server import (  # no other command pays for loading it
        listening,
        serve,
    )
    from bot.wiring.logs import log_discreetly

    house = open_house(keeps_open=True)
    log_discreetly(house.settings)
    with listening(house.settings.http_host, house.settings.http_port) as ear:
        click.echo(house.described())
        serve(house.web(house.lanes()), ear)
