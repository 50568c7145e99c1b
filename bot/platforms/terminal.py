"""The terminal platform: the same conversation, in lines of text."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.ports import Shown


def as_json(messages: Sequence[Shown]) -> str:
    """Give messages as JSON, for scripts."""
    return json.dumps({"messages": [_message(one) for one in messages]}, ensure_ascii=False)


def as_text(messages: Sequence[Shown]) -> str:
    """Give messages as text, buttons in square brackets below."""
    return "\n\n".join(_lines(one) for one in messages)


def _message(one: Shown) -> dict[str, Any]:
    whole = asdict(one)
    # The picture is drawn nowhere yet: the terminal has its text, and `picture` names a file.
    return {
        **{name: whole[name] for name in ("kind", "text", "edited", "buttons")},
        "picture": None,
        "alt": one.alt,
    }


def _lines(one: Shown) -> str:
    rows = ["  ".join(f"[ {button['label']} ]" for button in row) for row in one.buttons]
    return "\n".join([one.text, *rows])
