"""The buttons below questions and answers; those of a student's own week stand with the talk."""

from typing import Literal

from bot.domain.reflecting.following import FollowUp
from bot.domain.reflecting.sharing import Share
from handlers.talking.routing.tap import LiveTap, Tap


class TakeAsAnswer(LiveTap, code="rm"):
    """Say that a waiting text answers the question."""


class AnswerPrompt(Tap, code="ra"):
    """Begin the answer to a question; 0 is no question at all."""

    prompt: int


class AskAnother(Tap, code="ro"):
    """Put another question in the place of this one."""

    prompt: int


class SkipPrompt(Tap, code="rs"):
    """Leave a question unanswered."""

    prompt: int


class SkipFollowUp(Tap, code="rj"):
    """Leave a follow-up on an answer; it is named, so that a second tap leaves no other."""

    answer: int
    step: FollowUp


class FinishAnswer(Tap, code="rd"):
    """Say that an answer is whole."""

    answer: int


class ShowAnswer(Tap, code="rr"):
    """Show an answer: in a message of its own, or here, in the place of the button's message."""

    answer: int
    where: Literal["here"] | None = None


class ShowMore(Tap, code="rp"):
    """Show a page of an answer, counted from 0, in the place of the button's message."""

    answer: int
    page: int


class ShareAnswer(Tap, code="rv"):
    """Choose who may read an answer."""

    answer: int
    share: Share


class WithdrawAnswer(Tap, code="rx"):
    """Withdraw an answer; whoever is not sure yet is asked."""

    answer: int
    sure: Literal["ask", "yes"]


class SetGoal(Tap, code="rg"):
    """Set a goal that comes of an answer."""

    answer: int


class TakeBackGoal(Tap, code="rk"):
    """Take a goal back."""

    goal: int


class OfferEvidence(Tap, code="re"):
    """Offer the indicators that an answer can be evidence for."""

    answer: int


class ToggleEvidence(Tap, code="ri"):
    """Let an answer be evidence for an indicator, or no longer."""

    answer: int
    indicator: int


class OfferGivers(Tap, code="rf"):
    """Offer whom to ask for feedback on an answer."""

    answer: int


class AskFeedback(Tap, code="rb"):
    """Ask somebody for feedback on an answer; `shares` where it was said that this shares it."""

    answer: int
    giver: int
    shares: Literal["all"] | None = None


class GiveFeedback(Tap, code="rw"):
    """Write the feedback that a student asked for."""

    feedback: int


class JudgeFeedback(Tap, code="rl"):
    """Say whether feedback helped."""

    feedback: int
    helped: Literal["yes", "no"]


class ShowEarlier(Tap, code="rh"):
    """Show the answers on a track from before one of them."""

    track: int
    before: int
