"""What hangs under a message: inline keyboards checked, the other kinds kept as they are."""

import json
import re
from typing import Any

from tests.fakes.telegram.calls import optional
from tests.fakes.telegram.errors import Json, bad, within

MOST_BUTTONS = 100
LONGEST_DATA = 64
OTHERS = ("keyboard", "remove_keyboard", "force_reply")
DOES = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)
"""What a button may do; the first that it has counts."""
WEB = re.compile(r"(?:https?://)?[^/\s:@]+\.[^/\s]+(?:[/?#]\S*)?|(?:tg|ton)://\S+")


def read_markup(raw: str, only_inline: bool = False) -> Json | None:
    """Read the keyboard that the field asks for, or nothing; an error when it is not well made."""
    if not raw:
        return None
    try:
        value = json.loads(raw)
    except ValueError:
        raise bad("Can't parse reply keyboard markup JSON object") from None
    if not isinstance(value, dict):
        raise bad("Object expected as reply markup")
    rows = inline_rows(value)
    if rows:
        return {"inline_keyboard": rows}
    kept = value if any(value.get(kind) for kind in OTHERS) else None
    if kept and only_inline:
        raise bad("Inline keyboard expected")
    return kept


def inline_rows(value: Json) -> list[list[Json]]:
    rows = value.get("inline_keyboard", [])
    if not isinstance(rows, list):
        raise bad('Field "inline_keyboard" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    read = [[button(raw) for raw in row] for row in rows]
    # A button without a label is left out without a word.
    named = [[made for made in row if made["text"]] for row in read]
    return [row for row in named if row]


def button(value: Any) -> Json:
    with within("inline keyboard button"):
        if not isinstance(value, dict):
            raise bad("InlineKeyboardButton must be an Object")
        if "text" not in value:
            raise bad('Can\'t find field "text"')
        text = optional(value, "text")
        doing = [name for name in DOES if value.get(name) not in (None, "")]
        if not doing:
            raise bad("Text buttons are unallowed in the inline keyboard")
        does = doing[0]
        return {"text": text, does: optional(value, does) if does in DOES[:2] else value[does]}


def check_markup(markup: Json | None) -> None:
    """Refuse what only the server itself refuses, after the chat was found."""
    buttons = [made for row in (markup or {}).get("inline_keyboard", []) for made in row]
    for made in buttons:
        if len(made.get("callback_data", "").encode()) > LONGEST_DATA:
            raise bad("BUTTON_DATA_INVALID")
        if "url" in made and not WEB.fullmatch(made["url"]):
            raise bad(f"Inline keyboard button URL '{made['url']}' is invalid: Wrong HTTP URL")
    if len(buttons) > MOST_BUTTONS:
        raise bad("reply markup is too long")
