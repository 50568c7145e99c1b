"""A message and its buttons as somebody sees them, and the patience to wait for one."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tests.fakes.telegram.errors import Json

T = TypeVar("T")

PATIENCE = 10.0


def wait_for(look: Callable[[], T], seconds: float = PATIENCE, what: str = "it") -> T:
    """Look until something is there; in an async test, in a thread (`asyncio.to_thread`)."""
    give_up = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < give_up, f"{what} did not happen in {seconds} s"
        time.sleep(0.003)
    return found


@dataclass(frozen=True)
class Button:
    label: str
    code: str
    url: str


@dataclass(frozen=True)
class Seen:
    """A message as it stands in the chat now; `update` is that of one a person just sent."""

    raw: Json

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def by_bot(self) -> bool:
        return bool(self.raw["by_bot"])

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def update(self) -> int | None:
        return self.raw.get("update")

    @property
    def file(self) -> str:
        """Give the id of its picture or document, or an empty text."""
        kinds = [self.raw[kind] for kind in ("animation", "document") if kind in self.raw]
        files = [*self.raw.get("photo", [])[-1:], *kinds]
        return str(files[0]["file_id"]) if files else ""

    @property
    def rows(self) -> list[list[Button]]:
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            [Button(one["text"], one.get("callback_data", ""), one.get("url", "")) for one in row]
            for row in rows
        ]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    def button(self, what: str) -> Button | None:
        """Find the button with this code, or this label, or whose label begins so."""
        tests: list[Callable[[Button], bool]] = [
            lambda one: what == one.code,
            lambda one: what == one.label,
            lambda one: one.label.startswith(what),
        ]
        hits = (one for test in tests for one in self.buttons if one.code and test(one))
        return next(hits, None)
