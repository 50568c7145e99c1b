"""Taking values out of what JSON or TOML gave, with a refusal that names the place."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.exchange.reading.files import read_text, refused
from bot.messages import Text, _
from bot.refusal import Refused

_KINDS: dict[type, Text] = {
    str: _("a text"),
    int: _("a whole number"),
    float: _("a number"),
    bool: _("true or false"),
    list: _("a list"),
    dict: _("a table"),
}


@dataclass(frozen=True, slots=True)
class FileSection:
    """A table of keys and values somewhere in a file; `where` is its path, empty at the top."""

    file: str
    values: Mapping[str, Any]
    where: str = ""

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text; without a default it must be there. Raises Refused."""
        return str(self._take(key, str, default))

    def number(self, key: str, default: int | None = None) -> int:
        """Take a whole number; without a default it must be there. Raises Refused."""
        return int(self._take(key, int, default))

    def amount(self, key: str) -> str:
        """Take a number, whole or not, as it is written; none is an empty text. Raises Refused."""
        if type(self.values.get(key)) is int:
            return str(self.number(key))
        return str(self._take(key, float, "")) if key in self.values else ""

    def flag(self, key: str) -> bool:
        """Take true or false; none is false. Raises Refused."""
        return bool(self._take(key, bool, False))

    def table(self, key: str) -> "FileSection":
        """Take a table inside this one; none is an empty one. Raises Refused."""
        return FileSection(self.file, self._take(key, dict, {}), self._path(key))

    def tables(self, key: str) -> Iterator["FileSection"]:
        """Take a list of tables; none is an empty list. Raises Refused."""
        for place, table in self._each(key, dict):
            yield FileSection(self.file, table, place)

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; none is an empty list. Raises Refused."""
        return tuple(text for _place, text in self._each(key, str))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Take a list of whole numbers; none is an empty list. Raises Refused."""
        return tuple(number for _place, number in self._each(key, int))

    def only(self, *keys: str) -> None:
        """Refuse a key that is none of these: most often a typing error."""
        for key in self.values:
            if key not in keys:
                raise self.refused(
                    _("it has a key {name} that means nothing here", name=self._path(key))
                )

    def refused(self, problem: Text) -> Refused:
        """Make the refusal of the file for a problem in this table."""
        return refused(self.file, problem)

    def _path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def _take(self, key: str, kind: type, default: object) -> Any:
        if key not in self.values and default is not None:
            return default
        if key not in self.values:
            raise self.refused(_("{place} is missing", place=self._path(key)))
        return self._checked(self._path(key), self.values[key], kind)

    def _each(self, key: str, kind: type) -> Iterator[tuple[str, Any]]:
        for index, value in enumerate(self._take(key, list, []), 1):
            place = f"{self._path(key)}[{index}]"
            yield place, self._checked(place, value, kind)

    def _checked(self, place: str, value: object, kind: type) -> Any:
        # Exactly this type: true is an int to Python, and no number to a school.
        if type(value) is not kind:
            raise self.refused(_("{place} is not {kind}", place=place, kind=_KINDS[kind]))
        return value


def read_toml(path: Path) -> FileSection:
    """Read a TOML file as the table at its top. Raises Refused."""
    return FileSection(path.name, _toml(read_text(path), path.name))


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        # The parser's words name the line and the column.
        raise refused(file, _("it is not TOML: {problem}", problem=str(error))) from None
    except RecursionError:
        raise refused(file, _("it is not TOML that can be read")) from None
