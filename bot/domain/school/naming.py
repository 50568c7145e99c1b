"""What a school lets others' platforms call its people: by name, by first name, by a code word.

How somebody is called is settled where a name is read, by where it will be said. A platform that
is not the school's is abroad: whoever answers there says so first, and then no other name is read.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.domain.school.frameworks import Programme


class Naming(StrEnum):
    """What people are called abroad; the school's own page and the terminal show full names."""

    FULL = "full"
    FIRST_NAMES = "first names"
    """By first name, and by an initial where two of a school have the same."""
    DISCREET = "discreet"
    """By a code word, and what people wrote stays on the school's own page."""


@dataclass
class Abroad:
    """What was met while something was said abroad: who was named how, and what was left out.

    `names` gives what was said for each whole name, of which those in `open` may be said;
    `discreet` says that the school is, `withheld` that something stays home; `unsure` are titles
    that were read, which may hold a name; `typed` is what the reader typed before, and is waiting;
    `programmes` were read, in whose words nobody is named, whatever people are called.
    """

    names: dict[str, str] = field(default_factory=dict)
    discreet: bool = False
    withheld: bool = False
    unsure: set[str] = field(default_factory=set)
    typed: set[str] = field(default_factory=set)
    programmes: list[Programme] = field(default_factory=list)
    open: set[str] = field(default_factory=set)


_ABROAD: ContextVar[Abroad | None] = ContextVar("abroad", default=None)


@contextmanager
def going_abroad() -> Iterator[Abroad]:
    """Read names and words for a platform that is not the school's, as long as this lasts."""
    abroad = Abroad()
    before = _ABROAD.set(abroad)
    try:
        yield abroad
    finally:
        _ABROAD.reset(before)


@contextmanager
def staying_home() -> Iterator[None]:
    """Read names and words for the school's own page, as long as this lasts."""
    before = _ABROAD.set(None)
    try:
        yield
    finally:
        _ABROAD.reset(before)


class PersonName(str):
    """What somebody is called here; `full` is their name, `code` the code word where it is used."""

    full: str
    code: str

    def __new__(cls, said: str, full: str, code: str = "") -> "PersonName":
        """Call somebody so."""
        name = super().__new__(cls, said)
        name.full, name.code = full, code
        return name


ERASED = "—"
"""What is kept in the place of a name that was erased, and of words that had to stay words."""


class ErasedName(str):
    """The name of somebody who was erased: it is said in words, in the reader's language."""


def is_erased(name: str) -> bool:
    """Say whether a name is that of somebody who was erased, whom nothing is told any more."""
    return isinstance(name, ErasedName)


class WithheldWords(str):
    """Somebody's words that are not said abroad; `full` are the words."""

    full: str

    def __new__(cls, said: str, full: str) -> "WithheldWords":
        """Stand for these words."""
        words = super().__new__(cls, said)
        words.full = full
        return words


class GivenName(str):
    """A name as a file gives it: a discreet school says abroad only whom it knows by it."""


LEFT_OUT = "[…]"
"""What stands abroad where somebody's words are left out."""


def openly(name: str) -> str:
    """Read a name in full, also abroad: where a person is to be found, and nothing else is said."""
    abroad, full = _ABROAD.get(), in_full(name)
    if abroad is not None:
        abroad.open.add(full)
    return full


def with_names(said: str) -> str:
    """Write the names behind what is said abroad: what was shown may be typed by name, too."""
    abroad = _ABROAD.get()
    for full, instead in abroad.names.items() if abroad else ():
        said = said.replace(instead, full)
    return said


def named_here(name: str) -> str:
    """Say a name that somebody typed, such as a guest's: abroad only of who was met by name.

    Who that is nobody knows, so a discreet school leaves it out.
    """
    abroad = _ABROAD.get()
    if abroad is None or not abroad.discreet or name in abroad.names:
        return name
    return _left_out(name)


def _left_out(_full: str) -> str:
    return LEFT_OUT


def leave_out() -> bool:
    """Say that something of an answer stays home; True abroad, where it must not be said."""
    abroad = _ABROAD.get()
    if abroad is None:
        return False
    abroad.withheld = True
    return True


_APART = "\x1f"
_FIRST, _CODE = "f", "c"


def kept_mark(naming: Naming) -> str:
    """Write what parts a name from what its school calls somebody abroad, where that differs."""
    return _APART + {Naming.FIRST_NAMES: _FIRST, Naming.DISCREET: _CODE}[naming]


def read_name(kept: str) -> str:
    """Read a name, as it is kept with how its school calls its people, for where it is said."""
    full, apart, rest = kept.partition(_APART)
    if full == ERASED:
        return ErasedName(full)
    if not apart:
        return full
    abroad, said = _ABROAD.get(), rest[1:]
    code = said if rest[0] == _CODE else ""
    if abroad is None:
        return PersonName(full, full, code)
    abroad.names[full] = said
    abroad.discreet = abroad.discreet or bool(code)
    return PersonName(said, full, code)


def read_words(kept: str) -> str:
    """Read somebody's words, as they are kept with whether their school is discreet."""
    full, apart, _rest = kept.rpartition(_APART)
    if not apart:
        return kept
    return full if _ABROAD.get() is None or not full else WithheldWords(LEFT_OUT, full)


def code_of(name: str) -> str:
    """Look up somebody's code word by their name; '' where their school uses none."""
    return name.code if isinstance(name, PersonName) else ""


def note_unsure(words: str = "") -> None:
    """Note words that were read which may hold a name that nobody told apart when it was kept.

    Without any it is what is said in this answer anyway.
    """
    abroad = _ABROAD.get()
    if abroad is not None:
        abroad.unsure.add(words)


def note_programme(read: Programme) -> None:
    """Note a programme that was read: its indicators may hold a word that is a name as well."""
    abroad = _ABROAD.get()
    if abroad is not None:
        abroad.programmes.append(read)


def note_typed(kept: Any) -> None:
    """Note what is kept of what somebody typed before, in data that a dialogue keeps."""
    abroad = _ABROAD.get()
    if abroad is None:
        return
    match kept:
        case str() if any(map(str.isalpha, kept)):
            abroad.typed.add(kept)
        case Mapping():
            for value in kept.values():
                note_typed(value)
        case list() | tuple():
            for value in kept:
                note_typed(value)


def in_full(said: str) -> str:
    """Read the whole name, or the words, behind what is said here for them."""
    return said.full if isinstance(said, PersonName | WithheldWords) else said


def whole(kept: Any) -> Any:
    """Write data as it is kept: with the names and words behind what is said here for them."""
    match kept:
        case str():
            return in_full(kept)
        case Mapping():
            return {name: whole(value) for name, value in kept.items()}
        case list() | tuple():
            return [whole(value) for value in kept]
    return kept


def as_json(kept: Any) -> str:
    """Write data as JSON, with names and words in full: what is stored is the same everywhere."""
    return json.dumps(kept if _ABROAD.get() is None else whole(kept))


def understood(name: str) -> tuple[str, ...]:
    """List what somebody may be called by who types: as they are shown, by name, by code word."""
    if not isinstance(name, PersonName):
        return (name,)
    return tuple(dict.fromkeys(called for called in (str(name), name.full, name.code) if called))
