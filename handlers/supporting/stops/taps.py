"""The buttons about a placement that stops: three taps, and one that takes it back."""

from datetime import date

from bot.domain.supporting.stops import StopAudience, StopReason
from handlers.talking.routing.tap import Tap


class AskStop(Tap, code="ip"):
    """Show a placement, and ask why it stops."""

    placement: int


class WhyStop(Tap, code="iy"):
    """Say why a placement stops."""

    placement: int
    reason: StopReason


class LastDay(Tap, code="il"):
    """Say which day is the last one there."""

    placement: int
    reason: StopReason
    day: date


class StopPlacement(Tap, code="ih"):
    """Say that a placement stops, and who hears it."""

    placement: int
    reason: StopReason
    day: date
    hears: StopAudience


class GoOnAfterAll(Tap, code="ig"):
    """Say that a placement goes on after all."""

    placement: int
