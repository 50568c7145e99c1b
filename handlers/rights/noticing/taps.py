"""The buttons below what is told of what is kept."""

from enum import StrEnum
from typing import Literal

from handlers.talking.routing.tap import Tap


class PrivacySection(StrEnum):
    """One section of what is told of what is kept."""

    KEPT = "kept"
    SEEN = "seen"
    LONG = "long"
    PLACES = "places"
    RIGHTS = "rights"


class ShowPrivacy(Tap, code="rpv"):
    """Show a section; without one, how it begins."""

    section: PrivacySection | None = None


class ShowGuardian(Tap, code="rgs"):
    """Show how it stands with the guardian of a student."""

    student: int


class NoteGuardian(Tap, code="rgn"):
    """Note that a guardian of a student says yes, or no."""

    student: int
    said: Literal["yes", "no"]
