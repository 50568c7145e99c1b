"""One call of a method: its arguments as the API reads them, and what became of it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any
from urllib.parse import unquote

from tests.fakes.telegram.errors import Json, bad

INTEGER = re.compile(r"\s*(-?\d+)")
TRUE = ("true", "yes", "1")


@dataclass
class Upload:
    name: str
    data: bytes


@dataclass
class Call:
    """`via` is "api", or "webhook" when it rode in the answer to a delivery.

    `effect` says that it was done, whatever the bot then heard; `message` is the one it made.
    """

    method: str
    args: dict[str, str]
    files: dict[str, Upload] = field(default_factory=dict)
    via: str = "api"
    number: int = 0
    at: float = 0.0
    chat: int = 0
    status: int | None = None
    description: str = ""
    message: int = 0
    fault: str = ""
    effect: bool = False

    def text(self, name: str) -> str:
        return self.args.get(name, "")

    def integer(
        self, name: str, default: int = 0, low: int = -(1 << 63), high: int = 1 << 63
    ) -> int:
        """Read what is at its start, as the API does; what is no number is nought."""
        if not self.text(name):
            return default
        found = INTEGER.match(self.text(name))
        return min(max(int(found[1]) if found else 0, low), high)

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in TRUE

    def parsed(self, name: str, what: str) -> Any:
        try:
            return json.loads(self.text(name))
        except ValueError:
            raise bad(f"Can't parse {what} JSON object") from None

    def shown(self) -> Json:
        """Tell it to a test."""
        own = {name: value for name, value in vars(self).items() if name != "files"}
        return own | {"files": {name: len(file.data) for name, file in self.files.items()}}


def as_text(values: Mapping[str, Any]) -> dict[str, str]:
    """Make texts of JSON values; an explicit null is the text null, which few fields allow."""
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
    }


def from_json(body: bytes) -> dict[str, str]:
    """Read the arguments in a JSON body; the API takes one it cannot read for an empty one."""
    try:
        value = json.loads(body)
    except ValueError:
        return {}
    return as_text(value) if isinstance(value, dict) else {}


def from_parts(body: bytes, boundary: str) -> tuple[dict[str, str], dict[str, Upload]]:
    """Read the fields and the files in a multipart body."""
    args: dict[str, str] = {}
    files: dict[str, Upload] = {}
    # aiohttp's own reader warns that it will change, now and then, and warnings are errors here.
    for part in (b"\r\n" + body).split(f"\r\n--{boundary}".encode())[1:-1]:
        head, _blank, data = part.partition(b"\r\n\r\n")
        headers = message_from_bytes(head.lstrip())
        name = str(headers.get_param("name", "", "content-disposition"))
        filename = headers.get_filename()
        if filename is None:
            args[name] = data.decode(errors="replace")
        else:
            files[name] = Upload(unquote(filename), data)
    return args, files


def required(value: Any, name: str, kind: type = str) -> Any:
    """Take a field of an object, or say what is wrong with it."""
    if not isinstance(value, dict):
        raise bad("expected an Object")
    if name not in value:
        raise bad(f'Can\'t find field "{name}"')
    if not isinstance(value[name], kind):
        raise bad(f'Field "{name}" must be of type {kind.__name__.title()}')
    return value[name]


def optional(value: Json, name: str) -> str:
    """Take a text that may be left out; a number is as good."""
    found = value.get(name, "")
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        raise bad(f'Field "{name}" must be of type String')
    return str(found)
