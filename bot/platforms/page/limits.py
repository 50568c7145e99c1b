"""How often the page may be asked, by each line and each session; in memory, in each process.

Codes. There are 25¹⁰ of them, some 95 million million. A line may try sixty wrong ones at once and
one a second after that: 1.2 million in the two weeks in which an invitation is open. Where 2,000
are open at a time, one such line finds one of them in 39,000 such fortnights; and each is for one
person, works once, and is missed by its owner. So nobody is locked out, whose address is that of a
whole school: a right code costs nothing, typing errors cost nothing that is noticed, and whoever
shares a line with somebody who guesses waits for seconds. In a chat, whose address is one person's,
five wrong codes lock for an hour.
"""

from dataclasses import dataclass, field

from bot.messages import Sayable, _, _n
from bot.platforms.web.errors import Declined
from bot.platforms.web.serving.rates import Rate

STREAMS = 6
"""Open windows of one session that are told at once what happens; one more ends the oldest."""
MOST_STREAMS = 400
"""Of all sessions together, of the 500 connections that a process has; the rest are for asking."""


def _wait(seconds: int) -> Sayable:
    return _n(
        "That was too much at once. It goes on in {count} second.",
        "That was too much at once. It goes on in {count} seconds.",
        seconds,
    )


CROWDED = _(
    "More windows are open than I can tell at once what is new. Yours works; look again for news "
    "now and then."
)
TOO_MANY_CODES = _(
    "Too many wrong codes came over your line just now, from you or from somebody near you. Wait a "
    "minute and press the button again: your invitation still works. Over another line, such as a "
    "phone's own, it works at once."
)


@dataclass(frozen=True, slots=True)
class PageLimits:
    """What one process has seen of each line and each session lately."""

    codes: Rate = field(default_factory=lambda: Rate(60, 1.0))
    lines: Rate = field(default_factory=lambda: Rate(2_000, 0.005))
    """A whole school behind one address is some hundred requests a second at most."""
    sessions: Rate = field(default_factory=lambda: Rate(200, 0.1))
    """A page that opens a long conversation asks for as many pictures; then it is a person."""

    def ask(self, line: str) -> None:
        """Count a request of a line; raises Declined where it asks too much."""
        _held(self.lines.take(line))

    def use(self, seat: str) -> None:
        """Count a request of a session; raises Declined where it asks too much."""
        _held(self.sessions.take(seat))

    def knock(self, line: str) -> None:
        """Count a code of a line, before it is looked at; raises Declined where there were many."""
        if seconds := self.codes.take(line):
            raise Declined(429, TOO_MANY_CODES, retry_after=seconds)

    def welcome(self, line: str) -> None:
        """Count a code no longer, since it was right."""
        self.codes.give_back(line)


def _held(seconds: int) -> None:
    if seconds:
        raise Declined(429, _wait(seconds), retry_after=seconds)
