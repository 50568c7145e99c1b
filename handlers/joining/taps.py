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
