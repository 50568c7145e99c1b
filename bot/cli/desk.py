"""A coach's desk on the command line: shown, or written as CSV."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.operating import operating
from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.cli.papers.writing import write_csv
from bot.domain.dated import Head
from bot.messages import Incoming, _, lines
from bot.ports import Dialogue
from bot.refusal import Refused
from bot.use_cases.desk.list_desk import has_desk, list_desk
from bot.wiring import open_house
from handlers.desk.desk import say_desk
from handlers.desk.files import describe_desk
from handlers.routes import TABLE
from handlers.talking.turn import Turn


@click.command()
@click.argument("person")
@click.option("--head", type=click.Choice([head.value for head in Head]), help="Of this head only.")
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write it as CSV into this file; it holds people's records.",
)
@at_option
def desk(person: str, head: str | None, csv_file: Path | None, at: datetime | None) -> None:
    """Show what has a date, and what is late, for PERSON, who coaches students."""
    house = open_house()
    with operating(house, at) as uow:
        coach = find_person(house, uow, person)
        said = Incoming("", coach.id, instant_of(house, at))
        turn = Turn(said, coach, uow, Dialogue(), TABLE)
        if not has_desk(uow, coach, turn.tracks):
            raise Refused(_("{name} coaches nobody, and so has no desk.", name=coach.name))
        found = list_desk(uow, coach, turn.tracks, turn.today).under(Head(head) if head else None)
        text, table = lines(*say_desk(turn, found)), describe_desk(turn, found)
    if csv_file is None:
        click.echo(house.say(text))
        return
    write_csv(house, table, coach.time_zone, csv_file)
