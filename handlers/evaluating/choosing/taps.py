"""The buttons of the choice, and of the evaluations to prepare."""

from typing import Literal

from bot.domain.evaluating.choosing import LateReason
from handlers.talking.routing.tap import LiveTap, Tap


class ChooseComponent(Tap, code="ch"):
    """Choose a course component to be evaluated on in a period, or no longer."""

    period: int
    track: int
    component: int


class ShowChoice(Tap, code="va"):
    """Show what a period evaluates of a student, to a teacher or a coach."""

    track: int
    period: int


class ChooseLate(Tap, code="vb"):
    """Let a course component count for a student once the choice is over, or no longer."""

    period: int
    track: int
    component: int
    counts: Literal["on", "off"]


class GiveReason(LiveTap, code="vc"):
    """Name one of the usual reasons for what is chosen late."""

    reason: LateReason


class ShowEvaluations(Tap, code="vd"):
    """Show the evaluations to prepare of a track's class group in a period, in an arrangement."""

    track: int
    period: int
    by: Literal["component", "student"]


class BringEvaluations(Tap, code="ve"):
    """Bring the evaluations to prepare of a track's class group in a period, as a file."""

    track: int
    period: int
    kind: Literal["xlsx", "ics"]
