"""Trying the page with a class of one's own: nothing of it is kept, unless that is asked."""

import socket
from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.importing.told import print_changes, print_left_out, print_outcome, print_taken_in
from bot.domain.languages import LANGUAGES
from bot.exchange.csv_files import columns_left_out
from bot.exchange.roster_csv import ALIASES
from bot.messages import Text, _, lines
from bot.platforms.sample_page.chat import OwnClass
from bot.refusal import Refused
from bot.wiring import House
from bot.wiring.pages.address import opened_at
from bot.wiring.trying.class_files import ClassFiles, give_file, read_class, unknown_frameworks
from bot.wiring.trying.own_class import Loaded, house_to_try, load_class
from bot.wiring.trying.throw_away import folder_to_try

PATH = click.Path(path_type=Path)


@click.command("try")
@click.argument("roster", type=PATH)
@click.argument("frameworks", type=PATH, nargs=-1, metavar="[FRAMEWORK]...")
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    help="Of the class and its page; that of KOMPAAN_ORGANISATION_LANGUAGE if left out.",
)
@click.option("--port", type=click.IntRange(0, 65535), help="On which port the page is.")
@click.option(
    "--keep",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Keep it in this folder, and go on there another time.",
)
@click.option("--in-container", is_flag=True, help="In a container: listen for its published port.")
@click.option("--dry-run", is_flag=True, help="Say what comes of the files, and open nothing.")
@at_option
def try_(
    roster: Path,
    frameworks: tuple[Path, ...],
    language: str | None,
    port: int | None,
    keep: Path | None,
    at: datetime | None,
    **how: bool,
) -> int:
    """Show the class of a ROSTER on the page, to talk as anybody in it and to move its clock.

    FRAMEWORK is a file as 'kompaan import framework' or 'import organisation' reads it. The page is
    on this machine alone, no platform hears of it, and at the end all of it is gone.
    """
    with folder_to_try(keep) as folder:
        house = house_to_try(folder, port, in_container=how["in_container"])
        spoken = language or house.settings.organisation_language
        files = read_class(roster, frameworks, spoken)
        loaded = load_class(house, files, spoken, instant_of(house, at))
        _print_loaded(house, roster, files, loaded)
        if loaded.shown is None:
            return 1
        if not how["dry_run"]:
            _serve(house, loaded.shown, chosen=port is not None, keep=keep)
    return 0


def _print_loaded(house: House, roster: Path, files: ClassFiles, loaded: Loaded) -> None:
    print_changes(house, loaded.roster.changes)
    for report in loaded.organisations:
        print_taken_in(house, report)
    print_left_out(house, columns_left_out(roster, ALIASES))
    print_outcome(house, loaded.roster, dry_run=False)
    if unknown := unknown_frameworks(files):
        click.echo(house.say(give_file(unknown)), err=True)


def _serve(house: House, shown: OwnClass, *, chosen: bool, keep: Path | None) -> None:
    from bot.platforms.web.serving.server import (
        serve,  # who only reads the help does not pay for it
    )
    from bot.wiring.logs import log_discreetly

    log_discreetly(house.settings)
    with _ear(house, chosen=chosen) as ear:
        address = opened_at(house.settings.http_host, ear.getsockname()[1])
        opens = _("Open {address} in a browser on this machine; Ctrl-C ends it.", address=address)
        click.echo(house.say(lines(opens, _kept(keep))))
        serve(house.web(house.lanes(), shown), ear)


def _ear(house: House, *, chosen: bool) -> socket.socket:
    """Open the port; where another program has the usual one, any that is free. Raises Refused."""
    from bot.platforms.web.serving.server import listening

    host, port = house.settings.http_host, house.settings.http_port
    try:
        return listening(host, port)
    except Refused:
        if not chosen:
            return listening(host, 0)
    sorry = _("Port {port} cannot be used: name another with --port, or none.", port=port)
    raise Refused(sorry)


def _kept(keep: Path | None) -> Text:
    if keep is None:
        return _("Nothing of it is kept: at the end all of it is gone.")
    return _("It is kept in {folder}; the same command goes on with it.", folder=str(keep))
