"""How fast a platform lets us send: token buckets, each no more than one instant."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Rate:
    """At most so many in any stretch of `seconds`, and at most `burst` of them at once."""

    most: int
    seconds: float
    burst: int = 1

    def __post_init__(self) -> None:
        """Refuse a burst that the rate itself forbids."""
        if not 1 <= self.burst <= self.most:
            raise ValueError(f"a burst of {self.burst} in a rate of {self.most}")

    @property
    def gap(self) -> timedelta:
        """The time in which one token comes back, so that a full bucket keeps the rate too."""
        # After a burst only the rest of the allowance may follow in the same stretch of time.
        microseconds = self.seconds * 1_000_000 / (self.most - self.burst + 1)
        return timedelta(microseconds=math.ceil(microseconds))


@dataclass(slots=True)
class Bucket:
    """Tokens of one rate; all that is kept is when it will be full again."""

    rate: Rate
    full_at: datetime | None = None

    def tokens(self, now: datetime) -> int:
        """Count the tokens there are."""
        return self.rate.burst - math.ceil(self._missing(now) / self.rate.gap)

    def take(self, now: datetime, count: int = 1) -> None:
        """Take tokens that are there."""
        self.full_at = now + self._missing(now) + self.rate.gap * count

    def free_in(self, now: datetime) -> timedelta:
        """Say how long it is until there is a token; no time where there is one."""
        return max(self._missing(now) - self.rate.gap * (self.rate.burst - 1), timedelta())

    def full(self, now: datetime) -> bool:
        """Say whether no token is missing, so that a new bucket would be the same."""
        return self._missing(now) < _MICROSECOND

    def _missing(self, now: datetime) -> timedelta:
        if self.full_at is None:
            return timedelta()
        # A clock set back must not stop us for longer than an empty bucket does.
        most = self.rate.gap * self.rate.burst
        return min(max(self.full_at - now, timedelta()), most)


@dataclass(frozen=True, slots=True)
class Limits:
    """The rates of one platform: of a bot, of each chat, and of each chat that is a group."""

    bot: Rate
    chat: Rate
    group: Rate | None = None
    is_group: Callable[[str], bool] = lambda _address: False

    def of_chat(self, address: str) -> tuple[Rate, ...]:
        """List the rates that hold in one chat."""
        return (self.chat, self.group) if self.group and self.is_group(address) else (self.chat,)


LIMITS = {
    "telegram": Limits(
        bot=Rate(30, 1, burst=6),
        chat=Rate(1, 1),
        group=Rate(20, 60, burst=5),
        is_group=lambda address: address.startswith("-"),
    ),
    # Of a workspace Slack says only "several hundred a minute".
    "slack": Limits(bot=Rate(300, 60, burst=30), chat=Rate(1, 1)),
    # Push services say what they allow only once it was too much. What a person bears is less: a
    # phone that rings all the time is silenced.
    "push": Limits(bot=Rate(20, 1, burst=10), chat=Rate(1, 30)),
    # What a school's own server takes is not known here; who sends much at once looks like spam.
    "mail": Limits(bot=Rate(30, 60, burst=5), chat=Rate(1, 300)),
}
"""What each platform allows: Telegram's bots FAQ, Slack's rate limits for chat.postMessage.

Of pings, by push and by e-mail, what is surely allowed everywhere.
"""


class Pace:
    """The tokens of one bot and of its chats."""

    def __init__(self, limits: Limits) -> None:
        """Begin with all tokens there."""
        self._limits = limits
        self._bot = Bucket(limits.bot)
        self._chats: dict[str, list[Bucket]] = {}

    def take(self, addresses: Iterable[str], now: datetime) -> None:
        """Take a token of the bot and one of the chat for each of these."""
        for address in addresses:
            rates = self._limits.of_chat(address)
            buckets = self._chats.setdefault(address, [Bucket(rate) for rate in rates])
            for bucket in (self._bot, *buckets):
                bucket.take(now)

    def tokens(self, now: datetime) -> int:
        """Count what the bot may send now."""
        return self._bot.tokens(now)

    def resting(self, now: datetime) -> dict[str, timedelta]:
        """List the chats that must wait, with how long; forgets those that are as new."""
        self._chats = {
            address: buckets
            for address, buckets in self._chats.items()
            if not all(bucket.full(now) for bucket in buckets)
        }
        waits = {
            address: max(bucket.free_in(now) for bucket in buckets)
            for address, buckets in self._chats.items()
        }
        return {address: wait for address, wait in waits.items() if wait}

    def next_token(self, now: datetime) -> timedelta:
        """Say how long it is until the bot may send again."""
        return self._bot.free_in(now)
