"""Everything that is kept of somebody as one file, from the command line."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.exchange.private_files import check_folder, write_whole
from bot.messages import _, lines, words
from bot.use_cases.rights.having.ask_own_data import tell_deciders
from bot.use_cases.rights.having.make_own_data import note_given
from bot.wiring import open_house


@click.command()
@click.option("--as", "person", required=True, metavar="PERSON", help="The school's id, or a name.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Write it into this ZIP file.",
)
@at_option
def mydata(person: str, out: Path, at: datetime | None) -> None:
    """Write everything that is kept of PERSON into one file, as /mydata gives it to them.

    Those who decide about PERSON are told first, and that it was given out is noted.
    """
    from bot.wiring.files import drawn_apart  # only who makes one pays for loading it
    from bot.wiring.own_data.making import gather, packed

    check_folder(out)
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_person(house, uow, person)
        deciders = tell_deciders(uow, found, now)
        note_given(uow, found.organisation_id, found.id, now, None)
    with house.reading() as uow:
        gathered = gather(uow, found, now)
    write_whole(out, packed(gathered, drawn_apart))
    names = ", ".join(decider.name for decider in deciders)
    click.echo(
        house.say(
            lines(
                words(_("Everything that is kept of {name}:", name=found.name), str(out)),
                _("Told that it was asked for: {names}.", names=names) if names else None,
                _("It holds what people are at: hand it to {name} alone.", name=found.name),
            )
        )
    )
