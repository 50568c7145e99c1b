"""The buttons by which something is contested, and by which that ends."""

from enum import StrEnum

from bot.domain.school.tracks import Role
from handlers.talking.routing.tap import Tap


class ContestedView(StrEnum):
    """A view that a student may contest, by its letter."""

    MENTOR = "m"
    TEACHER = "t"

    @property
    def role(self) -> Role:
        """Whose view it is."""
        return Role.MENTOR if self is ContestedView.MENTOR else Role.TEACHER


class ContestView(Tap, code="rcv"):
    """Contest a competence's colour in one view, by its letter; of one indicator, or 0 for all."""

    track: int
    competence: int
    view: ContestedView
    indicator: int


class ListContestNotes(Tap, code="rcl"):
    """Show which notes may be contested: whose, of what and when, and not what they say."""

    track: int
    page: int


class ContestNote(Tap, code="rcn"):
    """Contest a note."""

    track: int
    note: int


class ListContests(Tap, code="rca"):
    """Show what stands contested of a track."""

    track: int


class WithdrawContest(Tap, code="rcw"):
    """Take back that something is contested."""

    contest: int


class SettleContest(Tap, code="rcs"):
    """Note how a contest ended: for a coach."""

    contest: int


class CorrectContestedNote(Tap, code="rcc"):
    """Say a contested note otherwise: for its author."""

    contest: int
