"""The small neutral vocabulary between platforms and handlers.

A platform turns its update into an Incoming; a handler answers with Replies; the platform
draws them. Text is key and arguments until it is sent, then rendered once by i18n.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.colours import Colour
from bot.domain.folding import storable

CODE_LIMIT = 64
"""Bytes a button's code may have: Telegram's limit, the tightest of the platforms."""


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
class Day:
    """An instant of which the reader is shown the day, in the reader's zone and language."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of which the reader is shown weekday, day and time of day, in the own zone."""

    at: datetime


Sayable = str | int | Text | Joined | Day | Moment
"""What can be rendered; a plain string is somebody's own words and is never translated."""


def _(key: str, **args: Sayable) -> Text:
    """Make a text to translate."""
    return Text(key, args)


def _n(singular: str, plural: str, count: int, **args: Sayable) -> Text:
    """Make a text that counts; {count} stands in both forms."""
    return Text(singular, {"count": count, **args}, plural, count)


def lines(*parts: Sayable | None) -> Joined:
    """Put things under each other, leaving out what is None or an empty string."""
    return Joined(tuple(p for p in parts if p not in (None, "")), "\n")


def words(*parts: Sayable | None, by: str = " ") -> Joined:
    """Put things beside each other, leaving out what is None or an empty string."""
    return Joined(tuple(p for p in parts if p not in (None, "")), by)


@dataclass(frozen=True, slots=True)
class Button:
    """Something to tap: what it says, and the short code that comes back."""

    label: Sayable
    code: str

    def __post_init__(self) -> None:
        """Refuse a code that a platform could not carry."""
        if not 0 < len(self.code.encode()) <= CODE_LIMIT:
            raise ValueError(f"a button's code has 1 to {CODE_LIMIT} bytes: {self.code!r}")


@dataclass(frozen=True, slots=True)
class Command:
    """A command in a platform's menu, and what it does."""

    name: str
    does: Sayable


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a form's field may have."""

    value: str
    label: Sayable


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form, with the value it has now."""

    name: str
    label: Sayable
    choices: tuple[Choice, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Several questions answered together and sent once; where a platform has none, buttons do."""

    code: str
    title: Sayable
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One perspective's colour and progress of one competence."""

    colour: Colour
    covered: int
    indicators: int


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One competence in a colour report."""

    number: int
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A colour report described, not yet drawn: drawing happens outside the lane."""

    title: Sayable
    columns: tuple[Sayable, ...]
    rows: tuple[PictureRow, ...]
    alt: Sayable


class Kind(StrEnum):
    """What sort of message this is, for platforms and scripts."""

    ANSWER = "answer"
    NOTICE = "notice"
    REMINDER = "reminder"
    REHEARSAL = "rehearsal"
    PHOTO = "photo"
    ALERT = "alert"
    QUESTION = "question"
    PROMPT = "prompt"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the person who spoke; `edit` replaces the message that was tapped."""

    text: Sayable
    buttons: tuple[tuple[Button, ...], ...] = ()
    edit: bool = False
    kind: Kind = Kind.ANSWER
    picture: Picture | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The replies to one update, how to render them, which entries it recorded, a menu anew."""

    replies: Sequence[Reply]
    language: str
    time_zone: str
    recorded: Sequence[int] = ()
    menu: Sequence[Command] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing said by a known person, from any platform.

    `key` names the update and makes a repeat harmless; `said_at` is aware; `ref` names the
    person's own message, so that an edit (`edited`) can correct what it recorded. `media` names
    what came instead of words: photo, voice, forward or other.
    """

    key: str
    person_id: int
    said_at: datetime
    text: str = ""
    tap: str = ""
    form: Mapping[str, str] | None = None
    ref: str = ""
    edited: bool = False
    media: str = ""

    def __post_init__(self) -> None:
        """Keep only text that can be stored."""
        object.__setattr__(self, "text", storable(self.text))
