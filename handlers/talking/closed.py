"""A tap on a closed menu explains itself, and offers the one that is open."""

from dataclasses import replace

from bot.messages import Reply, _, lines
from handlers.talking.menu import menu_button
from handlers.talking.turn import Replies, Turn


def closed_menu(turn: Turn) -> Replies:
    """Say that the menu is closed, and show where the conversation stands."""
    explained = _("That menu is closed; nothing was stored by this tap.")
    current = turn.table.stands(turn)
    if current is None:
        return [Reply(lines(explained, _("What would you like to do?")), menu_button(turn))]
    return [replace(current, text=lines(explained, current.text), edit=False)]


def repeated(turn: Turn) -> Replies:
    """Answer a message that came twice: what it stored stands once, and where we are."""
    reply = turn.table.repeat(turn) or turn.table.stands(turn)
    return [reply] if reply else []
