"""The buttons of the pages for the class council."""

from typing import Literal

from handlers.talking.routing.tap import Tap


class ShowCouncilPage(Tap, code="qc"):
    """Bring a student's page at a photo: as its viewer may read it, or to hand round to all."""

    track: int
    photo: int
    readers: Literal["me", "all"]


class ShowCouncilClass(Tap, code="qk"):
    """Bring the page of a track's class group at a photo."""

    track: int
    photo: int
