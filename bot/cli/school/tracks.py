"""The command for tracks: shown, ended, and taken up again."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.days import opening
from bot.domain.folding import fold
from bot.domain.school.endings import PlacementLife
from bot.domain.supporting.stops import StopAudience, Stopping, StopReason
from bot.messages import Day, Sayable, _, _n, words
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.end_placements import end_placements
from bot.use_cases.joining.resume_placements import last_ended, resume_placements
from bot.use_cases.supporting.stops.stop_placement import AlreadyStopped, FarLastDay, stop_at
from bot.use_cases.supporting.stops.take_up import take_up
from bot.wiring import House, open_house


def _of_whom(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the student, and which of the student's tracks and placements is meant."""
    for add in (
        click.option("--workplace", metavar="NAME", help="Only the placement at this workplace."),
        click.option("--programme", metavar="CODE", help="Only the track in this programme."),
        click.argument("who"),
    ):
        command = add(command)
    return command


@click.group()
def track() -> None:
    """Show a student's tracks, stop a placement, end it or the track, or take it up again."""


@track.command()
@_of_whom
def show(who: str, programme: str | None, workplace: str | None) -> None:
    """Show the placements of WHO, and which have ended."""
    house = open_house()
    with house.transaction() as uow:
        for life in _meant(house, uow, who, programme, workplace):
            zone = uow.worlds.read_zone(life.track_id)
            click.echo(house.say(_described(life, zone)))


@track.command()
@_of_whom
@at_option
def end(who: str, programme: str | None, workplace: str | None, at: datetime | None) -> None:
    """End the track of WHO, or one placement: nobody looks on or is asked; all scores stay."""
    house = open_house()
    with house.transaction() as uow:
        meant = _of_one_track(_meant(house, uow, who, programme, workplace))
        ended = end_placements(uow, meant, instant_of(house, at))
        if not ended:
            raise Refused(_("Nothing of {student} runs there any more.", student=meant[0].student))
        for life in ended:
            click.echo(
                house.say(
                    _(
                        "{student} at {workplace} ({programme}): ended. All scores stay.",
                        student=life.student,
                        workplace=life.workplace,
                        programme=life.programme,
                    )
                )
            )


@track.command()
@_of_whom
@click.option(
    "--last-day",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    metavar="YYYY-MM-DD",
    help="The last day there; mentors leave after it.",
)
@click.option(
    "--because",
    type=click.Choice([reason.value for reason in StopReason]),
    default=StopReason.ELSE.value,
    show_default=True,
    help="Who stops: the student, the company, both, or something else.",
)
@click.option(
    "--hears",
    type=click.Choice([heard.value for heard in StopAudience]),
    default=StopAudience.COACH.value,
    show_default=True,
    help="Who is told: all around, teacher and coach (school), or the coach.",
)
@at_option
def stop(who: str, programme: str | None, workplace: str | None, **said: Any) -> None:
    """Say that a placement of WHO stops: its mentors go, the track and all scores stay."""
    house = open_house()
    with house.transaction() as uow:
        running = [life for life in _meant(house, uow, who, programme, workplace) if _runs(life)]
        life = _only(running)
        stopping = Stopping(
            StopReason(said["because"]), said["last_day"].date(), StopAudience(said["hears"])
        )
        try:
            stopped, told = stop_at(uow, life, None, stopping, instant_of(house, said["at"]))
        except AlreadyStopped:
            raise Refused(_("That this placement stops was said before.")) from None
        except FarLastDay:
            raise Refused(_("That last day is too far away.")) from None
        people = _n("{count} person is told.", "{count} people are told.", len(told))
        stops = _(
            "{student} stops at {workplace}, last day {day}. All scores stay, and so does the "
            "track.",
            student=stopped.student,
            workplace=stopped.workplace,
            day=Day(opening(stopping.last_day, uow.worlds.read_zone(life.track_id))),
        )
        click.echo(house.say(words(stops, people)))


def _runs(life: PlacementLife) -> bool:
    return life.ended_at is None


def _only(running: list[PlacementLife]) -> PlacementLife:
    """Take the only placement that can be meant. Raises Refused."""
    if not running:
        raise Refused(_("Nothing of this student runs there any more."))
    if len(running) > 1:
        places = "; ".join(f"{life.programme}, {life.workplace}" for life in running)
        raise Refused(
            _("Several placements run ({places}): name one with --workplace.", places=places)
        )
    return running[0]


@track.command()
@_of_whom
@at_option
def resume(who: str, programme: str | None, workplace: str | None, at: datetime | None) -> None:
    """Take the track of WHO up again, or one placement, with who was around it."""
    house = open_house()
    with house.transaction() as uow:
        now = instant_of(house, at)
        every = _meant(house, uow, who, programme, workplace)
        stopped = [uow.stops.find(life.id) for life in every if life.ended_at is None]
        stops = [stop for stop in stopped if stop is not None]
        for stop in stops:
            take_up(uow, stop, None, now)
        ended = [life for life in every if life.ended_at]
        meant = _of_one_track(ended) if ended or not stops else []
        taken_up = resume_placements(uow, meant if workplace else last_ended(meant), now)
        going = {stop.placement_id for stop in stops} | {life.id for life in taken_up}
        for life in every:
            if life.id in going:
                click.echo(
                    house.say(
                        _(
                            "{student} at {workplace} ({programme}): taken up again.",
                            student=life.student,
                            workplace=life.workplace,
                            programme=life.programme,
                        )
                    )
                )


def _meant(
    house: House, uow: StoredUnitOfWork, who: str, programme: str | None, workplace: str | None
) -> list[PlacementLife]:
    """Find the placements that a command is about. Raises Refused."""
    person = find_person(house, uow, who)
    every = uow.endings.list_of_student(person.id)
    if not every:
        raise Refused(_("{name} is no student here.", name=person.name))
    found = [
        life
        for life in every
        if (programme is None or life.programme.casefold() == programme.casefold())
        and (workplace is None or fold(life.workplace) == fold(workplace))
    ]
    if not found:
        known = "; ".join(f"{life.programme}, {life.workplace}" for life in every)
        raise Refused(
            _("{name} has no such placement; there are: {known}.", name=person.name, known=known)
        )
    return found


def _of_one_track(found: list[PlacementLife]) -> list[PlacementLife]:
    """Refuse what is about several tracks, or about nothing. Raises Refused."""
    if not found:
        raise Refused(_("Nothing of this student has ended there."))
    codes = sorted({life.programme for life in found})
    if len(codes) > 1:
        raise Refused(
            _(
                "{student} has several tracks: name one with --programme ({codes}).",
                student=found[0].student,
                codes=", ".join(codes),
            )
        )
    return found


def _described(life: PlacementLife, zone: str) -> Sayable:
    where = f"{life.student} ({life.student_id}), {life.programme}, {life.workplace}"
    last = life.last_day(zone)
    if last is None:
        return _("{where}: runs", where=where)
    day = Day(opening(last, zone))
    if life.ended_at is None:
        return _("{where}: stopped, without its mentors; last day {day}", where=where, day=day)
    return _("{where}: ended on {day}", where=where, day=day)
