"""What a discreet school hands to others' platforms: no name, no file with names, the way home.

Names that were read are code words already. What is left to find here stands in words that people
typed, and in titles that were stored: there every known name gives way to its code word.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

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
