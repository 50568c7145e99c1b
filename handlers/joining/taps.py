"""The buttons of tracks: ending one or a placement of it, and taking it up again."""

from typing import Literal

from handlers.talking.routing.tap import Tap


class ShowTrack(Tap, code="jt"):
    """Show a track to its coach, with what can be done about it."""

    track: int


class EndTrack(Tap, code="je"):
    """End a track, or one placement of it (0 for all), or ask first whether that is meant."""

    track: int
    placement: int
    sure: Literal["ask", "yes"]


class ResumeTrack(Tap, code="jr"):
    """Take a track up again, or one placement of it (0 for what ended last)."""

    track: int
    placement: int


class EndDevice(Tap, code="jd"):
    """End one of one's own devices, or ask first whether that is meant."""

    session: int
    sure: Literal["ask", "yes"]


class EndOthers(Tap, code="jo"):
    """End all of one's own devices but this one, or ask first whether that is meant."""

    sure: Literal["ask", "yes"]


class AddDevice(Tap, code="ja"):
    """Make a link by which one more device of one's own comes in."""


class DisownDevice(Tap, code="jx"):
    """Say of a device that came in that it was not them."""

    session: int


class LosePhone(Tap, code="jp"):
    """End all devices of somebody whose phone is lost."""

    person: int


class HandLink(Tap, code="jl"):
    """Make a new link for somebody whose phone was lost."""

    person: int
