"""Whom a typed line is about: a whole name in front of it, the longest, or the words before it."""

import re
from collections.abc import Sequence
from typing import TypeVar

from bot.domain.school.tracks import Track
from bot.messages import Reply, _
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.shorthand import TypedLine, keyword_in_front, read_line
from handlers.talking.meaning.target import Group, Target, begun_in_front, in_front, name_of
from handlers.talking.meaning.whom import Sought, Unclear
from handlers.talking.phrases import short
from handlers.talking.turn import Turn

T = TypeVar("T", bound=Target)

_DIGIT = re.compile(r"\d")
_ONLY_NUMBERS = re.compile(r"[\d\s.:-]+")
_INDICATOR = re.compile(r"[\s:-]*\d{1,4}\.\d")


def seek(text: str, among: Sequence[T]) -> Sought[T, TypedLine]:
    """Read a line, and whom it may be about; no word before its numbers is left out.

    Raises Misread for what cannot be read, and Unclear where a class group, or a name with a
    number, is followed by words that name nobody.
    """
    _keyword, begin = keyword_in_front(text)
    found, end = in_front(text, among, begin)
    if not found or _is_a_number(text, begin, end):
        begun = begun_in_front(text, among, begin)
        if begun is not None and not found:
            name = name_of(begun)
            raise Unclear(
                Reply(_("Do you mean {name}? Write the name whole. Nothing was stored.", name=name))
            )
        line = read_line(text)
        return Sought(line.name, among, line)
    line = read_line(text, end)
    if not line.name:
        name = text[begin:end].strip()
        if len(found) > 1:
            return Sought(name, among, line, several=found)
        return Sought(name, among, line, found[0])
    if any(isinstance(target, Group) for target in found):
        return _within(text, among, found, line)
    if _DIGIT.search(text[begin:end]):
        raise _unclear(text[begin:end], line.name)
    whole = read_line(text)
    return Sought(whole.name, among, whole)


def part_period(turn: Turn, words: str, among: Sequence[T]) -> tuple[str, str]:
    """Part a name from that of a period behind it, by the names of the periods there are."""
    said = " ".join(words.split())
    if in_front(said, among)[1] == len(said):
        return said, ""  # 'Leerling 7' is somebody, also where a period is called '7'
    programmes = {track.programme_id for track in turn.tracks}
    names = [
        period.name for programme in programmes for period in turn.uow.periods.list_of(programme)
    ]
    for name in sorted(names, key=len, reverse=True):
        if said.casefold().endswith(name.casefold()):
            return said[: len(said) - len(name)].strip(), name
    return said, ""


def _is_a_number(text: str, begin: int, end: int) -> bool:
    """Say whether a name of numbers alone may be a competence: it is one, unless '10.3' follows."""
    return bool(_ONLY_NUMBERS.fullmatch(text[begin:end])) and not _INDICATOR.match(text, end)


def _within(
    text: str, among: Sequence[T], found: Sequence[T], line: TypedLine
) -> Sought[T, TypedLine]:
    """Read words behind the name of a class group: one of its students, or a longer name."""
    inside = [
        target
        for target in among
        if isinstance(target, Track)
        and any(isinstance(group, Group) and target in group.tracks for group in found)
    ]
    meant = meant_by(line.name, inside, name_of)
    if meant.sure is not None:
        return Sought(line.name, among, line, meant.sure)
    if meant.several:
        return Sought(line.name, among, line, several=meant.several)
    whole = read_line(text)
    longer = meant_by(whole.name, among, name_of)
    if whole.name.endswith(f" {line.name}") and (longer.sure is not None or longer.several):
        return Sought(whole.name, among, whole)
    raise _unclear(name_of(found[0]), line.name)


def _unclear(name: str, more: str) -> Unclear:
    return Unclear(
        Reply(
            _(
                "After '{name}' I read '{words}', and do not know whom you mean. Write the name of "
                "the whole class group, or of one student. Nothing was stored.",
                name=short(name.strip()),
                words=short(more),
            )
        )
    )
