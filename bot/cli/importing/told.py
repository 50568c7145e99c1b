"""What came of files that were read, as it is printed: for the imports, and for a class to try."""

from collections.abc import Callable, Iterator

import click

from bot.domain.importing.changes import Changes, ImportChange
from bot.messages import Text, _, _n
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


def described(changes: Changes) -> Iterator[Text]:
    """Say what came of an import, a sentence for each kind of thing."""
    for kind in changes.kinds:
        new, changed = changes.of(ImportChange.NEW, kind), changes.of(ImportChange.CHANGED, kind)
        total = new + changed + changes.of(ImportChange.UNCHANGED, kind)
        if total:
            things = _THINGS[kind](total)
            yield _(
                "{things}: {new} new, {changed} changed", things=things, new=new, changed=changed
            )
    if changes.of(ImportChange.CHANGED, "frameworks"):
        yield _("The framework’s own title, version or source changed.")
    for reworded in changes.rewordings:
        yield _(
            "{number}: “{old}” is now “{new}”",
            number=reworded.number,
            old=reworded.old,
            new=reworded.new,
        )
    for (change, kind), text in _LEFT.items():
        if changes.of(change, kind):
            yield text(changes.of(change, kind))


_THINGS: dict[str, Callable[[int], Text]] = {
    "competences": lambda count: _n("{count} competence", "{count} competences", count),
    "indicators": lambda count: _n("{count} indicator", "{count} indicators", count),
    "contexts": lambda count: _n("{count} context", "{count} contexts", count),
    "components": lambda count: _n("{count} course component", "{count} course components", count),
    "people": lambda count: _n("{count} person", "{count} people", count),
    "programmes": lambda count: _n("{count} programme", "{count} programmes", count),
    "class_groups": lambda count: _n("{count} class group", "{count} class groups", count),
    "workplaces": lambda count: _n("{count} workplace", "{count} workplaces", count),
    "tracks": lambda count: _n("{count} track", "{count} tracks", count),
    "placements": lambda count: _n("{count} placement", "{count} placements", count),
    "involvements": lambda count: _n(
        "{count} role around them", "{count} roles around them", count
    ),
    "lessons": lambda count: _n("{count} lesson time", "{count} lesson times", count),
    "activity_lists": lambda count: _n("{count} activity list", "{count} activity lists", count),
    "activities": lambda count: _n("{count} activity", "{count} activities", count),
}

_LEFT: dict[tuple[ImportChange, str], Callable[[int], Text]] = {
    (ImportChange.KEPT, "competences"): lambda count: _n(
        "{count} competence is no longer in the file; it stays, with its scores.",
        "{count} competences are no longer in the file; they stay, with their scores.",
        count,
    ),
    (ImportChange.KEPT, "indicators"): lambda count: _n(
        "{count} indicator is no longer in the file; it stays, with its scores.",
        "{count} indicators are no longer in the file; they stay, with their scores.",
        count,
    ),
    (ImportChange.ENDED, "lessons"): lambda count: _n(
        "{count} lesson time has ended.", "{count} lesson times have ended.", count
    ),
    (ImportChange.ENDED, "involvements"): lambda count: _n(
        "{count} role has ended: that person no longer looks on, and what was scored stays.",
        "{count} roles have ended: those people no longer look on, and what was scored stays.",
        count,
    ),
}
