"""Text rendered once, at sending: in the reader's language, in the reader's time zone."""

import io
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.languages import spoken
from bot.messages import Day, Joined, Moment, Sayable, Text, Weekday

LOCALES = Path(__file__).parent.parent / "locales"


class Voice:
    """One language in one time zone."""

    def __init__(self, language: str, time_zone: str, now: datetime | None = None) -> None:
        """Speak this language; the catalogue is read when the first text is rendered.

        With `now` (aware) the days of another year than that one are said with their year.
        """
        self.language = spoken(language)
        self.time_zone = time_zone
        self.now = now

    def say(self, what: Sayable) -> str:
        """Render something sayable; somebody's own words stay as they are."""
        match what:
            case str():
                return what
            case int():
                return str(what)
            case Joined(parts, by):
                return by.join(self.say(part) for part in parts)
            case Day(at, full):
                return self._write(at, "d MMMM y" if full else f"d MMM{self._year(at)}")
            case Moment(at, year):
                shown = " y" if year else self._year(at)
                return self._write(at, f"EEE d MMM{shown}, HH:mm")
            case Weekday(number):
                from babel.dates import get_day_names  # as below

                return str(get_day_names("abbreviated", locale=self.language)[number])
            case Text():
                rendered = {name: self.say(value) for name, value in what.args.items()}
                key = _translate(self.language, what)
                told = key.format(**rendered)
                return told[:1].upper() + told[1:] if _begins_with_ours(key, what) else told

    def _year(self, at: datetime) -> str:
        zone = ZoneInfo(self.time_zone)
        other = self.now is not None and at.astimezone(zone).year != self.now.astimezone(zone).year
        return " y" if other else ""

    def _write(self, at: datetime, pattern: str) -> str:
        from babel.dates import format_datetime  # loading it takes longer than most answers

        return format_datetime(at, pattern, ZoneInfo(self.time_zone), self.language)


def said(what: Any, voice: Voice) -> Any:
    """Say every text in a description, so that it is told apart by what the reader sees."""
    match what:
        case Text() | Joined() | Day() | Moment() | Weekday():
            return voice.say(what)
        case tuple():
            return tuple(said(part, voice) for part in what)
        case _ if is_dataclass(what) and not isinstance(what, type):
            changed = {part.name: said(getattr(what, part.name), voice) for part in fields(what)}
            return replace(what, **changed)
    return what


def _translate(language: str, text: Text) -> str:
    catalogue = _catalogue(language)
    # English stands in the code: a text without a translation is still a sentence.
    if text.plural:
        return catalogue.ngettext(text.key, text.plural, text.count)
    return catalogue.gettext(text.key)


def _begins_with_ours(key: str, text: Text) -> bool:
    """Say whether a sentence begins with a word of ours, a role for instance, which is put in.

    That word gets a capital; somebody's own words, a name for instance, stay as they are.
    """
    if not key.startswith("{") or not key.endswith((".", "?", "!", ":")):
        return False
    first = text.args.get(key[1 : key.index("}")])
    while isinstance(first, Joined) and first.parts:
        first = first.parts[0]
    return first is not None and not isinstance(first, (str, int))


@lru_cache(maxsize=8)
def _catalogue(language: str) -> GNUTranslations:
    """Read a language: what `make setup` compiled, or the catalogue itself where that is newer."""
    folder = LOCALES / language / "LC_MESSAGES"
    source, compiled = folder / "messages.po", folder / "messages.mo"
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return GNUTranslations(file)
    return GNUTranslations(io.BytesIO(compiled_from(source, language)))


def compiled_from(source: Path, language: str) -> bytes:
    """Compile a catalogue."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=language)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()
