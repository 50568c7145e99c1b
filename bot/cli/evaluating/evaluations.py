"""The evaluations to prepare, from the command line: shown, or written as a file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.folding import fold
from bot.domain.school.tracks import Person
from bot.exchange.private_files import write_over
from bot.i18n import Voice
from bot.messages import Described, Sayable, _, lines
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.choosing.see_evaluations import (
    Evaluations,
    list_evaluated,
    see_evaluations,
)
from bot.wiring import House, open_house
from bot.wiring.files import file_of
from handlers.evaluating.choosing.files import (
    describe_by_component,
    describe_by_student,
    describe_calendar,
    describe_sheet,
)
from handlers.evaluating.choosing.listed import (
    say_by_component,
    say_by_student,
    say_changes,
    say_head,
)
from handlers.talking.meaning.target import in_groups, parts_of

OUT = click.Path(dir_okay=False, writable=True, path_type=Path)


@click.command()
@click.option("--as", "person", required=True, metavar="PERSON", help="The school's id, or a name.")
@click.option("--class-group", metavar="NAME", help="Of this class group only.")
@click.option("--period", metavar="NAME", help="Of this period; those of now if left out.")
@click.option(
    "--by",
    type=click.Choice(["component", "student"]),
    default="component",
    help="How they are arranged, as text and as CSV.",
)
@click.option("--csv", "csv_file", type=OUT, help="Write them as CSV into this file.")
@click.option("--xlsx", type=OUT, help="Write them as a spreadsheet, in both arrangements.")
@click.option("--ics", type=OUT, help="Write them as calendar entries, on the day of the photo.")
@at_option
def evaluations(
    person: str,
    class_group: str | None,
    period: str | None,
    by: str,
    at: datetime | None,
    **files: Path | None,
) -> None:
    """List the evaluations that PERSON prepares: what students chose, by component or by student.

    A file holds those of one class group in one period.
    """
    house = open_house()
    with house.reading() as uow:
        viewer = find_person(house, uow, person)
        instant = instant_of(house, at)
        found = list(_list_seen(uow, viewer, period, instant))
    fitting = [own for own in found if class_group is None or fold(own[0]) == fold(class_group)]
    if not fitting:
        raise Refused(
            _("{name} has no evaluations to prepare here. There are: {names}.",
              name=viewer.name, names=_names(found))
        )  # fmt: skip
    if not any(files.values()):
        click.echo(house.say(lines(*(_say(name, seen, by) for name, seen in fitting))))
        return
    if len(fitting) > 1:
        raise Refused(
            _("A file holds one class group in one period. Name one of: {names}.",
              names=_names(fitting))
        )  # fmt: skip
    _write(house, fitting[0], files, by, instant)


def _list_seen(
    uow: StoredUnitOfWork, viewer: Person, period: str | None, at: datetime
) -> Iterator[tuple[str, Evaluations]]:
    """List what somebody sees, by class group, programme and period."""
    groups = in_groups(uow.tracks.list_of(viewer.id))
    for part in (part for group in groups for part in parts_of(group)):
        programme_id = part.tracks[0].programme_id
        every = [own for own in uow.periods.list_of(programme_id) if own.choose_until]
        periods = (
            list_evaluated(uow, programme_id, at)
            if period is None
            else [own for own in every if own.name.casefold() == period.casefold()]
        )
        seen = (see_evaluations(uow, part.tracks, own) for own in periods if own.standing)
        yield from ((part.name, own) for own in seen if own.tracks and own.programme.components)


def _names(found: Sequence[tuple[str, Evaluations]]) -> str:
    return ", ".join(f"{name} · {seen.period.name}" for name, seen in found) or "–"


def _say(name: str, seen: Evaluations, by: str) -> Sayable:
    said = say_by_component(seen) if by == "component" else say_by_student(seen)
    return lines(say_head(name, seen), *said, *say_changes(seen))


def _write(
    house: House,
    found: tuple[str, Evaluations],
    files: Mapping[str, Path | None],
    by: str,
    at: datetime,
) -> None:
    name, seen = found
    arrange = describe_by_component if by == "component" else describe_by_student
    described: dict[str, Described | None] = {
        "csv_file": arrange(seen, house.zone),
        "xlsx": describe_sheet(name, seen, at),
        "ics": describe_calendar(name, seen, house.zone, at),
    }
    voice = Voice(house.settings.language, house.zone, house.now, house.manner)
    for kind, what in described.items():
        path = files[kind]
        if path is None:
            continue
        if what is None:
            raise Refused(
                _("Nothing is for the calendar: nothing was chosen, or there is no photo.")
            )
        write_over(path, file_of(what, voice).data)
        click.echo(house.say(_("Written to {file}.", file=path.name)))
