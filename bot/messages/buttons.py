"""What can be tapped."""

from dataclasses import dataclass

from bot.messages.texts import Sayable

OPENS = "op"
"""The code of a button that opens a link: where its platform tells of the tap, nothing follows."""

CODE_LIMIT = 64
"""Bytes a button's code may have: Telegram's limit, the tightest of the platforms."""


@dataclass(frozen=True, slots=True)
class Button:
    """Something to tap: what it says, and the short code that comes back.

    `chosen` says of one of several that exclude each other in its row whether it is the one that
    holds; None of any other. `says` is what it says in full, where its label is a sign. `copies` is
    what it puts in the person's hands to paste, where a platform can, and `opens` a link.
    """

    label: Sayable
    code: str
    chosen: bool | None = None
    says: Sayable = ""
    copies: str = ""
    opens: str = ""

    def __post_init__(self) -> None:
        """Refuse a code that a platform could not carry."""
        if not 0 < len(self.code.encode()) <= CODE_LIMIT:
            raise ValueError(f"a button's code has 1 to {CODE_LIMIT} bytes: {self.code!r}")
