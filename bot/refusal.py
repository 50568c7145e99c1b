"""The one exception for what cannot be taken in, with the sentence that says why."""

from bot.messages import Text


class Refused(Exception):
    """Something was refused, nothing of it was stored, and `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        """Carry the sentence; only its key, which holds nobody's words, can reach a log."""
        super().__init__(text.key)
        self.text = text
