"""What a discreet school hands to others' platforms: no name, no file with names, the way home.

Names that were read are code words already. What is left to find here stands in words that people
typed, and in titles that were stored: there every known name gives way to its code word.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from bot.domain.folding import fold
from bot.domain.school.names import begins_family_name, first_name_of
from bot.domain.school.naming import LEFT_OUT
from bot.messages import (
    Button,
    CalendarEntries,
    CalendarEntry,
    Day,
    Described,
    Moment,
    QrPicture,
    Reply,
    Text,
    Weekday,
    _,
    lines,
)
from bot.messages.buttons import OPENS
from bot.messages.pictures import Headed

GOES = (Headed, CalendarEntry, CalendarEntries, QrPicture)
"""Files that go abroad, without names; all others are for readers who need them."""

AT_HOME = _("What is left out here stands on the school's own page.")
OPEN = _("open on the school's page")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST = 3
"""Letters of a family name that is looked for in what somebody typed.

First names of as few are known by their capital, since they may be words: an, wil.
"""


class Scrubber:
    """Puts code words in the place of names."""

    def __init__(self, names: Mapping[str, str], typed: str = "") -> None:
        """Know what is said for each whole name, and what the reader typed in this turn."""
        self.met_left_out = False
        self._said: dict[str, str] = {}
        self._whole: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        self._typed = {fold(word) for word in _WORD.findall(typed)}
        self._sure: dict[str, str] = {}
        self._family: dict[str, str] = {}
        for full, said in sorted(names.items(), key=lambda pair: len(pair[0])):
            self._learn(full, said)

    def _learn(self, full: str, said: str) -> None:
        words, first = full.split(), first_name_of(full)
        called = said.split() if len(said.split()) == len(words) else [said] * len(words)
        between = r"\s+".join(map(re.escape, words))
        whole = re.compile(rf"(?<!\w){between}(?!\w)", re.IGNORECASE)
        self._whole.setdefault(fold(words[0]), []).insert(0, (whole, said))
        for word, instead in zip(words, called, strict=True):
            if word == first or len(words) == 1:
                self._said[word] = instead
                if len(word) > SHORTEST:
                    self._sure[fold(word)] = instead
            if len(word) >= SHORTEST and not begins_family_name(word):
                self._family[fold(word)] = instead

    def __call__(self, text: str) -> str:
        """Write a text without the names that are known; most hold none, which is seen at once."""
        self.met_left_out = self.met_left_out or LEFT_OUT in text
        found = _WORD.findall(text)
        for word in {fold(word) for word in found} & self._whole.keys():
            for whole, said in self._whole[word]:
                text = whole.sub(said, text)
        return _WORD.sub(self._instead, text)

    def _instead(self, found: re.Match[str]) -> str:
        word, own = found[0], fold(found[0])
        said = self._said.get(word) or self._sure.get(own)
        if said is None and own in self._typed:
            said = self._family.get(own)
        if said is None:
            return word
        return said.lower() if word.islower() else said


def scrubbed(what: Any, scrub: Callable[[str], str]) -> Any:
    """Scrub every string of a description that is somebody's own words; ours hold no name."""
    match what:
        case Enum():
            return what
        case str():
            return scrub(what)
        case Text(key, args, plural, count):
            return Text(
                key, {name: scrubbed(own, scrub) for name, own in args.items()}, plural, count
            )
        case Day() | Moment() | Weekday():
            return what
        case tuple() | list():
            return tuple(scrubbed(part, scrub) for part in what)
        case Button():
            label, says = scrubbed(what.label, scrub), scrubbed(what.says, scrub)
            return replace(what, label=label, says=says)
        case _ if is_dataclass(what) and not isinstance(what, type):
            changed = {
                own.name: scrubbed(getattr(what, own.name), scrub)
                for own in fields(what)
                if own.name not in _CODES
            }
            return replace(what, **changed)
    return what


_CODES = frozenset(("code", "value", "at", "kind", "colour", "meeting", "name"))
"""Fields that hold no words."""


def stays(described: Described) -> bool:
    """Say whether a file stays home."""
    return not isinstance(described, GOES)


def discreetly(reply: Reply, scrub: Callable[[str], str]) -> Reply:
    """Write a reply without names, and without the files that stay home."""
    going = tuple(file for file in reply.files if not stays(file))
    clean: Reply = scrubbed(replace(reply, files=going), scrub)
    return clean


def leading_home(reply: Reply, link: str) -> Reply:
    """Say below a reply that the rest of it stands on the page, with a button that opens it."""
    text = lines(reply.text, AT_HOME)
    if not link:
        return replace(reply, text=text)
    rows = (*reply.buttons, (Button(OPEN, OPENS, opens=link),))
    return replace(reply, text=text, buttons=rows, layout=None)


def holds_back(replies: Sequence[Reply]) -> bool:
    """Say whether a file of these stays home."""
    return any(stays(file) for reply in replies for file in reply.files)
