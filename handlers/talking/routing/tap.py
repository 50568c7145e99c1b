"""What a button means: written as the short code that comes back when it is tapped, and read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from inspect import get_annotations
from types import NoneType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from bot.domain.days import is_countable
from bot.messages import Button, Sayable


@dataclass(frozen=True, slots=True)
class Shape:
    """How one value of a code is written: a pattern without groups, a format, and its reader."""

    pattern: str
    form: str = ""
    read: Callable[[str], Any] = str


def _day(written: str) -> date:
    day = date.fromisoformat(written)
    if not is_countable(day):
        raise ValueError(written)
    return day


NUMBER = Shape(r"\d{1,18}", read=int)
DAY = Shape(r"\d{8}", "%Y%m%d", _day)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a code is written and read: its values' names with their shapes, and one pattern."""

    shapes: tuple[tuple[str, Shape], ...]
    pattern: re.Pattern[str]


@dataclass_transform(frozen_default=True)
class Tap:
    """One kind of button: a subclass names its code, and its fields are the code's values.

    A field is a whole number, an enum of words, a Literal, a day, or Annotated with a Shape; the
    last ones may be absent (None). Codes outlive a version: people tap what they were sent.
    """

    code: ClassVar[str] = ""
    _names: ClassVar[tuple[str, ...]] = ()
    _layout: ClassVar[_Layout | None] = None

    def __init_subclass__(cls, code: str = "") -> None:
        """Take the fields; a dataclass for each of so many buttons would slow every start."""
        cls.code, cls._layout = code, None
        cls._names = (*cls._names, *get_annotations(cls))

    def __init__(self, *values: Any, **named: Any) -> None:
        """Set the values, in the order of the fields."""
        self.__dict__.update(zip(self._names, values, strict=False), **named)

    def __eq__(self, other: object) -> bool:
        """Compare what the buttons mean."""
        return isinstance(other, Tap) and self.written() == other.written()

    def __hash__(self) -> int:
        """Agree with the comparison."""
        return hash(self.written())

    def written(self) -> str:
        """Write it as a code: its own name, then its values, with colons between."""
        written = self.code
        for name, shape in _layout(type(self)).shapes:
            value = getattr(self, name)
            if value is not None:
                written += f":{value:{shape.form}}"
        return written

    @classmethod
    def read(cls, values: str) -> Self | None:
        """Read what stands behind a code's name; None for what was never given out."""
        layout = _layout(cls)
        found = layout.pattern.fullmatch(values)
        if found is None:
            return None
        given = zip(layout.shapes, found.groups(), strict=True)
        try:
            return cls(*(None if text is None else shape.read(text) for (_, shape), text in given))
        except ValueError:  # the shape of a day, and no day that counts
            return None


class LiveTap(Tap):
    """A button of the live menu: it carries the menu's serial, and is refused once that closed."""

    serial: int


def button(
    label: Sayable, tap: Tap, chosen: bool | None = None, says: Sayable = "", copies: str = ""
) -> Button:
    """Make a button that means this tap."""
    return Button(label, tap.written(), chosen, says, copies)


def _layout(tap: type[Tap]) -> _Layout:
    """Work out how a kind of button is written, the first time that one is."""
    if tap._layout is None:
        values = _values(tap)
        pattern = ""
        for at, (_name, kind, absent) in reversed([*enumerate(values)]):
            pattern = f"{':' if at else ''}({_shape_of(kind).pattern}){pattern}"
            if absent:  # and so may be all that follow
                pattern = f"(?:{pattern})?"
        shapes = tuple((name, _shape_of(kind)) for name, kind, _absent in values)
        tap._layout = _Layout(shapes, re.compile(pattern, re.ASCII))
    return tap._layout


def _values(tap: type[Tap]) -> list[tuple[str, Any, bool]]:
    """List the fields of a kind of button, each with its type and whether it may be absent."""
    hints = get_type_hints(tap, include_extras=True)
    found = []
    for name in tap._names:
        among = get_args(hints[name])
        absent = NoneType in among
        found.append((name, among[0] if absent else hints[name], absent))
    return found


def _shape_of(kind: Any) -> Shape:
    origin = get_origin(kind)
    if origin is Annotated:
        return next(shape for shape in get_args(kind) if isinstance(shape, Shape))
    if origin is Literal:
        return Shape("|".join(map(re.escape, get_args(kind))))
    if kind is date:
        return DAY
    if issubclass(kind, StrEnum):
        return Shape("|".join(map(re.escape, kind)), read=kind)
    return NUMBER
