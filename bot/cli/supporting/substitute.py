"""Who stands in for whom, on the command line: named by the school, listed, ended."""

import json
from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of, until_option
from bot.cli.arguments.who import find_person
from bot.domain.supporting.substitutes import (
    SUBSTITUTED,
    SubstituteRefused,
    Substitution,
    join_substitutes,
)
from bot.messages import Sayable, _, listed
from bot.refusal import Refused
from bot.showing.substitutes import say_substitution, say_why_not
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.supporting.substitutes.end_substitution import end_substitution
from bot.use_cases.supporting.substitutes.name_substitute import (
    name_substitute,
)
from bot.use_cases.supporting.substitutes.see_substitutes import (
    Replaceable,
    end_of_day,
    list_seats_of,
)
from bot.wiring import open_house


@click.group()
def substitute() -> None:
    """Who stands in for a mentor or a teacher who is away, until a day is over."""


@substitute.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def list_(as_json: bool) -> None:
    """List who stands in for whom, at which placements, and until when."""
    house = open_house()
    with house.transaction() as uow:
        found = _list_running(uow)
    if as_json:
        click.echo(json.dumps([_as_json(own) for own in found], ensure_ascii=False))
        return
    if not found:
        click.echo(house.say(_("Nobody stands in for anybody at the moment.")))
    for own in found:
        click.echo(house.say(_said(own)))


@substitute.command()
@click.argument("who")
@click.argument("absent")
@until_option
@click.option(
    "--as",
    "role",
    type=click.Choice([role.value for role in SUBSTITUTED]),
    help="In which role, where ABSENT has two.",
)
@at_option
def name(who: str, absent: str, until: datetime, role: str | None, at: datetime | None) -> None:
    """Let WHO stand in for ABSENT with all their students; both are in the school already."""
    house = open_house()
    with house.transaction() as uow:
        person, away = find_person(house, uow, who), find_person(house, uow, absent)
        if person.id == away.id:
            raise Refused(_("Nobody stands in for themselves."))
        seats = _seats_of(uow, away.id, away.name, role)
        ends_at = end_of_day(uow, seats.first.track_id, until.date())
        try:
            named = name_substitute(uow, None, seats, person.id, ends_at, instant_of(house, at))
        except SubstituteRefused as refused:
            raise Refused(say_why_not(refused, person.name)) from None
        click.echo(house.say(_said(named.substitution)))


@substitute.command()
@click.argument("who")
@at_option
def end(who: str, at: datetime | None) -> None:
    """Let WHO stand in for nobody any more; what they said stays."""
    house = open_house()
    with house.transaction() as uow:
        person = find_person(house, uow, who)
        about = uow.substitutes.list_about(person.id)
        own = join_substitutes(part for part in about if part.person_id == person.id)
        if not own:
            raise Refused(_("{name} stands in for nobody.", name=person.name))
        for ended in own:
            end_substitution(uow, None, ended, instant_of(house, at))
        click.echo(house.say(_("{name} stands in no more.", name=person.name)))


def _seats_of(uow: StoredUnitOfWork, person_id: int, name: str, role: str | None) -> Replaceable:
    """Find what somebody does whose place is taken."""
    found = [own for own in list_seats_of(uow, person_id) if role in (None, own.first.role.value)]
    if not found:
        raise Refused(_("{name} is no mentor or teacher of anybody.", name=name))
    if len(found) > 1:
        raise Refused(_("{name} is mentor and teacher: say --as.", name=name))
    return found[0]


def _list_running(uow: StoredUnitOfWork) -> list[Substitution]:
    schools = [row for row in uow.catalogue.list_organisations() if not row.sample]
    tracks = [own.id for row in schools[:1] for own in uow.catalogue.tracks.list_all(row.id)]
    return list(join_substitutes(uow.substitutes.list_running(tracks)))


def _said(own: Substitution) -> Sayable:
    return say_substitution(own, listed(own.students))


def _as_json(own: Substitution) -> dict[str, object]:
    first = own.first
    return {
        "name": first.person,
        "absent": first.absent,
        "role": first.role.value,
        "students": own.students,
        "until": first.last_second.isoformat(),
    }
