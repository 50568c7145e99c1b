"""How agreements are said on the desk."""

from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.dated import Dated, Matter
from bot.messages import Sayable, _
from handlers.agreeing.agreements.phrases import KIND_NAME, STEP_WORD, name_steps
from handlers.agreeing.agreements.taps import ShowAgreement
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(_turn: Turn, dated: Dated) -> Sayable:
    """Say which agreement is missing, what of one is open, or that one ends."""
    if dated.matter is Matter.AGREEMENT_END:
        return _("the agreement ends, and nothing follows")
    if dated.matter is Matter.AGREEMENT_MISSING:
        kind = KIND_NAME[AgreementKind(dated.detail)] if dated.detail else _("agreement")
        return _("{kind} missing", kind=kind)
    steps = [STEP_WORD[AgreementStep(step)] for step in dated.detail.split(",")]
    return _("{what} · agreement", what=name_steps(steps))


def tap_dated(dated: Dated) -> Tap:
    """Open the agreement of its placement."""
    return ShowAgreement(dated.about_id)
