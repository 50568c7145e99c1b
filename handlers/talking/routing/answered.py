"""What comes of something said: replies, a text to read instead, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.talking.meaning.target import Target
from handlers.talking.routing.question import Question
from handlers.talking.turn import Replies


@dataclass(frozen=True, slots=True)
class Reread:
    """Instead of an answer: read this text as if it had been typed, about whom a button named.

    Unless that asks something itself, `then` is asked once more. With the `source` of the message
    that it came in, it takes the place of what that message had stored.
    """

    text: str
    target: Target | None = None
    then: Question | None = None
    source: str = ""


Answered = Replies | Reread | None
"""What a handler answers with; None for a button that is on no menu of this person's."""


@dataclass(frozen=True, slots=True)
class OpenAsk:
    """Something that somebody was asked at an instant, and what offers their words as its answer.

    Of several the newest is offered. `by_us` it was asked, not by a person who waits for it.
    """

    at: datetime
    offers: Callable[[], Replies]
    by_us: bool = False
