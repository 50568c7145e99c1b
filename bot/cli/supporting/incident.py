"""Incidents at work on the command line: told for somebody, and whether a coach has seen them."""

import json
from collections.abc import Iterator
from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.folding import fold
from bot.domain.school.tracks import Person, Track
from bot.domain.supporting.incidents import INCIDENT_BY, LONGEST_INCIDENT, IncidentTrail
from bot.messages import Day, Moment, Sayable, _, lines, words
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.supporting.incidents.tell_incident import (
    ToldIncident,
    TooLongIncident,
    tell_incident,
)
from bot.wiring import open_house


@click.group()
def incident() -> None:
    """Incidents at work: their words are for the coaches, and for who reported them."""


@incident.command("list")
@click.option("--unseen", is_flag=True, help="Only those that no coach has seen.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def list_(unseen: bool, as_json: bool) -> None:
    """List about whom incidents were reported, and which coach has seen them; never the words."""
    house = open_house()
    with house.transaction() as uow:
        schools = [row for row in uow.catalogue.list_organisations() if not row.sample]
        every = [trail for row in schools[:1] for trail in uow.incidents.list_trails(row.id)]
    trails = [trail for trail in every if not (unseen and trail.is_seen)]
    if as_json:
        click.echo(json.dumps([_as_json(trail) for trail in trails], ensure_ascii=False))
        return
    if not trails:
        seen = _("Every incident that was reported has been seen by a coach.")
        click.echo(house.say(seen if every else _("No incident was reported.")))
    for trail in trails:
        click.echo(house.say(_say_trail(trail)))


@incident.command()
@click.option("--as", "reporter", required=True, metavar="PERSON", help="Who reports it.")
@click.option("--about", required=True, metavar="STUDENT", help="The student it is about.")
@click.option("--programme", metavar="CODE", help="Only the track in this programme.")
@click.argument("text")
@at_option
def tell(reporter: str, about: str, programme: str | None, text: str, at: datetime | None) -> None:
    """Send TEXT at once to the coaches, for somebody who told it to the school."""
    house = open_house()
    with house.transaction() as uow:
        person = find_person(house, uow, reporter)
        track = _find_track(uow, person, find_person(house, uow, about), programme)
        try:
            now = instant_of(house, at)
            told = tell_incident(uow, person, track, text.strip(), now, by_school=True)
        except TooLongIncident:
            raise Refused(
                _("That is too long: {most} characters at most.", most=LONGEST_INCIDENT)
            ) from None
        click.echo(house.say(lines(*_say_told(told))))


def _find_track(
    uow: StoredUnitOfWork, reporter: Person, student: Person, programme: str | None
) -> Track:
    """Find on which track somebody reports it. Raises Refused."""
    own = [
        track
        for track in uow.tracks.list_of(reporter.id)
        if track.student_id == student.id and track.roles & INCIDENT_BY and not track.ended_at
    ]
    by_code = {uow.tracks.read_programme(track.programme_id).code: track for track in own}
    codes = [code for code in by_code if not programme or fold(code) == fold(programme)]
    if not codes:
        raise Refused(
            _(
                "{name} is neither {student} nor a mentor or teacher of theirs: nothing was sent.",
                name=reporter.name,
                student=student.name,
            )
        )
    if len(codes) > 1:
        raise Refused(
            _(
                "{student} has several tracks: name one with --programme ({codes}).",
                student=student.name,
                codes=", ".join(sorted(codes)),
            )
        )
    return by_code[codes[0]]


def _say_told(told: ToldIncident) -> Iterator[Sayable]:
    if told.reached:
        yield _("Sent at once to {names}.", names=", ".join(told.reached))
    if told.waits:
        yield _("It waits here until {names} looks.", names=", ".join(told.waits))
    if told.unreached:
        yield _("Nothing here reaches {names}.", names=", ".join(told.unreached))
    for name, until in told.away.items():
        yield _("{name} is away up to and including {day}.", name=name, day=Day(until))
    if not told.is_read_now:
        yield _("Nobody reads this now: tell a coach, or who stands in, by word of mouth.")


def _say_trail(trail: IncidentTrail) -> Sayable:
    about = _(
        "{number}: about {student}, {when}.",
        number=trail.id,
        student=trail.student,
        when=Moment(trail.told_at),
    )
    if not trail.coaches:
        return words(about, _("It went to nobody."))
    return words(about, *(_say_coach(name, seen) for name, seen in trail.coaches))


def _say_coach(name: str, seen_at: datetime | None) -> Sayable:
    if seen_at is None:
        return _("{name} has not seen it.", name=name)
    return _("{name} has seen it ({when}).", name=name, when=Moment(seen_at))


def _as_json(trail: IncidentTrail) -> dict[str, object]:
    return {
        "number": trail.id,
        "student": trail.student,
        "told_at": trail.told_at.isoformat(),
        "coaches": [
            {"name": name, "seen_at": seen.isoformat() if seen else None}
            for name, seen in trail.coaches
        ],
    }
