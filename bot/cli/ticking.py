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
        people = {person.id: person for person in uow.people.list_all()}
    if as_json:
        told = [
            {"person": people[person_id].school_id, "kind": message.kind, "text": message.text}
            for person_id, message in arrived
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for person_id, message in arrived:
        click.echo(f"→ {people[person_id].name}\n{message.text}\n")
    said = _n("{count} message arrived here.", "{count} messages arrived here.", len(arrived))
    click.echo(house.say(said))
