"""Text as key and arguments until it is sent, then rendered once by i18n."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence to translate: its English key, its arguments, and its plural if it counts."""

    key: str
    args: Mapping[str, "Sayable"] = field(default_factory=dict)
    plural: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """Several things said after each other."""

    parts: tuple["Sayable", ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things of one kind in a sentence, joined as the reader's language lists them."""

    parts: tuple["Sayable", ...]

    def __bool__(self) -> bool:
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of somebody, or a title, between the quotation marks of the reader's language."""

    what: "Sayable"


@dataclass(frozen=True, slots=True)
class Day:
    """An instant of which the reader is shown the day, in the reader's zone and language.

    In full it is shown with the month's whole name and the year, whichever it is.
    """

    at: datetime
    full: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of which the reader is shown weekday, day and time, in the reader's zone.

    With `year` its year as well, whichever it is.
    """

    at: datetime
    year: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday being 0, by its short name in the reader's language."""

    number: int


@dataclass(frozen=True, slots=True)
class Rounded:
    """A number with so many decimals, as the reader's language writes them.

    One that is `signed` has its plus or minus before it; nothing has none.
    """

    value: float
    places: int
    signed: bool = False


Sayable = str | int | Text | Joined | Listed | Quoted | Day | Moment | Weekday | Rounded
"""What can be rendered; a plain string is somebody's own words and is never translated."""


_NOTHING = (None, "", Listed(()), Joined(()), Joined((), " "))


def _(key: str, **args: Sayable) -> Text:
    """Make a text to translate."""
    return Text(key, args)


def _n(singular: str, plural: str, count: int, **args: Sayable) -> Text:
    """Make a text that counts; {count} stands in both forms."""
    return Text(singular, {"count": count, **args}, plural, count)


def lines(*parts: Sayable | None) -> Joined:
    """Put things under each other, leaving out what is None or empty."""
    return Joined(tuple(p for p in parts if p not in _NOTHING), "\n")


def words(*parts: Sayable | None, by: str = " ") -> Joined:
    """Put things beside each other, leaving out what is None or empty."""
    return Joined(tuple(p for p in parts if p not in _NOTHING), by)


def colon(what: Sayable | None) -> Joined:
    """Put a colon behind something, as the reader's language does; none behind nothing."""
    return words(what, _(":"), by="") if what not in _NOTHING else words()


def listed(things: Iterable[Sayable]) -> Listed:
    """List things in a sentence: 'a, b and c'."""
    return Listed(tuple(things))


def count_lines(said: Sayable) -> int:
    """Count the lines that something takes, blank ones left out; a sentence is one."""
    if isinstance(said, Quoted):
        return count_lines(said.what)
    if isinstance(said, str):
        return sum(bool(line.strip()) for line in said.split("\n"))
    if not isinstance(said, Joined) or not said.parts:
        return 1 if not isinstance(said, Joined) else 0
    counts = [count_lines(part) for part in said.parts]
    if "\n" in said.by:
        return sum(counts)
    return 1 + sum(max(count - 1, 0) for count in counts)
