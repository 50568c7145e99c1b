"""How recognitions are said, in a list and by themselves."""

from collections.abc import Iterator
from datetime import date

from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.messages import Day, Sayable, _, listed, words
from bot.ports.agreeing.recognitions import RecognisedPlace
from bot.use_cases.agreeing.recognitions.see_recognitions import Urgency, urgency_of

URGENT = frozenset({Urgency.ENDED, Urgency.MISSING, Urgency.ENDING})


def say_day(day: date, reader: Person) -> Day:
    """Show a day to somebody."""
    return Day(opening(day, reader.time_zone))


def name_place(place: RecognisedPlace) -> Sayable:
    """Name a workplace with what is learned there."""
    return words(place.workplace, place.programme, by=" · ")


def say_recognition(place: RecognisedPlace, reader: Person, today: date) -> Sayable:
    """Say in a few words until when a workplace is recognised."""
    return words(_say_end(place, reader, today), _say_asked(place, reader), by="; ")


def say_whole(place: RecognisedPlace, reader: Person, today: date) -> Iterator[Sayable]:
    """Say all there is to say about the recognition of one workplace, line by line."""
    yield name_place(place)
    if place.needed is False:
        yield _("For this programme no recognition is needed.")
        return
    yield say_recognition(place, reader, today)
    if given := place.recognition.given_on:
        yield _("It was given on {day}, for five years.", day=say_day(given, reader))
    yield _("Who learns here: {students}", students=listed(own.student for own in place.learners))
    if place.needed is None:
        yield _(
            "In which education this programme stands is not said yet, so I cannot say whether a"
            " recognition is needed. Whoever runs Kompaan for the school says it."
        )


def _say_end(place: RecognisedPlace, reader: Person, today: date) -> Sayable:
    until = place.recognition.until
    if until is None:
        unknown = _("until when it is recognised is not known")
        return words("⚠", unknown) if place.needed else unknown
    day = say_day(until, reader)
    urgency = urgency_of(place, today)
    if urgency is Urgency.ENDED:
        return _("⚠ its recognition ended on {day}", day=day)
    if urgency is Urgency.ENDING:
        return _("⚠ its recognition ends soon, on {day}", day=day)
    return _("recognised until {day}", day=day)


def _say_asked(place: RecognisedPlace, reader: Person) -> Sayable | None:
    asked = place.recognition.asked_on
    return _("asked for on {day}", day=say_day(asked, reader)) if asked else None
