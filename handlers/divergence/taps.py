"""The buttons below alerts, below questions about them, and below a talk that is planned."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from bot.domain.school.tracks import PERSPECTIVES, Role
from handlers.talking.phrases import ROLE_LETTER
from handlers.talking.routing.tap import Shape, Tap


class ToWhom(StrEnum):
    """Whom a coach's question goes to: one perspective by its letter, or all."""

    STUDENT = "s"
    MENTOR = "m"
    TEACHER = "t"
    ALL = "a"

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of those who are asked."""
        return tuple(
            role for role in PERSPECTIVES if self in (ToWhom.ALL, ToWhom(ROLE_LETTER[role]))
        )


def _read_moment(written: str) -> datetime:
    return datetime.strptime(written, _MOMENT).replace(tzinfo=UTC)


_MOMENT = "%Y%m%d%H%M"

UtcMoment = Annotated[datetime, Shape(r"\d{12}", _MOMENT, _read_moment)]
"""An instant in UTC, to the minute."""


class ShowAlert(Tap, code="av"):
    """Show an alert in full."""

    alert: int


class ShowDiffering(Tap, code="ad"):
    """Show all indicators on which the views of an alert differ."""

    alert: int


class ListAlerts(Tap, code="ap"):
    """Show a page of the alerts that stand open, counted from 0."""

    page: int


class ListSmaller(Tap, code="al"):
    """List all smaller differences, or another page of them, counted from 0."""

    page: int | None


class AcknowledgeAlert(Tap, code="ak"):
    """Say that the coach has seen an alert."""

    alert: int


class SnoozeAlert(Tap, code="az"):
    """Put an alert off."""

    alert: int


class ResolveAlert(Tap, code="ar"):
    """Tell what was done about an alert."""

    alert: int


class WriteQuestion(Tap, code="aq"):
    """Write a question about an alert, to one perspective or to all."""

    alert: int
    to: ToWhom


class SendUsualQuestion(Tap, code="au"):
    """Send the usual question about an alert, to one perspective or to all."""

    alert: int
    to: ToWhom


class AnswerQuestion(Tap, code="an"):
    """Answer a coach's question."""

    question: int


class ChooseReader(Tap, code="ao"):
    """Choose who reads the answer to a question that nobody else would."""

    question: int
    reader: int


class PlanTalk(Tap, code="at"):
    """Plan a talk about an alert."""

    alert: int


class MoveTalk(Tap, code="tm"):
    """Move the talk about an alert to a moment."""

    alert: int
    moment: UtcMoment


class ChooseMoment(Tap, code="ta"):
    """Choose the moment of the talk about an alert."""

    alert: int
    moment: UtcMoment


class TypeMoment(Tap, code="ty"):
    """Type when the talk about an alert is."""

    alert: int


class ExportLog(Tap, code="lx"):
    """Bring the log of a track as a file."""

    track: int


class ShowLog(Tap, code="lo"):
    """Show a page of the log of a track, counted from 0."""

    track: int
    page: int
