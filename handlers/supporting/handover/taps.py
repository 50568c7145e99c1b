"""The buttons about tracks that go to another coach; a track of 0 means all of that coach."""

from datetime import date

from handlers.talking.routing.tap import Tap


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
    """Hand over from a day on."""

    coach: int
    track: int
    to: int
    day: date


class CallOffHandover(Tap, code="ue"):
    """Call off what is planned."""

    handover: int


class OpenHandover(Tap, code="ul"):
    """Show the new coach what stands open on what was handed over."""

    handover: int
