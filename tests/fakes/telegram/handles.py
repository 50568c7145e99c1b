"""How a test speaks with the fake: people and groups that act, and messages as they are seen."""

import base64
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.errors import Json
from tests.fakes.telegram.seen import Button, Seen
from tests.fakes.waiting import PATIENCE, wait_for

TOKEN = "700000001:AAFakeTokenForTestsOnly-000000000000"
A_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Fake(ABC):
    """What a fake in a thread and one in a process have in common."""

    @abstractmethod
    def do(self, verb: str, **args: Any) -> Any:
        """Run a verb of `acting.py`, with JSON in and out."""

    def __init__(self, token: str, port: int) -> None:
        self.token = token
        self.port = port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """What the library's Bot takes."""
        return f"{self.url}/bot"

    def user(self, name: str, token: str = "", **more: Any) -> "User":
        token = token or self.token
        return User(self, token, self.do("add_user", token=token, name=name, **more))

    def group(self, title: str, token: str = "", **more: Any) -> "Group":
        token = token or self.token
        return Group(self, token, self.do("add_group", token=token, title=title, **more))

    def raw_update(self, body: Json, lane: int = 0, token: str = "") -> int | None:
        number: int | None = self.do("raw_update", token=token or self.token, body=body, lane=lane)
        return number

    def now(self) -> float:
        return float(self.do("now"))

    def later(self, seconds: float) -> None:
        self.do("later", seconds=seconds)

    # --- what goes wrong ---

    def fails(self, kind: str, **more: Any) -> None:
        """Let calls fail: see `faults.Fault` for the kinds, and for whose calls and how often."""
        self.do("fails", kind=kind, **more)

    def mess(self, repeat: tuple[int, int] = (1, 1), disorder: bool = False, seed: int = 1) -> None:
        self.do("mess", token=self.token, repeat=list(repeat), disorder=disorder, seed=seed)

    def pause(self, on: bool = True) -> None:
        """Keep updates back, or let them go."""
        self.do("pause", token=self.token, on=on)

    # --- what is known ---

    def calls(self, method: str = "", chat: int = 0, since: int = 0) -> list[Json]:
        return [
            call
            for call in self.do("calls", token=self.token, since=since)
            if method.lower() in ("", call["method"]) and chat in (0, call["chat"])
        ]

    @property
    def refused(self) -> list[Json]:
        """The calls that were at fault themselves."""
        return [
            call
            for call in self.calls()
            if not call["fault"] and (call["status"] or 0) in (400, 404, 413)
        ]

    @property
    def unacknowledged(self) -> list[Json]:
        found: list[Json] = self.do("updates", token=self.token)
        return [update for update in found if update["acknowledged"] is None]

    @property
    def acknowledged(self) -> set[int]:
        found: list[Json] = self.do("updates", token=self.token)
        return {update["id"] for update in found if update["acknowledged"] is not None}

    @property
    def unanswered(self) -> list[Json]:
        """The taps whose clock still turns."""
        found: list[Json] = self.do("callbacks", token=self.token)
        return [callback for callback in found if callback["answer"] is None]

    @property
    def bot(self) -> Json:
        """What the bot has set about itself: webhook, commands, texts, menus."""
        set_so_far: Json = self.do("bot", token=self.token)
        return set_so_far

    def quiet(self, seconds: float = PATIENCE) -> None:
        """Wait until the bot has all updates."""
        wait_for(
            lambda: self.do("waiting", token=self.token) == 0, seconds, "the last delivery", 0.01
        )

    def file(self, file: str) -> bytes:
        return base64.b64decode(self.do("file", token=self.token, file=file))


@dataclass
class Place:
    """A chat, as somebody in it sees it."""

    fake: Fake
    token: str
    id: int

    def act(self, verb: str, **args: Any) -> Any:
        return self.fake.do(verb, token=self.token, chat=self.id, **args)

    @property
    def messages(self) -> list[Seen]:
        return [Seen(raw) for raw in self.act("messages")]

    @property
    def answers(self) -> list[Seen]:
        return [message for message in self.messages if message.by_bot]

    @property
    def last(self) -> Seen:
        return self.answers[-1]

    def wait_for(
        self, what: str | Callable[[Seen], object] = "", seconds: float = PATIENCE, after: int = 0
    ) -> Seen:
        """Wait for a message of the bot with this text in it, or that passes this test."""

        def look() -> Sequence[Seen]:
            recent = [message for message in self.answers if message.id > after]
            wanted = [
                message
                for message in recent
                if (what(message) if callable(what) else what in message.text)
            ]
            return wanted[-1:]

        return wait_for(look, seconds, f"a message {what!r}")[0]

    def find(self, message: "Seen | int | None", what: str) -> tuple[int, Button]:
        wanted = message.id if isinstance(message, Seen) else message
        shown = [message for message in reversed(self.messages) if wanted in (None, message.id)]
        hits = ((message.id, button) for message in shown if (button := message.button(what)))
        found = next(hits, None)
        assert found, f"no button {what!r} among {[message.labels for message in shown]}"
        return found


@dataclass
class Tap:
    fake: Fake
    token: str
    id: str
    update: int | None

    @property
    def answer(self) -> Json | None:
        """What the bot answered, or nothing as long as it has not."""
        (own,) = [
            callback
            for callback in self.fake.do("callbacks", token=self.token)
            if callback["id"] == self.id
        ]
        answer: Json | None = own["answer"]
        return answer

    def wait(self, seconds: float = PATIENCE) -> Json:
        return wait_for(lambda: self.answer, seconds, "an answer to the tap") or {}


class User(Place):
    """A person in their private chat with the bot."""

    def says(self, text: str, **more: Any) -> Seen:
        return Seen(self.act("says", text=text, **more))

    def starts(self, payload: str = "") -> Seen:
        return self.says(f"/start {payload}".rstrip())

    def taps(self, message: Seen | int | None, what: str) -> Tap:
        """Tap by code or label; without a message, on the newest one that has the button."""
        on, button = self.find(message, what)
        raw = self.act("taps", user=self.id, message=on, code=button.code)
        return Tap(self.fake, self.token, **raw)

    def edits(self, message: Seen, text: str) -> int | None:
        update: int | None = self.act("edits", message=message.id, text=text)
        return update

    def sends(self, **content: Any) -> Seen:
        """Send any kind of message, such as `contact={...}`."""
        return Seen(self.act("sends", content=content))

    def moves(self, message: Seen, **content: Any) -> int | None:
        """Let what is in a message change by itself, as a live location does."""
        update: int | None = self.act("moves", message=message.id, content=content)
        return update

    def sends_photo(self, caption: str = "", data: bytes = A_PNG, album: str = "") -> Seen:
        size = {"file_id": f"of-{self.id}", "file_unique_id": "u", "width": 90, "height": 90}
        file = {"id": size["file_id"], "kind": "photo", "name": ""}
        file["data"] = base64.b64encode(data).decode()
        content: Json = {"photo": [size]} | ({"caption": caption} if caption else {})
        content |= {"media_group_id": album} if album else {}
        return Seen(self.act("sends", content=content, file=file))

    def sends_document(self, name: str, data: bytes) -> Seen:
        named = {"file_name": name, "mime_type": "text/csv", "file_size": len(data)}
        file = {"id": f"doc-{self.id}-{name}", "kind": "document", "name": name}
        content = {"document": {"file_id": file["id"], "file_unique_id": "u"} | named}
        file["data"] = base64.b64encode(data).decode()
        return Seen(self.act("sends", content=content, file=file))

    def sends_voice(self, duration: int = 3) -> Seen:
        file = {"file_id": "voice", "file_unique_id": "u", "duration": duration}
        return self.sends(voice=file | {"mime_type": "audio/ogg", "file_size": 3_000})

    def forwards(self, text: str, written_by: str = "Somebody") -> Seen:
        origin = {"type": "hidden_user", "sender_user_name": written_by, "date": int(time.time())}
        return self.sends(text=text, forward_origin=origin)

    def blocks(self) -> None:
        self.act("closes")

    def unblocks(self) -> None:
        self.act("opens")

    def leaves_telegram(self) -> None:
        self.fake.do("leaves_telegram", user=self.id)

    def commands(self, language: str = "") -> list[str]:
        """List the commands this person sees, by Telegram's order of scopes."""
        kept = {
            (scope, language): shown
            for scope, language, shown in self.fake.do("bot", token=self.token)["commands"]
        }
        scopes = (f"chat {self.id}", "all_private_chats", "default")
        keys = [(scope, spoken) for scope in scopes for spoken in (language, "")]
        shown: list[Json] = next((kept[key] for key in keys if kept.get(key)), [])
        return [command["command"] for command in shown]


class Group(Place):
    """A group the bot is in; in privacy mode it hears commands and answers to it."""

    def says(self, user: User, text: str, **more: Any) -> Seen:
        return Seen(self.act("says", text=text, user=user.id, **more))

    def taps(self, user: User, message: Seen | int | None, what: str) -> Tap:
        on, button = self.find(message, what)
        raw = self.act("taps", user=user.id, message=on, code=button.code)
        return Tap(self.fake, self.token, **raw)

    def kicks(self) -> None:
        self.act("closes", why="kicked")

    def upgrades(self) -> "Group":
        return Group(self.fake, self.token, self.act("upgrades"))
