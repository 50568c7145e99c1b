"""What is said of what was not understood."""

from bot.messages import Reply, _, lines
from handlers.talking.helping.examples import such_as
from handlers.talking.menu import menu_button
from handlers.talking.turn import Replies, Turn


def not_understood(turn: Turn) -> Replies:
    """Say that a line was not understood, that nothing was stored, and what to send instead."""
    tapped = turn.question is not None and turn.question.stored
    return [
        Reply(
            lines(
                _("I did not understand that. Nothing of it was stored.")
                if tapped
                else _("I did not understand that. Nothing was stored."),
                _("What you tapped before stays; just go on.") if tapped else None,
                such_as(turn),
                _("/help shows what you can do."),
            ),
            menu_button(turn),
        )
    ]


def unknown_command(turn: Turn, command: str) -> Replies:
    """Say that there is no such command."""
    return [
        Reply(
            _(
                "I do not know the command {command}. Nothing was stored. /help shows them all.",
                command=command,
            ),
            menu_button(turn),
        )
    ]
