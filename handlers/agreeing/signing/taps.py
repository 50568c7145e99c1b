"""The buttons about signatures that are there."""

from bot.domain.agreeing.steps import AgreementStep
from handlers.talking.routing.tap import Tap


class SaySigned(Tap, code="Ag"):
    """Say that a signature of an agreement is there."""

    agreement: int
    step: AgreementStep


class ConfirmSigned(Tap, code="Av"):
    """Confirm a signature that somebody says is there."""

    agreement: int
    step: AgreementStep
