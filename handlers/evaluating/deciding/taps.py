"""The buttons of decisions: to record one, to correct it, and to note that the student was told."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from bot.domain.evaluating.decisions import DecisionKind
from handlers.talking.routing.tap import LiveTap, Shape, Tap


class KindLetter(StrEnum):
    """Which decision a button means, by a letter."""

    QUALIFIED = "q"
    NOT_QUALIFIED = "n"
    GOES_ON = "g"
    OTHER = "o"

    @property
    def kind(self) -> DecisionKind:
        """The decision that it means."""
        return DecisionKind[self.name]


class ShowDecision(Tap, code="ha"):
    """Show what was decided about a student."""

    track: int


class BeginDecision(Tap, code="hb"):
    """Begin to record a decision, or a correction of the one that stands (`follows`)."""

    track: int
    follows: int | None


class ChooseRuling(LiveTap, code="hc"):
    """Choose what was decided."""

    kind: KindLetter


class ToggleDecider(LiveTap, code="hd"):
    """Say that somebody, by their place in the list, was among those who decided, or was not."""

    place: int


class OtherDecider(LiveTap, code="he"):
    """Type the names of others who decided."""


class DecidersNamed(LiveTap, code="hf"):
    """Go on: those who decided are named."""


class ChooseDecidedOn(LiveTap, code="hg"):
    """Choose the day on which it was decided."""

    day: date


class ChangePart(LiveTap, code="hh"):
    """Change one part of what is to be recorded."""

    part: Literal["what", "who", "when", "why"]


class StoreDecision(LiveTap, code="hi"):
    """Record what is shown; `sure` where it was asked about once more."""

    sure: Annotated[str, Shape(r"[ys]")]


class NoteTold(Tap, code="hj"):
    """Begin to note that the student was told of a decision."""

    track: int
    decision: int


class ChooseTeller(LiveTap, code="hk"):
    """Choose who told the student, by their place in the list."""

    place: int


class OtherTeller(LiveTap, code="hl"):
    """Type the name of who told the student."""


class ChooseToldOn(LiveTap, code="hm"):
    """Choose the day on which the student was told."""

    day: date
