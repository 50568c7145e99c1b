"""Intakes on the command line: opened from a file, listed, led by whom, closed."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.acting import Acting, acting
from bot.cli.arguments.programmes import find_programme, programme_option
from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.matching.intakes import Intake
from bot.exchange.reading.intake_file import read_intake
from bot.messages import Sayable, _, _n, listed
from bot.refusal import Refused
from bot.showing.matching.opened import say_counts, say_wait
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.files.open_intake import IntakeHasPeople, open_intake, say_taken
from bot.use_cases.inducting.of_staff import NotOfStaff
from bot.use_cases.matching.close_intake import WaitForWord, close_intake
from bot.use_cases.matching.name_leader import TakesPart, end_leader, name_leader
from bot.wiring import House, open_house


@click.group()
def intake() -> None:
    """Open an intake for a programme from a file, say who leads it, or close it."""


@intake.command("open")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@programme_option
@click.option("--dry-run", is_flag=True, help="Say what is in FILE, and store nothing.")
@at_option
def open_(file: Path, programme: str, dry_run: bool, at: datetime | None) -> None:
    """Open the round in FILE; one of the same name in which nobody takes part gives way."""
    draft = read_intake(file)
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_programme(house, uow, programme)
        school = _school_of(uow, found.id)
        (row,) = [own for own in uow.catalogue.programmes.list_all(school) if own.id == found.id]
        if draft.programme and draft.programme.casefold() != found.code.casefold():
            raise Refused(_("The file is of another programme: {code}.", code=draft.programme))
        click.echo(house.say(say_counts(draft)))
        if dry_run:
            click.echo(house.say(_("Nothing was stored.")))
            return
        try:
            opened, again = open_intake(uow, school, row, draft, now)
        except IntakeHasPeople:
            raise Refused(say_taken(draft)) from None
    done = (
        _("It takes the place of the one of that name; its number is {number}.", number=opened)
        if again
        else _("It is open; its number is {number}.", number=opened)
    )
    click.echo(house.say(done))


def _school_of(uow: StoredUnitOfWork, programme_id: int) -> int:
    schools = uow.catalogue.list_organisations()
    return next(
        school.id
        for school in schools
        if any(own.id == programme_id for own in uow.catalogue.programmes.list_all(school.id))
    )


@intake.command("list")
def list_() -> None:
    """List the rounds: number, name, open or closed, who leads, and how many take part."""
    house = open_house()
    with house.reading() as uow:
        school = house.stored_organisation()
        known = uow.intakes.list_of(school.id) if school else ()
        if not known:
            nothing = _(
                "No intake is there yet: 'kompaan intake --help' shows how a file opens one."
            )
            click.echo(house.say(nothing))
        for own in known:
            click.echo("\t".join(_cells(house, uow, own)))


def _cells(house: House, uow: StoredUnitOfWork, own: Intake) -> tuple[str, ...]:
    leaders = [person.name for person in uow.intakes.list_leaders(own.id)]
    candidates = len(uow.candidacies.list_of(own.id))
    places = len(uow.candidacies.list_places(own.id))
    return (
        str(own.id),
        own.title,
        house.say(_("closed") if own.closed_at else _("open")),
        house.say(listed(leaders)) if leaders else "–",
        house.say(_n("{count} candidate", "{count} candidates", candidates)),
        house.say(_n("{count} place on offer", "{count} places on offer", places)),
    )


@intake.command()
@click.argument("number", type=int)
@click.argument("person")
@click.option("--end", "ends", is_flag=True, help="Let PERSON lead it no more.")
@acting
def lead(act: Acting, number: int, person: str, ends: bool) -> Sayable:
    """Let PERSON, a name or the school's id, lead the intake with this NUMBER."""
    own, found = _find(act, number), find_person(act.house, act.uow, person)
    name = found.name
    if ends:
        if not end_leader(act.uow, own, found, act.at):
            raise Refused(_("{name} was not named to lead it.", name=name))
        return _("{name} leads it no more.", name=name)
    try:
        named = name_leader(act.uow, own, found, act.at)
    except NotOfStaff:
        raise Refused(
            _(
                "{name} is a student, a mentor or of a sector, and leads no intake. "
                "Nothing was stored.",
                name=name,
            )
        ) from None
    except TakesPart:
        raise Refused(
            _("{name} takes part in this intake, and cannot lead it. Nothing was stored.",
              name=name)
        ) from None  # fmt: skip
    if named:
        return _("{name} leads it from now on.", name=name)
    return _("{name} leads it already.", name=name)


@intake.command()
@click.argument("number", type=int)
@acting
def close(act: Acting, number: int) -> Sayable:
    """Close the intake with this NUMBER: nobody is taken in any more."""
    own = _find(act, number)
    try:
        closed = close_intake(act.uow, own, act.at)
    except WaitForWord as waits:
        raise Refused(say_wait(len(waits.names))) from None
    return _("The intake is closed.") if closed else _("It was closed already.")


def _find(act: Acting, number: int) -> Intake:
    school = act.house.stored_organisation()
    own = act.uow.intakes.find(number)
    if school is None or own is None or own.organisation_id != school.id:
        raise Refused(_("There is no intake with the number {number}.", number=number))
    return own
