"""Text rendered once, at sending: in the reader's language, in the reader's time zone."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.domain.languages import spoken
from bot.domain.school.naming import ErasedName
from bot.i18n.tongues import tongue_of
from bot.messages import (
    Day,
    Joined,
    Listed,
    Moment,
    Quoted,
    Rounded,
    Sayable,
    Text,
    Weekday,
    _,
)

_SOMEBODY_ERASED = _("somebody who was erased")

DOTTED = ("de",)
"""Languages that write the day of a month with a dot."""

MARKS = {"fr": ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"), "de": ("„", "“")}
QUOTATION_MARKS = ("“", "”")
"""What stands around somebody's words, where a language has no marks of its own above."""

LISTS = {"en": "en_GB"}
"""As what a language lists things, where it is more than the language: ours is British English."""

_FULL_STOP = r"\.(?=\s|$)"
"""One that ends a sentence, and none of three."""


class Reader(Protocol):
    """Who reads: in which language and time zone, and in the manner of which organisation."""

    @property
    def language(self) -> str:
        """The language."""

    @property
    def time_zone(self) -> str:
        """The time zone."""

    @property
    def manner(self) -> str:
        """How the organisation speaks, as it is kept."""


class Voice:
    """One language in one time zone, in the manner of one organisation."""

    def __init__(
        self, language: str, time_zone: str, now: datetime | None = None, manner: str = ""
    ) -> None:
        """Speak this language; the catalogue is read when the first text is rendered.

        With `now` (aware) the days of another year than that one are said with their year.
        """
        self.language = spoken(language)
        self.time_zone = time_zone
        self.now = now
        self.manner = manner

    def say(self, what: Sayable) -> str:
        """Render something sayable; somebody's own words stay as they are."""
        match what:
            case ErasedName():
                return self.say(_SOMEBODY_ERASED)
            case str():
                return what
            case Joined(parts, by):
                return by.join(self.say(part) for part in parts)
            case Quoted(quoted):
                return self.say(quoted).join(MARKS.get(self.language, QUOTATION_MARKS))
            case Listed(parts):
                return self._list([self.say(part) for part in parts])
            case Text():
                return self._render(what)
        return str(what) if isinstance(what, int) else self._by_habit(what)

    def _render(self, text: Text) -> str:
        """Say a text in the language, with what it holds."""
        rendered = {name: self.say(value) for name, value in text.args.items()}
        key = pattern = tongue_of(self.language, self.manner).find(text)
        for name, value in rendered.items():
            pattern = stopped_once(pattern, f"{{{name}}}", value)
        told = pattern.format(**rendered)
        return told[:1].upper() + told[1:] if _begins_with_ours(key, text) else told

    def _by_habit(self, what: Day | Moment | Weekday | Rounded) -> str:
        """Write a date or a number as the language does."""
        day = "d." if self.language in DOTTED else "d"
        match what:
            case Day(at, full):
                return self._write(at, f"{day} MMMM y" if full else f"{day} MMM{self._year(at)}")
            case Moment(at, year):
                shown = " y" if year else self._year(at)
                return self._write(at, f"EEE {day} MMM{shown}, HH:mm")
            case Weekday(number):
                from babel.dates import get_day_names  # as below

                return str(get_day_names("abbreviated", locale=self.language)[number])
            case Rounded(value, places, signed):
                from babel.numbers import format_decimal  # as below

                shown = "0." + "0" * places
                pattern = f"+{shown};-{shown}" if signed and round(value, places) else shown
                return str(format_decimal(round(value, places) + 0.0, pattern, self.language))

    def _list(self, things: Sequence[str]) -> str:
        if len(things) < 2:
            return "".join(things)
        from babel.lists import format_list  # as above

        return format_list(things, locale=LISTS.get(self.language, self.language))

    def rename(self, text: str) -> str:
        """Say a text of ours, that is in this language, with the organisation's names of roles."""
        return tongue_of(self.language, self.manner).rename(text)

    def _year(self, at: datetime) -> str:
        zone = ZoneInfo(self.time_zone)
        other = self.now is not None and at.astimezone(zone).year != self.now.astimezone(zone).year
        return " y" if other else ""

    def _write(self, at: datetime, pattern: str) -> str:
        from babel.dates import format_datetime  # loading it takes longer than most answers

        return format_datetime(at, pattern, ZoneInfo(self.time_zone), self.language)


def voice_of(reader: Reader, now: datetime | None = None) -> Voice:
    """Speak as somebody is spoken to; `now` as above."""
    return Voice(reader.language, reader.time_zone, now, reader.manner)


def said(what: Any, voice: Voice) -> Any:
    """Say every text in a description, so that it is told apart by what the reader sees."""
    match what:
        case (
            Text()
            | Joined()
            | Listed()
            | Quoted()
            | Day()
            | Moment()
            | Weekday()
            | Rounded()
            | ErasedName()
        ):
            return voice.say(what)
        case tuple():
            return tuple(said(part, voice) for part in what)
        case _ if is_dataclass(what) and not isinstance(what, type):
            changed = {part.name: said(getattr(what, part.name), voice) for part in fields(what)}
            return replace(what, **changed)
    return what


def stopped_once(key: str, place: str, value: str) -> str:
    """Leave a sentence's full stop out where what comes in that place before it ends with one.

    That is a day of an abbreviated month, or a sentence of somebody's own.
    """
    if not value.endswith((".", "…")):
        return key
    return re.sub(re.escape(place) + _FULL_STOP, lambda _found: place, key)


def _begins_with_ours(key: str, text: Text) -> bool:
    """Say whether a sentence begins with a word of ours, a role for instance, which is put in.

    That word gets a capital; somebody's own words, a name for instance, stay as they are.
    """
    if not key.startswith("{") or not key.endswith((".", "?", "!", ":")):
        return False
    first = text.args.get(key[1 : key.index("}")])
    while isinstance(first, (Joined, Listed)) and first.parts:
        first = first.parts[0]
    return isinstance(first, ErasedName) or not (first is None or isinstance(first, (str, int)))
