"""What goes wrong on demand: refusals, broken answers, silence; and the limits of real life."""

import math
import random
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.fakes.telegram.calls import Call
from tests.fakes.telegram.errors import ApiError, too_many
from tests.fakes.telegram.world import Bot

GATEWAY = (
    "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n"
    "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)
BODIES = {
    "500": (500, "text/html", GATEWAY.format("500 Internal Server Error")),
    "502": (502, "text/html", GATEWAY.format("502 Bad Gateway")),
    "504": (504, "text/html", GATEWAY.format("504 Gateway Time-out")),
    "garbage": (200, "application/json", '{"ok":true,"result":{"message_id":12'),
    "empty": (200, "application/json", ""),
}
REFUSALS = {
    "400": ApiError(400, "IMAGE_PROCESS_FAILED"),
    "401": ApiError(401),
    "403": ApiError(403, "bot was blocked by the user"),
    "409": ApiError(409, "terminated by other getUpdates request"),
}
SILENT = ("timeout", "reset")
KINDS = ("429", "odd", *BODIES, *REFUSALS, *SILENT)

LIMITS = {"bot": (30, 1.0), "private": (1, 1.0), "group": (20, 60.0)}
"""So many messages in so many seconds."""


@dataclass
class Fault:
    """`after`: the effect takes place, and only then the answer goes wrong.

    An odd one answers 200 with this body, whatever it is.
    """

    kind: str
    method: str = ""
    chat: int = 0
    chance: float = 1.0
    times: int | None = None
    after: bool = False
    retry_after: int = 1
    seconds: float = 60.0
    seed: int = 1
    body: str = ""
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        assert self.kind in KINDS, f"{self.kind} is none of {KINDS}"
        self.dice = random.Random(self.seed)

    @property
    def name(self) -> str:
        return f"{self.kind} after" if self.after else self.kind

    def strikes(self, call: Call) -> bool:
        meant = self.method.lower() in ("", call.method) and self.chat in (0, call.chat)
        if not meant or self.times == 0 or self.dice.random() >= self.chance:
            return False
        if self.times is not None:
            self.times -= 1
        return True


@dataclass
class Limiter:
    """Counts what is sent, and refuses what is too much."""

    limits: dict[str, tuple[int, float]] = field(default_factory=dict)
    sent: "defaultdict[tuple[str, int], deque[float]]" = field(
        default_factory=lambda: defaultdict(deque)
    )
    flooded: dict[int, float] = field(default_factory=dict)

    def check(self, bot: Bot, call: Call, now: float) -> None:
        until = self.flooded.get(call.chat, 0.0)
        if call.chat and until > now:
            raise too_many(math.ceil(until - now))
        scopes = [scope for scope in self.scopes(bot, call) if scope[0] in self.limits]
        for scope in scopes:
            self.refuse(scope, now)
        for scope in scopes:
            self.sent[scope].append(now)

    def scopes(self, bot: Bot, call: Call) -> Iterator[tuple[str, int]]:
        sends = call.method.startswith("send") and call.method != "sendchataction"
        if sends or call.method.startswith("edit"):
            yield "bot", bot.id
        if sends and call.chat > 0:
            yield "private", call.chat
        if call.chat < 0:
            yield "group", call.chat

    def refuse(self, scope: tuple[str, int], now: float) -> None:
        most, seconds = self.limits[scope[0]]
        times = self.sent[scope]
        while times and times[0] <= now - seconds:
            times.popleft()
        if len(times) >= most:
            raise too_many(math.ceil(times[0] + seconds - now) or 1)


@dataclass
class Faults:
    active: list[Fault] = field(default_factory=list)
    limiter: Limiter = field(default_factory=Limiter)

    def pick(self, call: Call) -> Fault | None:
        """Throw each fault's dice in turn; the first that strikes counts."""
        return next((fault for fault in self.active if fault.strikes(call)), None)
