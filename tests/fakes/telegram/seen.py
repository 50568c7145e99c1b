"""A message and its buttons as somebody sees them."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fakes.telegram.errors import Json


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
        """The id of its picture or document, or an empty text."""
        kinds = [self.raw[kind] for kind in ("animation", "document") if kind in self.raw]
        files = [*self.raw.get("photo", [])[-1:], *kinds]
        return str(files[0]["file_id"]) if files else ""

    @property
    def rows(self) -> list[list[Button]]:
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            [
                Button(button["text"], button.get("callback_data", ""), button.get("url", ""))
                for button in row
            ]
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
            lambda button: what == button.code,
            lambda button: what == button.label,
            lambda button: button.label.startswith(what),
        ]
        hits = (button for test in tests for button in self.buttons if button.code and test(button))
        return next(hits, None)
