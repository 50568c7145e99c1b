"""Whom words can be about: a student's track, or a class group as somebody meets it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bot.domain.folding import every_way, fold
from bot.domain.school.names import first_name_of
from bot.domain.school.naming import in_full, understood
from bot.domain.school.tracks import Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from handlers.talking.turn import Turn

_WORD = re.compile(r"\S+")
_AFTER_A_NAME = ":,;.!"


@dataclass(frozen=True, slots=True)
class Group:
    """A class group as somebody meets it: its tracks, seen together."""

    name: str
    tracks: tuple[Track, ...]


Target = Track | Group
T = TypeVar("T", bound=Target)


def groups_of(turn: Turn, among: Sequence[Track] | None = None) -> tuple[Group, ...]:
    """List the class groups that this person may act on as a whole, of all tracks or of these."""
    return in_groups(turn.tracks if among is None else among)


def in_groups(tracks: Iterable[Track]) -> tuple[Group, ...]:
    """Gather somebody's tracks by class group, those that they see as one."""
    named: dict[str, list[Track]] = {}
    for track in tracks:
        if track.roles & SEES_CLASS_GROUP:
            named.setdefault(track.class_group, []).append(track)
    return tuple(Group(name, tuple(own)) for name, own in sorted(named.items()))


def parts_of(group: Group) -> Iterator[Group]:
    """Part a class group by programme."""
    for programme_id in dict.fromkeys(track.programme_id for track in group.tracks):
        own = (track for track in group.tracks if track.programme_id == programme_id)
        yield Group(group.name, tuple(own))


def part_of_group(turn: Turn, track_id: int, among: Sequence[Track] | None = None) -> Group | None:
    """Find the part of a class group that a button named by one of its tracks.

    A group goes by its first track in one programme, and every tap is authorised here again.
    """
    parts = (part for group in groups_of(turn, among) for part in parts_of(group))
    return next((part for part in parts if any(own.id == track_id for own in part.tracks)), None)


def name_of(target: Target) -> str:
    """Say what a student or a class group is called."""
    return target.name if isinstance(target, Group) else target.student


def is_same(target: Target, other: Target) -> bool:
    """Say whether two are the same student's track, or the same class group."""
    if isinstance(target, Group) or isinstance(other, Group):
        return type(target) is type(other) and name_of(target) == name_of(other)
    return target.id == other.id


def in_front(text: str, among: Sequence[T], begin: int = 0) -> tuple[tuple[T, ...], int]:
    """Find whose whole name begins a text, the longest name first, and where that name ends.

    So '5 ELI B 10.3 v' is about '5 ELI B', also where there is a '5 ELI'. More than one is found
    where they are called the same.
    """
    typed = [(found.end(), _folded(found[0])) for found in _WORD.finditer(text, begin)]
    longest, found_there = 0, dict[T, None]()
    for target in among:
        size = max((_words_in_front(name, typed) for name in _names(target)), default=0)
        if size > longest:
            longest, found_there = size, {}
        if size and size == longest:
            found_there[target] = None
    return tuple(found_there), typed[longest - 1][0] if longest else begin


def begun_in_front(text: str, among: Sequence[T], begin: int = 0) -> T | None:
    """Find whose name holds a number and begins a text, written in part: 'kl 7' of 'Klas 7'.

    Its number could be taken for that of a competence.
    """
    typed = [_folded(found[0]) for found in _WORD.finditer(text, begin)]
    for target in among:
        own = _folded(name_of(target)).split()
        if len(own) > len(typed) or not any(word.isdecimal() for word in own):
            continue
        if all(word.startswith(part) for word, part in zip(own, typed, strict=False)):
            return target
    return None


def _names(target: Target) -> tuple[str, ...]:
    if isinstance(target, Group):
        return _ways((target.name,))
    full = in_full(target.student)
    typed = () if target.student == full else (first_name_of(full),)
    return _ways((*understood(target.student), target.shown, *typed))


def _words_in_front(name: str, typed: Sequence[tuple[int, str]]) -> int:
    """Count with how many words a text begins that are the whole of a name, else give 0.

    A blank may be left out: '6ea' is '6 EA'.
    """
    own = _folded(name).split()
    whole = "".join(own).rstrip(_AFTER_A_NAME)
    written = ""
    for count, (_end, word) in enumerate(typed[: len(own)], start=1):
        written += word
        if whole and written.rstrip(_AFTER_A_NAME) == whole:
            return count
    return 0


_ways = lru_cache(maxsize=4096)(every_way)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return fold(name)
