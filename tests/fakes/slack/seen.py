"""A message, a home or a modal as somebody sees it: what Slack makes of its signs, too."""

import re
from dataclasses import dataclass

from tests.fakes.slack.errors import Json
from tests.fakes.slack.world import BOT_USER

SIGN = re.compile(r"<([^<>]+)>")
URL = re.compile(r"\b(?:https?://|mailto:)\S+|(?<![\w<])[@#][a-z]+\b")


@dataclass(frozen=True)
class Button:
    label: str
    code: str
    block: str
    action: str
    chosen: bool | None = None
    """Whether a radio button is the one that is filled; None of a button."""
    raw: Json | None = None
    """The option of a radio button."""


@dataclass(frozen=True)
class Seen:
    raw: Json

    @property
    def ts(self) -> str:
        return str(self.raw.get("ts", ""))

    @property
    def id(self) -> int:
        return int(self.ts.replace(".", ""))

    @property
    def by_bot(self) -> bool:
        # A file that an app shared names the user that the app is, and no bot.
        return "bot_id" in self.raw or self.raw.get("user") == BOT_USER

    @property
    def edited(self) -> bool:
        return "edited" in self.raw

    @property
    def blocks(self) -> list[Json]:
        return list(self.raw.get("blocks", []))

    @property
    def parts(self) -> list[Json]:
        """The text objects that are shown as text."""
        own = [block["text"] for block in self.blocks if block["type"] in ("section", "header")]
        own += [line for block in self.blocks for line in lines_of(block)]
        fallback = {"type": "mrkdwn", "verbatim": True, "text": self.raw.get("text", "")}
        return own or [fallback]

    @property
    def text(self) -> str:
        return "\n".join(readable(part) for part in self.parts)

    @property
    def signs(self) -> list[str]:
        """What Slack makes a link or a mention of, in the text and in the notification."""
        found = []
        notified = {"type": "mrkdwn", "verbatim": True, "text": self.raw.get("text", "")}
        for part in [*self.parts, notified]:
            if part["type"] == "mrkdwn":
                found += SIGN.findall(part["text"])
                found += [] if part.get("verbatim") else URL.findall(part["text"])
        return found

    @property
    def files(self) -> list[Json]:
        return list(self.raw.get("files", []))

    @property
    def rows(self) -> list[list[Button]]:
        """The rows of buttons, and of radio buttons with what stands beside them before them."""
        return [row for block in self.blocks if (row := row_of(block))]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row if button.code]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    def button(self, what: str) -> Button | None:
        return next(
            (button for button in self.buttons if what in (button.code, button.label)), None
        )


def lines_of(table: Json) -> list[Json]:
    """Read a table row by row."""
    rows = table["rows"] if table["type"] == "data_table" else []
    told = [" | ".join(cell["text"] for cell in row) for row in rows]
    return [{"type": "plain_text", "text": line} for line in told]


def row_of(block: Json) -> list[Button]:
    if block["type"] == "actions":
        return [button_of(block, own) for own in block["elements"] if own["type"] == "button"]
    radio = block.get("accessory", {})
    if radio.get("type") != "radio_buttons":
        return []
    beside = Button(block["text"]["text"].partition(".")[0], "", block["block_id"], "")
    filled = radio.get("initial_option")
    return [beside] + [
        Button(
            option["text"]["text"],
            option["value"],
            block["block_id"],
            radio["action_id"],
            option == filled,
            option,
        )
        for option in radio["options"]
    ]


def button_of(block: Json, element: Json) -> Button:
    label, code = element["text"]["text"], element.get("value", "")
    return Button(label, code, block["block_id"], element["action_id"])


def readable(part: Json) -> str:
    text = str(part["text"])
    if part["type"] != "mrkdwn":
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
