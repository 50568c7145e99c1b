"""The buttons below what is told of what is kept."""

from typing import Literal

from bot.showing.privacy.sections import PrivacySection
from handlers.talking.routing.tap import Tap


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
