"""Printing rows, or writing them as CSV in which no cell is a formula."""

from pathlib import Path

import click

from bot.exchange.private_files import write_over
from bot.i18n import Voice
from bot.messages import Sayable, Table, _n, words
from bot.wiring import House
from bot.wiring.files import file_of

csv_option = click.option(
    "--csv",
    "csv_file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write it as CSV into this file; it holds people's records.",
)


def print_or_write(house: House, table: Table, none: Sayable, csv_file: Path | None) -> None:
    """Print a table a line a row, or `none` where it has none; or write it into a file."""
    if csv_file is None:
        for row in table.rows:
            click.echo(house.say(words(*(cell for cell in row if cell != ""), by=" · ")))
        if not table.rows:
            click.echo(house.say(none))
        return
    write_csv(house, table, table.zone, csv_file)


def write_csv(house: House, table: Table, zone: str, csv_file: Path) -> None:
    """Write a table into a file, with times as clocks show them in a zone, and say so."""
    voice = Voice(house.settings.language, zone, house.now, house.manner)
    write_over(csv_file, file_of(table, voice).data)
    written = _n(
        "{count} line written to {file}.",
        "{count} lines written to {file}.",
        len(table.rows),
        file=csv_file.name,
    )
    click.echo(house.say(written))
