"""What is asked about an e-mail address."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class AddressAwaited(Question):
    """The address where somebody wants e-mail."""

    kind = Awaited.MAIL_ADDRESS


@dataclass(frozen=True)
class CodeAwaited(Question):
    """The code that went to an address."""

    kind = Awaited.MAIL_CODE
