"""The updates that wait for the bot, in order or out of it, once or several times."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.fakes.telegram.errors import Json

FUTURE = 10
"""An offset so far past the last id is taken for one of another queue: it confirms nothing."""

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
)
NOT_UNASKED = {"chat_member"}
DEFAULT_KINDS = frozenset(KINDS) - NOT_UNASKED


@dataclass(eq=False)
class Update:
    """What happened; the bot has it once it is acknowledged."""

    body: Json
    lane: int
    at: float
    sent: int = 0
    statuses: list[int] = field(default_factory=list)
    acknowledged: float | None = None
    dropped: bool = False

    @property
    def id(self) -> int:
        return int(self.body["update_id"])

    def shown(self) -> Json:
        return vars(self) | {"id": self.id}


@dataclass(eq=False)
class Copy:
    """One delivery of an update."""

    update: Update
    handed: bool = False
    failures: int = 0


@dataclass
class Mess:
    """How deliveries go wrong: each repeated so often, and in any order."""

    repeat: tuple[int, int] = (1, 1)
    disorder: bool = False


@dataclass
class Queue:
    dice: random.Random
    next_id: int = 0
    allowed: frozenset[str] = DEFAULT_KINDS
    mess: Mess = field(default_factory=Mess)
    paused: bool = False
    waiting: dict[Copy, None] = field(default_factory=dict)
    fresh: list[Copy] = field(default_factory=list)
    journal: list[Update] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.jump()

    def jump(self) -> None:
        """Go on with any number, as after a week without updates."""
        assert not self.waiting, "ids jump only when nothing waits"
        self.next_id = self.dice.randrange(10**8, 9 * 10**8)

    def push(self, body: Json, lane: int, at: float) -> Update | None:
        """Let something happen; nothing, when the bot did not ask for it."""
        if set(body) & set(KINDS) - self.allowed:
            return None
        update = Update({"update_id": self.next_id, **body}, lane, at)
        self.next_id = max(self.next_id, update.id + 1) if "update_id" in body else self.next_id + 1
        self.journal.append(update)
        copies = [Copy(update) for _copy in range(self.dice.randint(*self.mess.repeat))]
        self.waiting |= dict.fromkeys(copies)
        self.fresh += copies
        return update

    def take(self, limit: int) -> list[Json]:
        """Hand out the first ones, or any; they stay until they are confirmed."""
        waiting = [] if self.paused else list(self.waiting)
        if self.mess.disorder:
            self.dice.shuffle(waiting)
        for copy in waiting[:limit]:
            copy.handed = True
            copy.update.sent += 1
        return [copy.update.body for copy in waiting[:limit]]

    def confirm(self, offset: int, at: float) -> None:
        """Forget what is before the offset; a negative one keeps so many."""
        if offset < 0:
            self.acknowledge(list(self.waiting)[:offset], at)
        elif offset <= self.next_id + FUTURE:
            before = [copy for copy in self.waiting if copy.update.id < offset]
            in_order = not self.mess.disorder
            self.acknowledge([copy for copy in before if in_order or copy.handed], at)

    def acknowledge(self, copies: Iterable[Copy], at: float) -> None:
        for copy in copies:
            self.waiting.pop(copy, None)
            if copy.update.acknowledged is None:
                copy.update.acknowledged = at

    def drop(self, copies: Iterable[Copy]) -> None:
        for copy in copies:
            self.waiting.pop(copy, None)
            copy.update.dropped = True
