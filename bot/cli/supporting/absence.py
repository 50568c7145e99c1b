"""Absences on the command line: noted by the school, listed, ended."""

import json
from datetime import datetime, timedelta

import click

from bot.cli.arguments.times import at_option, instant_of, until_option
from bot.cli.arguments.who import find_person
from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.messages import Day, _
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.supporting.absence.note_absence import (
    GuardianFirst,
    TooLongAbsence,
    note_away,
    note_back,
)
from bot.wiring import House, open_house


@click.group()
def absence() -> None:
    """Absences: nothing is asked of who is away, nor of others about them; no reason is kept."""


@absence.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@at_option
def list_(as_json: bool, at: datetime | None) -> None:
    """List who is away, as those around know it: not what somebody keeps to themselves."""
    house = open_house()
    with house.transaction() as uow:
        known = _list_away(house, uow, instant_of(house, at))
    if as_json:
        listed = [
            {"id": person.school_id, "name": person.name, "until": until.isoformat()}
            for person, until in known
        ]
        click.echo(json.dumps(listed, ensure_ascii=False))
        return
    if not known:
        click.echo(house.say(_("Nobody is noted as away.")))
    for person, until in known:
        said = _(
            "{name} ({id}): away up to and including {day}",
            name=person.name,
            id=person.school_id,
            day=Day(until),
        )
        click.echo(house.say(said))


@absence.command()
@click.argument("who")
@until_option
@at_option
def note(who: str, until: datetime, at: datetime | None) -> None:
    """Note that WHO is away from now on: they hear it, and are back by one tap."""
    house = open_house()
    with house.transaction() as uow:
        person = find_person(house, uow, who)
        last = opening(until.date() + timedelta(days=1), person.time_zone) - timedelta(seconds=1)
        try:
            note_away(uow, None, person, last, instant_of(house, at))
        except TooLongAbsence:
            raise Refused(
                _("Nothing was stored: {day} is over, or too far away.", day=Day(last))
            ) from None
        except GuardianFirst:
            raise Refused(
                _(
                    "A parent or guardian of {student} has to say yes first: until then nothing is "
                    "scored or asked. The coach notes it.",
                    student=person.name,
                )
            ) from None
        said = _("{name} is away up to and including {day}.", name=person.name, day=Day(last))
        click.echo(house.say(said))


@absence.command()
@click.argument("who")
@at_option
def end(who: str, at: datetime | None) -> None:
    """Note that WHO is back: everything is asked as before."""
    house = open_house()
    with house.transaction() as uow:
        person = find_person(house, uow, who)
        if note_back(uow, person, instant_of(house, at)) is None:
            raise Refused(_("{name} is not noted as away.", name=person.name))
        said = _("{name} is back: everything is asked as before.", name=person.name)
        click.echo(house.say(said))


def _list_away(house: House, uow: StoredUnitOfWork, at: datetime) -> list[tuple[Person, datetime]]:
    """List who of the school is known to be away, and until when."""
    people = [own for own in uow.people.list_all(house.settings.language) if not own.sample]
    known = uow.absences.list_known([person.id for person in people], at)
    return [(person, known[person.id]) for person in people if person.id in known]
