"""Whom words can be about: a student's track, or a class group as somebody meets it."""

from dataclasses import dataclass

from bot.domain.folding import fold
from bot.domain.school.tracks import Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from handlers.talking.turn import Turn


@dataclass(frozen=True, slots=True)
class Group:
    """A class group as somebody meets it: its tracks, seen together."""

    name: str
    tracks: tuple[Track, ...]


Target = Track | Group


def groups_of(turn: Turn) -> tuple[Group, ...]:
    """List the class groups that this person may act on as a whole."""
    named: dict[str, list[Track]] = {}
    for track in turn.tracks:
        if track.roles & SEES_CLASS_GROUP:
            named.setdefault(track.class_group, []).append(track)
    return tuple(Group(name, tuple(own)) for name, own in sorted(named.items()))


def group_in_front(turn: Turn, text: str) -> tuple[Group | None, str]:
    """Find a class group whose name begins a line, such as '5 ELI 10.3 v', and what follows it."""
    folded = fold(text) + " "
    for group in groups_of(turn):
        if group.name[:1].isdigit() and folded.startswith(fold(group.name) + " "):
            rest = text.split(maxsplit=len(group.name.split()))
            return group, rest[-1] if len(rest) > len(group.name.split()) else ""
    return None, text


def name_of(target: Target) -> str:
    """Say what a student or a class group is called."""
    return target.name if isinstance(target, Group) else target.student
