"""Words that may be what was asked for, or scores: it is asked, and nothing is stored before."""

from bot.messages import Button, Reply, _, words
from handlers.talking.turn import Turn


def ask_which(turn: Turn, text: str) -> Reply:
    """Ask whether a text is what was waited for, or scores; it waits meanwhile."""
    data = {**turn.dialogue.data, "pending": text, "pending_source": turn.said.ref}
    return _which(turn.ask(turn.dialogue.asking, data), text)


def still_asked(turn: Turn) -> Reply | None:
    """Ask it again, where a text still waits for it."""
    pending = str(turn.dialogue.data.get("pending", ""))
    return _which(turn.dialogue.serial, pending) if pending else None


def take_pending(turn: Turn) -> str | None:
    """Give the text that waits, which waits no longer; its source is kept beside what is asked."""
    data = dict(turn.dialogue.data)
    pending, source = data.pop("pending", None), data.pop("pending_source", "")
    if pending is None:
        return None
    turn.keep(turn.dialogue.asking, {**data, "source": source})
    return str(pending)


def _which(serial: int, text: str) -> Reply:
    question = _("Is this what I asked for, or are these scores? Nothing was stored yet.")
    asked, scores = _("what you asked for"), _("these are scores")
    row = (Button(asked, f"nt:{serial}:note"), Button(scores, f"nt:{serial}:scores"))
    return Reply(words(question, f"“{text}”", by="\n"), (row,))
