"""What came of files that were read, as it is printed: for the imports, and for a class to try."""

import click

from bot.domain.importing.changes import Changes
from bot.messages import _
from bot.showing.imports import described
from bot.use_cases.importing.import_roster import RosterReport
from bot.wiring import House
from bot.wiring.organisation import OrganisationReport


def print_changes(house: House, changes: Changes) -> None:
    """Print a sentence for each kind of thing."""
    for text in described(changes):
        click.echo(house.say(text))


def print_left_out(house: House, columns: list[str]) -> None:
    """Name the columns that were not read, so that no typing error goes unseen."""
    if columns:
        text = _("Not read, since no column is called so: {columns}.", columns=", ".join(columns))
        click.echo(house.say(text), err=True)


def print_dry_run(house: House) -> None:
    """Print that nothing was written."""
    click.echo(house.say(_("This was a dry run: nothing was written.")), err=True)


def print_outcome(house: House, report: RosterReport, dry_run: bool) -> None:
    """Say what is worth a look, name the bad lines, and say when nothing was written."""
    for told in report.notices:
        about = _("Line {line}: {reason}.", line=told.line, reason=told.text)
        click.echo(house.say(about) if told.line else f"{house.say(told.text)}.", err=True)
    for rejected in report.rejected:
        bad = _("Line {line}: {reason}.", line=rejected.line, reason=rejected.reason)
        click.echo(house.say(bad), err=True)
    if report.refused:
        click.echo(house.say(_("Nothing was taken in. Mend these lines and try again.")), err=True)
    elif dry_run:
        print_dry_run(house)


def print_taken_in(house: House, report: OrganisationReport) -> None:
    """Print what came of an organisation's file."""
    for title, changes in report.changes:
        click.echo(title)
        print_changes(house, changes)
    for read in filter(None, (report.roster, report.activities)):
        print_changes(house, read.changes)
        print_outcome(house, read, dry_run=False)
    for notice in report.notices:
        click.echo(house.say(notice))
