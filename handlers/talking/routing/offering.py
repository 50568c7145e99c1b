"""What is asked by buttons that work for as long as they are seen: it is answered in words, too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.i18n import voice_of
from bot.messages import Button, Reply
from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn


@dataclass(frozen=True)
class Offered(Question):
    """What was asked, as it was said, with its rows of buttons: each a label and its code.

    Anything else that is done puts it away, so that a later 'yes' is never about it.
    """

    kind = Awaited.OFFER
    said: str = ""
    rows: Sequence[Sequence[Sequence[str]]] = ()


def offer(turn: Turn, reply: Reply, kind: Callable[..., Offered] = Offered) -> Reply:
    """Let a question with buttons be answered in words as well."""
    turn.ask(None)
    return keep_offer(turn, reply, kind)


def keep_offer(turn: Turn, reply: Reply, kind: Callable[..., Offered] = Offered) -> Reply:
    """Keep what is asked under the live menu's serial, which its buttons may carry."""
    voice = voice_of(turn.person)
    rows = [[[voice.say(button.label), button.code] for button in row] for row in reply.buttons]
    turn.keep(kind(said=voice.say(reply.text), rows=rows))
    return reply


def offer_beside(turn: Turn, reply: Reply, kind: Callable[..., Offered]) -> Reply:
    """Let it be answered in words as well, unless something else is asked."""
    free = turn.question is None or turn.asked(Offered)
    return keep_offer(turn, reply, kind) if free else reply


def stand_offered(turn: Turn, offered: Offered) -> Reply:
    """Ask it again."""
    rows = tuple(tuple(_again(turn, label, code) for label, code in row) for row in offered.rows)
    return Reply(offered.said, tuple(tuple(filter(None, row)) for row in rows))


def _again(turn: Turn, label: str, code: str) -> Button | None:
    found = turn.table.tap(code)
    return button(label, found[0]) if found else None
