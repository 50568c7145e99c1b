"""How many hours a week a placement takes: asked once, since the kind of agreement goes by it."""

import re
from fractions import Fraction
from functools import partial

from bot.domain.agreeing.agreements import AgreedPlace
from bot.domain.numerals import read_number
from bot.messages import Button
from handlers.agreeing.agreements.asked import WeeklyHoursOffered
from handlers.agreeing.agreements.phrases import hours_shown
from handlers.agreeing.agreements.taps import SayHours
from handlers.talking.routing.tap import Tap, button

OFFERED = (Fraction(12), Fraction(16), Fraction("19.5"), Fraction(20), Fraction(24), Fraction(30))
"""Hours that can be tapped; any other are typed."""

_HOURS = re.compile(
    r"(?P<whole>\d{1,2})(?:[.,](?P<tenth>\d))?"
    r"(?: ?(?:h|u|hours?|uur|uren|heures?|std|stunden?)\.?(?: .{1,20})?)?",
    re.ASCII | re.IGNORECASE,
)
"""A number with one decimal at most, and perhaps 'hours a week' behind it."""

_A_WEEK = re.compile(
    r"\b(?:h|u|hours?|uur|uren|heures?|std|stunden?)\b\.?"
    r"|\b(?:a|per|each|par|pro|in der|in de|de|la|die|je) (?:week|semaine|woche)\b",
    re.IGNORECASE,
)
"""The same among words: 'dix-neuf heures et demie par semaine'."""


def hours_rows(place: AgreedPlace) -> tuple[tuple[Button, ...], ...]:
    """Offer some hours a week, three in a row."""
    says = partial(SayHours, place.placement_id)
    buttons = [button(hours_shown(hours), says(int(hours * 10))) for hours in OFFERED]
    return tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))


def mean_hours(asked: WeeklyHoursOffered, text: str) -> Tap | None:
    """Read the hours that are typed, such as 19.5, 20 hours, or nineteen and a half."""
    found = _HOURS.fullmatch(text.strip(" .!"))
    if found is None:
        hours = read_number(_A_WEEK.sub(" ", text.strip(" .!")))
        return None if hours is None else SayHours(asked.placement, int(hours * 10))
    return SayHours(asked.placement, int(found["whole"]) * 10 + int(found["tenth"] or 0))
