"""The terminal platform: the same conversation, in lines of text."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.platforms.labels import CHOSEN
from bot.platforms.transcript import names_in
from bot.ports import Shown

NamedFile = Callable[[Mapping[str, Any]], str]
"""Says in a line what file there is; the terminal shows none."""


def as_json(messages: Sequence[Shown], saved: Mapping[str, str]) -> str:
    """Write messages as JSON, for scripts; `saved` tells where files were written, by their id."""
    told = [_message(message, saved) for message in messages]
    return json.dumps({"messages": told}, ensure_ascii=False)


def as_text(messages: Sequence[Shown], named: NamedFile) -> str:
    """Write messages as text: their files named below it, buttons in square brackets at the end."""
    return "\n\n".join(_lines(message, named) for message in messages)


def _message(message: Shown, saved: Mapping[str, str]) -> dict[str, Any]:
    whole = asdict(replace(message, files=()))
    files = [
        {**{name: file[name] for name in ("name", "kind", "alt")}, "path": saved.get(file["id"])}
        for file in message.files
    ]
    pictures = (file["path"] for file in files if file["kind"].startswith("image/"))
    return {
        **{name: whole[name] for name in ("kind", "text", "edited", "buttons")},
        "picture": next(pictures, None),
        "alt": message.alt,
        "files": files,
    }


def _lines(message: Shown, named: NamedFile) -> str:
    rows = ["  ".join(_button(row, button) for button in row) for row in message.buttons]
    return "\n".join([message.text, *map(named, message.files), *rows])


def _button(row: Sequence[Mapping[str, Any]], button: Mapping[str, Any]) -> str:
    """Write a button; one of several choices with the name by which it is typed, and a sign."""
    label, (name, *_more) = button["label"], (*names_in(row, button), "")
    if not name:
        return f"[ {label} ]"
    shown = name if label in name else f"{name} {label}"
    return f"[ {shown}{f' {CHOSEN}' if button['chosen'] else ''} ]"
