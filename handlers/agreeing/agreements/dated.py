"""How agreements are said on the desk."""

from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.dated import Dated
from bot.messages import Sayable, _
from handlers.agreeing.agreements.phrases import KIND_NAME, STEP_WORD, name_steps
from handlers.agreeing.agreements.taps import ShowAgreement
from handlers.talking.turn import Turn


def say_missing(_turn: Turn, dated: Dated) -> Sayable:
    """Say that an agreement is missing, and which, where that is known."""
    kind = KIND_NAME[AgreementKind(dated.detail)] if dated.detail else _("agreement")
    return _("{kind} missing", kind=kind)


def say_steps_open(_turn: Turn, dated: Dated) -> Sayable:
    """Say what of an agreement is open on a day."""
    steps = [STEP_WORD[AgreementStep(step)] for step in dated.detail.split(",")]
    return _("agreement: {what} missing", what=name_steps(steps))


def say_agreement_ends(_turn: Turn, _dated: Dated) -> Sayable:
    """Say that an agreement ends, and nothing follows."""
    return _("the agreement ends, and nothing follows")


def open_agreement(dated: Dated) -> ShowAgreement:
    """Open the agreement of its placement."""
    return ShowAgreement(dated.about_id)
