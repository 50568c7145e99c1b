"""The buttons of periods: moving and cancelling one, what is proposed, asking later."""

from datetime import date
from enum import StrEnum
from typing import Literal

from handlers.talking.routing.tap import LiveTap, Tap


class PhotoStep(StrEnum):
    """By how much a button moves a photo."""

    WEEK_EARLIER = "-w"
    DAY_EARLIER = "-d"
    DAY_LATER = "d"
    WEEK_LATER = "w"


class ShowPeriod(Tap, code="pe"):
    """Show a period to its coach, with what can be done about it."""

    period: int


class MovePhoto(Tap, code="pm"):
    """Move the photo of a period by a step."""

    period: int
    step: PhotoStep


class CancelPeriod(Tap, code="pk"):
    """Cancel a period, or ask first whether that is meant."""

    period: int
    sure: Literal["ask", "yes"]


class MarkLast(Tap, code="pl"):
    """Say of a period whether the class council decides after its photo: 1 that it does."""

    period: int
    last: int


class AddUsualPeriods(Tap, code="pu"):
    """Add the usual three periods of a school year to a programme."""

    programme: int


class AddProposedPeriod(Tap, code="pn"):
    """Add the period that was proposed for a programme; the day in UTC on which it opens tells it.

    A second tap, or one after the proposal has changed, adds none.
    """

    programme: int
    opens: date


class SureOfYear(LiveTap, code="py"):
    """Say that a period that was typed is meant to be in another school year."""


class AskAgain(Tap, code="ag"):
    """Put a reminder off: for two hours, or until tomorrow."""

    when: Literal["later", "tomorrow"]
