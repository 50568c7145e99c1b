"""A canary: words in other letters, one for one, and what searches all that leaves for names."""

import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, select

from bot.domain.folding import fold
from bot.domain.school import naming
from bot.domain.school.names import begins_family_name
from bot.storage.named import as_it_is
from bot.storage.sqlite import READING
from bot.storage.tables import person

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHERS = "абвгдежзиклмнопрстуфхцчшщъ"
_HIDE = str.maketrans(LETTERS + LETTERS.upper(), OTHERS + OTHERS.upper())
_SHOW = str.maketrans(OTHERS + OTHERS.upper(), LETTERS + LETTERS.upper())
_ESCAPED = re.compile(r"\\u(04[0-9a-f]{2})")
_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3


def hidden(name: str) -> str:
    """Write a name in other letters, one for one, in the same order of the alphabet."""
    plain = "".join(fold(letter) if not letter.isascii() else letter for letter in name)
    return plain.translate(_HIDE)


def legible(written: str) -> str:
    """Write it in its own letters again."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), written).translate(_SHOW)


def all_legible(data: Any) -> Any:
    """Write every text of data in its own letters again."""
    match data:
        case str():
            return legible(data)
        case dict():
            return {name: all_legible(value) for name, value in data.items()}
        case list() | tuple():
            return [all_legible(value) for value in data]
    return data


def list_texts(data: Any) -> Iterator[str]:
    """List the texts of data, also of data that stands in a text of it."""
    match data:
        case str():
            yield data
            if data[:1] in ("{", "["):
                with suppress(ValueError):
                    yield from list_texts(json.loads(data))
        case dict():
            yield from (text for value in data.values() for text in list_texts(value))
        case list() | tuple():
            yield from (text for value in data for text in list_texts(value))
        case _:
            yield repr(data)


class Canary:
    """Looks for names in all that leaves the application; it remembers what it found."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.found: list[str] = []
        self.looked = 0
        self.at_home = False
        # A word of ours, by which dialogues call people.
        self.allowed = {"student"}

    def read_names(self) -> set[str]:
        """Read the names over a connection of their own, which waits for nobody who writes.

        Whoever writes may be waiting for the fake in which this looks.
        """
        with self.engine.connect() as connection:
            return self.names(connection.execution_options(**READING))

    def names(self, connection: Connection) -> set[str]:
        """List the words of everybody's names, which no payload may hold."""
        full = connection.execute(select(as_it_is(person.c.name))).scalars().all()
        words = {word for name in full for word in _WORD.findall(name)}
        return {
            fold(word) for word in words if len(word) >= SHORTEST and not begins_family_name(word)
        } - self.allowed

    def allowing(self, name: str) -> str:
        """Let somebody be named to whom to turn in danger."""
        self.allowed |= {fold(word) for word in _WORD.findall(naming.in_full(name))}
        return naming.openly(name)

    def look(self, what: Any, where: str, connection: Connection | None = None) -> None:
        """Search something that is handed out, perhaps within a transaction."""
        self.looked += 1
        written = "\n".join(list_texts(what))
        # Of addresses and codes nobody reads the letters.
        said = {fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", written))}
        known = self.read_names() if connection is None else self.names(connection)
        told = known & said
        self.found += [f"{name} in {where}: {written[:400]}" for name in sorted(told)]
