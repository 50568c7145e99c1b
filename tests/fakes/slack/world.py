"""What the fake holds: a workspace with people, direct messages, views, triggers and the time."""

import threading
import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.fakes.slack.errors import ApiError, Json

BOT_TOKEN = "xoxb-1-2-FakeTokenForTestsOnly"
APP_TOKEN = "xapp-1-A1-FakeTokenForTestsOnly"
SIGNING_SECRET = "fake-signing-secret-of-the-tests"
BOT_USER = "U0KOMPAAN"
SCOPES = ("chat:write", "commands", "files:read", "files:write", "im:history", "users:read")
TRIGGER_LIVES = 3.0


@dataclass
class Person:
    id: str
    name: str
    channel: str
    locale: str = "nl-BE"
    home: Json | None = None
    modals: list[Json] = field(default_factory=list)
    ephemeral: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass
class Trigger:
    user: str
    made: float
    used: bool = False


@dataclass
class Response:
    user: str
    made: float
    left: int = 5


@dataclass
class File:
    """A file that the app uploads; `length` is what it said it would send."""

    id: str
    name: str
    length: int
    alt: str
    data: bytes = b""
    title: str = ""
    shared: bool = False

    def json(self) -> Json:
        return {"id": self.id, "name": self.name, "title": self.title, "alt_txt": self.alt}


@dataclass
class Fault:
    """`after`: the effect takes place, and only then the answer goes wrong.

    An odd one answers 200 with this body, whatever it is.
    """

    kind: str
    method: str = ""
    user: str = ""
    times: int | None = None
    after: bool = False
    retry_after: int = 1
    seconds: float = 60.0
    body: str = ""

    def strikes(self, method: str, user: str) -> bool:
        if self.method not in ("", method) or self.user not in ("", user) or self.times == 0:
            return False
        if self.times is not None:
            self.times -= 1
        return True


@dataclass
class Delivery:
    """Something sent to the app; `statuses` of each try, `body` what acknowledged it."""

    kind: str
    payload: Json
    user: str = ""
    retried: bool = False
    statuses: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    body: Any = None
    acknowledged: bool = False
    done: bool = False


@dataclass
class World:
    """All there is; whoever reads or changes it holds the lock."""

    team: str = "T0KOMPAAN"
    app: str = "A0KOMPAAN"
    bot_user: str = BOT_USER
    bot_id: str = "B0KOMPAAN"
    scopes: set[str] = field(default_factory=lambda: set(SCOPES))
    revoked: bool = False
    muted: bool = False
    ahead: float = 0.0
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, dict[str, Json]] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    url: str = ""
    tickets: set[str] = field(default_factory=set)
    files: dict[str, File] = field(default_factory=dict)
    calls: list[Json] = field(default_factory=list)
    fetched: int = 0
    faults: list[Fault] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    happened: list[Delivery] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    lock: threading.RLock = field(default_factory=threading.RLock)
    last_ts: float = 0.0

    def now(self) -> float:
        return time.time() + self.ahead

    def ts(self) -> str:
        self.last_ts = max(self.now(), self.last_ts + 0.000_01)
        return f"{self.last_ts:.6f}"

    def id(self, letter: str) -> str:
        return f"{letter}{next(self.numbers):010d}"

    def add_person(self, name: str, locale: str = "nl-BE") -> Person:
        person = Person(self.id("U"), name, self.id("D"), locale)
        self.people[person.id] = person
        self.channels[person.channel] = {}
        return person

    def channel(self, named: Any) -> str:
        """Find a direct message by its own id, or by whom it is with."""
        if named in self.people:
            return self.people[named].channel
        if not isinstance(named, str) or named not in self.channels:
            raise ApiError("channel_not_found")
        return named

    def owner(self, channel: str) -> str:
        return next((person.id for person in self.people.values() if person.channel == channel), "")

    def response_url(self, user: str) -> str:
        """Make an address at which the app may answer a command five times, for half an hour."""
        name = self.id("R")
        self.responses[name] = Response(user, self.now())
        return f"{self.url}/respond/{name}"

    def trigger(self, user: str) -> str:
        name = f"{next(self.numbers)}.{int(self.now())}.{self.team.lower()}"
        self.triggers[name] = Trigger(user, time.monotonic())
        return name

    def event(self, event: Json) -> Delivery:
        """Make an event that is to be delivered."""
        own = {"event_id": self.id("Ev"), "event_time": int(self.now()), "event": event}
        frame = {"type": "event_callback", "team_id": self.team, "api_app_id": self.app}
        seen_by = {"team_id": self.team, "user_id": self.bot_user, "is_bot": True}
        return Delivery(
            "events_api", frame | own | {"authorizations": [seen_by]}, str(event.get("user", ""))
        )
