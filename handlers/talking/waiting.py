"""Waiting for typed words, with a way out of it."""

from bot.messages import Button, Reply, Sayable, _
from handlers.talking.meaning.whom import PutAway
from handlers.talking.routing.question import Question
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def await_words(turn: Turn, question: Question, text: Sayable, *instead: Button) -> Replies:
    """Ask for typed words, and offer what can be tapped instead: to cancel, at least."""
    cancel = button(_("cancel"), PutAway(turn.ask(question)))
    return [Reply(text, ((*instead, cancel),))]
