"""The buttons of a card: what each of them says."""

from typing import Literal

from bot.domain.scoring.scales import Coverage, Mastery
from handlers.talking.routing.tap import LiveTap, Tap


class MarkOnCard(LiveTap, code="ka"):
    """Say how an indicator is shown; however often it is tapped, it says the same."""

    indicator: int
    mastery: Mastery


class CoverOnCard(LiveTap, code="kb"):
    """Say how often an indicator has come up."""

    indicator: int
    coverage: Coverage


class NotHereOnCard(LiveTap, code="kc"):
    """Say that an indicator is not applicable here."""

    indicator: int


class TakeBackOnCard(LiveTap, code="kd"):
    """Take back what this card said of an indicator, on one scale."""

    indicator: int
    scale: Literal["mastery", "coverage"]


class MarkAll(LiveTap, code="ke"):
    """Say the same of all that this card has not marked, in every part."""

    mastery: Mastery


class CoverAll(LiveTap, code="kf"):
    """Say how often all came up of which this card has not said it, in every part."""

    coverage: Coverage


class RepeatAll(LiveTap, code="kg"):
    """Say one's last marks again of all that this card has not marked, in every part."""


class TurnCard(LiveTap, code="kh"):
    """Show a part of the card, counted from 0, in one of its views."""

    part: int
    view: Literal["marks", "often", "notes"]


class ReadWhole(LiveTap, code="ki"):
    """Read the whole text of an indicator."""

    indicator: int


class FinishCard(LiveTap, code="kj"):
    """Finish, with what was stored."""


class AskOneByOne(LiveTap, code="kl"):
    """Go on with one question after the other, now and the next time."""


class AskOnCard(LiveTap, code="km"):
    """Go on with the card, now and the next time."""


class SayUnchanged(Tap, code="ks"):
    """Say again all that is open on a track and did not change; found anew when it is tapped."""

    track: int
