"""Say until when a workplace is recognised: its mentor does, or a coach around it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.domain.agreeing.recognitions import FURTHEST, LONGEST_AGO, Recognition, last_day_of
from bot.domain.days import day_of, months_on
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.planning.activities import Offer
from bot.use_cases.planning.activities.change_activities import NotYours, Workplace


class WrongRecognition(Exception):
    """It would last longer than any does, or was given or asked for on a day to come."""


def recognise_until(
    uow: UnitOfWork, person: Person, place: Workplace, until: date | None, at: datetime
) -> int | None:
    """Say until which day a workplace is recognised, None where that is not known.

    Gives the entry that undoes it, None where nothing changed. Raises NotYours and
    WrongRecognition.
    """
    offer = find_recognised(uow, person, place)
    if until is not None and until > months_on(day_of(at, person.time_zone), FURTHEST):
        raise WrongRecognition
    return _keep(uow, person, offer, offer.recognition.lasting(until), at)


def recognise_from(
    uow: UnitOfWork, person: Person, place: Workplace, given_on: date, at: datetime
) -> int | None:
    """Say on which day a recognition was given: it lasts five years. Gives and raises as above."""
    offer = find_recognised(uow, person, place)
    today = day_of(at, person.time_zone)
    if not months_on(today, -LONGEST_AGO) <= given_on <= today:
        raise WrongRecognition
    return _keep(uow, person, offer, Recognition(last_day_of(given_on), given_on), at)


def note_asked_for(
    uow: UnitOfWork, person: Person, place: Workplace, asked_on: date, at: datetime
) -> int | None:
    """Note that a first or a new recognition is asked for. Gives and raises as above."""
    offer = find_recognised(uow, person, place)
    if asked_on > day_of(at, person.time_zone):
        raise WrongRecognition
    was = offer.recognition
    return _keep(uow, person, offer, Recognition(was.until, was.given_on, asked_on), at)


def put_back_recognition(
    uow: UnitOfWork, person: Person, before: Mapping[str, Any], at: datetime
) -> bool:
    """Take back what was said of a recognition; False where it is not theirs to say any more."""
    place = (before["workplace"], before["programme"])
    try:
        offer = find_recognised(uow, person, place)
    except NotYours:
        return False
    was = Recognition(*(date.fromisoformat(day) if day else None for day in before["was"]))
    uow.recognitions.keep(offer.organisation_id, place, was, at, person.id)
    return True


def find_recognised(uow: UnitOfWork, person: Person, place: Workplace) -> Offer:
    """Find a workplace of which somebody says this, and hold it. Raises NotYours."""
    offer = uow.activities.find_seen(person.id, *place)
    if offer is None or offer.writer is None:
        raise NotYours
    return offer


def _keep(
    uow: UnitOfWork, person: Person, offer: Offer, now: Recognition, at: datetime
) -> int | None:
    was = offer.recognition
    if was == now:
        return None
    place = (offer.workplace_id, offer.programme_id)
    kept = uow.recognitions.keep(offer.organisation_id, place, now, at, person.id)
    before = {
        "of": kept,
        "workplace": offer.workplace_id,
        "programme": offer.programme_id,
        "was": [day.isoformat() if day else "" for day in (was.until, was.given_on, was.asked_on)],
    }
    return uow.acts.record(person.id, Act.RECOGNITION, at, offer.workplace, before)
