"""The buttons of code words, and the one that opens the page."""

from bot.messages.buttons import OPENS
from handlers.talking.routing.tap import Tap


class AnotherCodeWord(Tap, code="cw"):
    """Be known by the next code word of the list."""


class OpenPage(Tap, code=OPENS):
    """Open a link: nothing follows where a platform tells of it."""
