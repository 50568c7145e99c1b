"""The buttons about agreements."""

from datetime import date
from typing import Literal

from bot.domain.agreeing.steps import AgreementStep
from handlers.talking.routing.tap import Tap


class ShowAgreement(Tap, code="Aa"):
    """Show how it stands with the agreement about a placement."""

    placement: int


class ListAgreements(Tap, code="Al"):
    """Show a page of the placements, counted from 0."""

    page: int


class SayHours(Tap, code="Ah"):
    """Say how many hours a week a placement takes, in tenths; absent where it is not known."""

    placement: int
    tenths: int | None


class AskHours(Tap, code="Aw"):
    """Ask how many hours a week a placement takes."""

    placement: int


class AskAgreementDays(Tap, code="Ad"):
    """Ask from when until when the next agreement is, or until when from a first day on."""

    placement: int
    first: date | None = None


class MakeAgreement(Tap, code="Am"):
    """Note an agreement from a first until a last day."""

    placement: int
    first: date
    last: date


class TakeAgreementBack(Tap, code="Au"):
    """Take back that there is an agreement."""

    agreement: int


class TickStep(Tap, code="Ak"):
    """Say that a step of an agreement is done, or that it is not."""

    agreement: int
    step: AgreementStep
    done: Literal["yes", "no"]


class ShowDone(Tap, code="As"):
    """Show which steps of an agreement are done."""

    agreement: int


class ShowOpenSteps(Tap, code="Ap"):
    """Show all open steps of an agreement, a page of them counted from 0."""

    agreement: int
    page: int


class RemindOwing(Tap, code="Ar"):
    """Remind the student or the mentor of what they owe."""

    agreement: int
    role: Literal["student", "mentor"]


class AskAgreementEnd(Tap, code="Ae"):
    """Ask on which day an agreement ends early."""

    agreement: int


class EndAgreement(Tap, code="Ao"):
    """Say on which day an agreement ends early; absent where it does not after all."""

    agreement: int
    day: date | None
