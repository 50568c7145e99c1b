"""How many hours a week a placement takes: asked once, since the kind of agreement goes by it."""

import re
from fractions import Fraction
from functools import partial

from bot.domain.agreeing.agreements import AgreedPlace
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


def hours_rows(place: AgreedPlace) -> tuple[tuple[Button, ...], ...]:
    """Offer some hours a week, three in a row."""
    says = partial(SayHours, place.placement_id)
    buttons = [button(hours_shown(hours), says(int(hours * 10))) for hours in OFFERED]
    return tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))


def mean_hours(asked: WeeklyHoursOffered, text: str) -> Tap | None:
    """Read the hours that are typed, such as 19.5, 19,5 or 20 hours."""
    found = _HOURS.fullmatch(text.strip(" .!"))
    if found is None:
        return None
    return SayHours(asked.placement, int(found["whole"]) * 10 + int(found["tenth"] or 0))
