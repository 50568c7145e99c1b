"""Running the bot: one process with its lanes and the web chat."""

import logging

import click

from bot.wiring import open_house


@click.command()
def run() -> None:
    """Start the bot and the web chat; Ctrl-C ends it after what waits is handled."""
    import uvicorn  # only here: no other command pays for loading it

    house = open_house()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    click.echo(house.described())
    lanes = house.lanes()
    lanes.start()
    try:
        uvicorn.run(
            house.web(lanes),
            host=house.settings.http_host,
            port=house.settings.http_port,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=5,
        )
    finally:
        lanes.stop()
        house.engine.dispose()
