"""The command for tracks: shown, ended, and taken up again."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.folding import fold
from bot.domain.school.endings import PlacementLife
from bot.messages import Day, Sayable, _
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.end_placements import end_placements
from bot.use_cases.joining.resume_placements import last_ended, resume_placements
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
    """Show a student's tracks, end one or one of its placements, or take it up again."""


@track.command()
@_of_whom
def show(who: str, programme: str | None, workplace: str | None) -> None:
    """Show the placements of WHO, and which have ended."""
    house = open_house()
    with house.transaction() as uow:
        for life in _meant(house, uow, who, programme, workplace):
            click.echo(house.say(_described(life)))


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
@at_option
def resume(who: str, programme: str | None, workplace: str | None, at: datetime | None) -> None:
    """Take the track of WHO up again, or one placement, with who was around it."""
    house = open_house()
    with house.transaction() as uow:
        meant = _of_one_track(
            [life for life in _meant(house, uow, who, programme, workplace) if life.ended_at]
        )
        now = instant_of(house, at)
        for life in resume_placements(uow, meant if workplace else last_ended(meant), now):
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


def _described(life: PlacementLife) -> Sayable:
    where = f"{life.student} ({life.student_id}), {life.programme}, {life.workplace}"
    if life.ended_at is None:
        return _("{where}: runs", where=where)
    return _("{where}: ended on {day}", where=where, day=Day(life.ended_at))
