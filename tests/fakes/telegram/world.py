"""What the fake holds: bots with their chats, people, messages, and the time."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from tests.fakes.telegram.calls import Call
from tests.fakes.telegram.errors import ApiError, Json, bad
from tests.fakes.telegram.updates import Queue

CLOSED = {
    "blocked": (403, "bot was blocked by the user"),
    "stranger": (403, "bot can't initiate conversation with a user"),
    "deactivated": (403, "user is deactivated"),
    "kicked": (403, "bot was kicked from the {kind} chat"),
    "deleted": (403, "the group chat was deleted"),
    "upgraded": (400, "group chat was upgraded to a supergroup chat"),
}
"""Why a bot cannot write in a chat, and how it hears of it."""


@dataclass
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "nl"

    def json(self) -> Json:
        known = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language,
        }
        filled = {name: value for name, value in known.items() if value}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, **filled}


@dataclass
class Message:
    data: Json
    markup: Json | None = None
    by_bot: bool = False
    gone: bool = False

    @property
    def inline(self) -> Json:
        return self.markup if self.markup and "inline_keyboard" in self.markup else {}

    def json(self) -> Json:
        return self.data | ({"reply_markup": self.inline} if self.inline else {})


@dataclass
class Chat:
    """One of a bot's chats; message ids rise in it."""

    id: int
    kind: str
    person: Person | None = None
    title: str = ""
    username: str = ""
    closed: str = ""
    moved_to: int = 0
    last_id: int = 0
    messages: dict[int, Message] = field(default_factory=dict)

    def json(self) -> Json:
        names = self.person.json() if self.person else {"title": self.title}
        kept = ("first_name", "last_name", "username", "title")
        return {"id": self.id, "type": self.kind} | {
            name: names[name] for name in kept if names.get(name)
        }

    def refuse(self) -> None:
        """Raise what a bot hears that wants to write here, if it may not."""
        if self.closed:
            code, text = CLOSED[self.closed]
            moved = {"migrate_to_chat_id": self.moved_to} if self.moved_to else {}
            raise ApiError(code, text.format(kind=self.kind), **moved)

    def put(self, content: Json, sender: Json, at: float, markup: Json | None = None) -> Message:
        self.last_id += 1
        frame = {"message_id": self.last_id, "from": sender, "chat": self.json(), "date": int(at)}
        message = Message(frame | content, markup, by_bot=bool(sender["is_bot"]))
        self.messages[self.last_id] = message
        return message


@dataclass
class Callback:
    """A tap, and the answer that takes the clock off the button."""

    id: str
    chat: int
    message: int
    data: str
    at: float
    update: int | None = None
    answer: Json | None = None
    answered: float | None = None


@dataclass
class File:
    id: str
    kind: str
    name: str
    data: bytes


@dataclass
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""
    last_error: str = ""
    last_error_at: int = 0


@dataclass
class Bot:
    token: str
    queue: Queue
    username: str = "kompaan_bot"
    name: str = "Kompaan"
    privacy: bool = True
    revoked: bool = False
    webhook: Webhook = field(default_factory=Webhook)
    chats: dict[int, Chat] = field(default_factory=dict)
    callbacks: dict[str, Callback] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menus: dict[int, Json] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.token.split(":")[0])

    def json(self) -> Json:
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }


@dataclass
class Settings:
    """`local` is the API server's option of that name: webhooks anywhere, on plain HTTP."""

    local: bool = True
    largest_upload: int = 50 << 20
    callback_life: float = 900.0
    webhook_timeout: float = 60.0
    retry_delay: float = 0.05
    retry_longest: float = 1.0
    give_up: float = 120.0


@dataclass
class World:
    """All there is; whoever reads or changes it holds the lock."""

    dice: random.Random = field(default_factory=lambda: random.Random(1))
    settings: Settings = field(default_factory=Settings)
    bots: dict[str, Bot] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    ahead: float = 0.0
    stopped: float = 0.0
    lock: threading.RLock = field(default_factory=threading.RLock)
    changed: Callable[[Bot], object] = field(default=lambda _bot: None)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def now(self) -> float:
        return (self.stopped or time.time()) + self.ahead

    def add_bot(self, token: str) -> Bot:
        bot = Bot(token, Queue(random.Random(self.dice.random())))
        if self.bots:
            bot.username = f"kompaan_{len(self.bots)}_bot"
        self.bots[token] = bot
        return bot

    def happen(self, bot: Bot, kind: str, body: Json, chat: int) -> int | None:
        """Queue an update and give its id, or nothing when the bot did not ask for its kind."""
        update = bot.queue.push({kind: body} if kind else body, chat, self.now())
        self.changed(bot)
        return update.id if update else None


def find_chat(bot: Bot, raw: str) -> Chat:
    """Read a chat_id: a number, or the @name of a public group."""
    if not raw:
        raise bad("chat_id is empty")
    if raw.startswith("@"):
        named = [chat for chat in bot.chats.values() if chat.username == raw[1:] and chat.title]
        found = named[0] if named else None
    else:
        found = bot.chats.get(Call("", {"chat_id": raw}).integer("chat_id"))
    if found is None:
        raise bad("chat not found")
    return found
