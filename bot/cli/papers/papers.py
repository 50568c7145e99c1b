"""Agreements, recognitions and handovers of the whole school: printed, or written as CSV."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.operating import operating
from bot.cli.arguments.times import at_option, instant_of
from bot.cli.papers.writing import csv_option, print_or_write
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.messages import _
from bot.ports.agreeing.recognitions import RecognisedPlace
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.agreeing.agreements.see_agreements import see_coached
from bot.use_cases.agreeing.recognitions.see_recognitions import see_recognitions
from bot.use_cases.desk.list_desk import coached_by
from bot.wiring import House, open_house
from handlers.agreeing.rows import describe_agreements, describe_recognitions
from handlers.supporting.handover.rows import describe_handovers


@click.command()
@csv_option
@at_option
def agreements(csv_file: Path | None, at: datetime | None) -> None:
    """List the agreements about placements: which holds, what of it is open, and which misses."""
    house = open_house()
    today = day_of(instant_of(house, at), house.zone)
    with operating(house, at) as uow:
        found = {
            own.place.placement_id: own
            for coach, tracks in _coaches(house, uow)
            for own in see_coached(uow, coach, tracks, today)
        }
    standings = sorted(found.values(), key=lambda own: (own.place.student, own.place.workplace))
    table = describe_agreements(standings, today, house.zone)
    print_or_write(
        house, table, _("No placement has a coach who could see its agreement."), csv_file
    )


@click.command()
@csv_option
@at_option
def recognitions(csv_file: Path | None, at: datetime | None) -> None:
    """List until when workplaces are recognised, and which need a recognition."""
    house = open_house()
    today = day_of(instant_of(house, at), house.zone)
    with operating(house, at) as uow:
        seen = [
            own
            for coach, tracks in _coaches(house, uow)
            for own in see_recognitions(uow, coach.id, tracks, today)
        ]
    found: dict[tuple[int, int], RecognisedPlace] = {}
    for own in seen:
        # A coach sees the own students alone: what one does not see another adds.
        before = found[own.key].learners if own.key in found else ()
        learners = {learner.placement_id: learner for learner in (*before, *own.learners)}
        found[own.key] = replace(own, learners=tuple(learners.values()))
    places = sorted(found.values(), key=lambda own: (own.workplace, own.programme))
    table = describe_recognitions(places, house.zone)
    print_or_write(
        house, table, _("No workplace needs a recognition, as far as is known."), csv_file
    )


@click.command()
@csv_option
@at_option
def handovers(csv_file: Path | None, at: datetime | None) -> None:
    """List which students went, or go, from one coach to another."""
    house = open_house()
    with operating(house, at) as uow:
        found = uow.handovers.list_all(house.organisation(uow).id)
        asked = {who for own in found for who in (own.wish.from_id, own.wish.to_id, own.wish.by_id)}
        people = {who: uow.people.find(who) for who in asked}
    names = {who: known.name if known else "" for who, known in people.items()}
    table = describe_handovers(found, lambda who: names[who], house.zone)
    print_or_write(house, table, _("Nobody handed a student over."), csv_file)


def _coaches(house: House, uow: StoredUnitOfWork) -> Iterator[tuple[Person, list[Track]]]:
    """List who coaches in the school, with the running tracks of each."""
    for coach in uow.handovers.list_coaches(house.organisation(uow).id):
        yield coach, coached_by(uow.tracks.list_of(coach.id))
