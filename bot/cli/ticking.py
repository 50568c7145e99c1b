"""One tick of the clock, for scripts and tests: what the running process does by itself."""

import json
from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.messages import _n
from bot.wiring import open_house


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what arrived as JSON.")
@at_option
def tick(at: datetime | None, as_json: bool) -> None:
    """Do what is due: take photos, plan and gather reminders, deliver on our own platforms.

    Messages to Telegram and Slack are written; 'kompaan run' sends them.
    """
    from bot.wiring.clock import tick_once  # loads the holidays, which no other command needs

    house = open_house()
    arrived = tick_once(house, instant_of(house, at))
    with house.reading() as uow:
        names = {one.id: one for one in uow.people.list_all()}
    if as_json:
        told = [
            {"person": names[person].school_id, "kind": one.kind, "text": one.text}
            for person, one in arrived
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for person, one in arrived:
        click.echo(f"→ {names[person].name}\n{one.text}\n")
    said = _n("{count} message arrived here.", "{count} messages arrived here.", len(arrived))
    click.echo(house.say(said))
