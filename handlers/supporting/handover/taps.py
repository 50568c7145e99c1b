"""The buttons about tracks that go to another coach; a track of 0 means all of that coach."""

from datetime import date, timedelta
from typing import Annotated

from handlers.talking.routing.tap import Shape, Tap

COUNTED_FROM = date(2020, 1, 1)


def count_days(day: date) -> int:
    """Count a day as a button writes it."""
    return (day - COUNTED_FROM).days


class ListHandovers(Tap, code="uh"):
    """Show a page of whom a coach can hand over, counted from 0."""

    coach: int
    page: int


class ChooseNewCoach(Tap, code="uc"):
    """Show who could be the coach, a page counted from 0."""

    coach: int
    track: int
    page: int


class ShowHandover(Tap, code="us"):
    """Show what would go to somebody; nothing changes yet."""

    coach: int
    track: int
    to: int


class HandOverNow(Tap, code="ug"):
    """Hand over at once."""

    coach: int
    track: int
    to: int


class HandOverFrom(Tap, code="uf"):
    """Hand over from a day on, which is counted so that a code with three identities has room."""

    coach: int
    track: int
    to: int
    days: Annotated[int, Shape(r"\d{1,4}", read=int)]

    @property
    def day(self) -> date:
        """Say which day it is."""
        return COUNTED_FROM + timedelta(self.days)


class CallOffHandover(Tap, code="ue"):
    """Call off what is planned."""

    handover: int


class OpenHandover(Tap, code="ul"):
    """Show the new coach what stands open on what was handed over."""

    handover: int
