"""Courtesies around a line: thanks and greetings carry no score, so no line is refused for them."""

import re
from collections.abc import Sequence, Set

from bot.domain.folding import fold
from bot.domain.school.naming import understood
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.shorthand import keyword_in_front, lines_of, read_line
from handlers.talking.meaning.target import Target, groups_of, name_of
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.words import keyword_of
from handlers.talking.ordinary.said.kinds import Ordinary
from handlers.talking.ordinary.words import COURTESIES, SMILES, ordinary
from handlers.talking.turn import Turn

_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_STOPS = ",.!;:"
_SMILE = re.compile(rf"(?:[{SMILES}]\W?|[:;]-?[)D])+")
_UNTIL = re.compile(r"\b(tot|bis|until|till|jusqu|a demain)\b")
SHORTEST = 3
"""Letters of a name that signs: one or two of them may be scores."""

_LONGEST = max(len(phrase.split()) for phrase in COURTESIES)


def without_courtesies(turn: Turn, text: str) -> str:
    """Leave out thanks and greetings at the ends of lines, where what is left is a line of scores.

    A word that is part of the name of somebody, or of a class group, stays; so does every note.
    """
    written = lines_of(text)
    among: list[Target] = [*turn.tracks, *groups_of(turn)]
    names = {
        word for target in among for name in understood(name_of(target)) for word in _words(name)
    }
    own = {word for name in understood(turn.person.name) for word in _words(name)} - names
    kept = [_without_farewell(line, bare_of(line, names, own)) for line in written]
    if len(written) > 1 and _signs(kept[-1].lstrip("-–— "), own):
        kept[-1] = ""  # the name of who signs, with 'kind regards' or alone
    if kept == written:
        return text
    if len(written) == 1:
        return kept[0] if _is_a_line(kept[0], among) else text
    left = [
        bare if _is_a_line(bare, among) or (not at and _greets(line, bare, among)) else line
        for at, (line, bare) in enumerate(zip(written, kept, strict=True))
        if bare
    ]
    return "\n".join(left) if left else text


def _without_farewell(line: str, bare: str) -> str:
    """Leave a line whole that begins with a keyword, where 'till Monday' says how long it holds."""
    ends = line.rpartition(bare)[2] if bare else ""
    return line if _UNTIL.search(fold(ends)) and keyword_in_front(line)[0] else bare


def _greets(line: str, bare: str, among: Sequence[Target]) -> bool:
    """Say whether a first line greets those whom the next are about: 'Hoi Jonas'."""
    return ordinary(line) is Ordinary.GREETING and meant_by(bare, among, name_of).sure is not None


def _signs(line: str, own: Set[str]) -> bool:
    """Say whether a line is a name of who says it, and nothing else."""
    said = [_courteous(piece, frozenset()) for piece in line.split()]
    words = _words(line)
    return all(said) and {*words} <= own and any(len(word) >= SHORTEST for word in words)


def bare_of(line: str, names: Set[str], own: Set[str] = frozenset()) -> str:
    """Cut courtesies off both ends of a line, at the end with `own` names; nothing may be left."""
    pieces = list(_PIECE.finditer(line))
    said = [_courteous(piece[0], names) for piece in pieces]
    first, last = _in_front(said), len(said)
    signed = last
    while signed > first and said[signed - 1] and {*_words(pieces[signed - 1][0])} <= own:
        signed -= 1
    for end in dict.fromkeys((last, signed)):
        if courtesies := _in_front([*reversed(said[first:end])], backwards=True):
            last = end - courtesies
            break
    if first == last:
        return ""
    return line[pieces[first].start() : pieces[last - 1].end()]


def _courteous(piece: str, names: Set[str]) -> str | None:
    """Say which words a piece holds that may be a courtesy: '' a smile, None what may be none."""
    if _SMILE.fullmatch(piece) or _SMILE.fullmatch(piece.strip(_STOPS)):
        return ""
    bare = piece.rstrip("".join(SMILES)).strip(_STOPS)
    words = _words(bare)
    plain = re.fullmatch(r"\w+(?:[’'-]\w+)*", bare) and not any(char.isdigit() for char in bare)
    return " ".join(words) if words and plain and not names & {*words} else None


def _in_front(said: Sequence[str | None], *, backwards: bool = False) -> int:
    """Count the pieces in front that are courtesies, as many as can be; `backwards` from the end.

    'ok merci beaucoup' is 'ok' and 'merci beaucoup', although 'ok merci' is one as well.
    """
    reached = {0}
    for at in range(len(said)):
        if at not in reached:
            continue
        most = min(_LONGEST, len(said) - at)
        reached |= {at + n for n in range(1, most + 1) if _is_one(said[at : at + n], backwards)}
        if at == max(reached):
            break
    return max(reached)


def _is_one(said: Sequence[str | None], backwards: bool) -> bool:
    words = [word for word in (reversed(said) if backwards else said) if word is not None]
    return len(words) == len(said) and (words == [""] or " ".join(words) in COURTESIES)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _is_a_line(text: str, among: Sequence[Target]) -> bool:
    """Say whether a text is a line of scores, or one that went wrong: a name at most, a number."""
    try:
        line = read_line(text)
    except Misread:
        return any(char.isdigit() for char in text)
    named = " ".join(word for word in line.name.split() if keyword_of(word) is None)
    meant = meant_by(named, among, name_of) if named and line.parts else None
    known = meant is None or meant.sure is not None or bool(meant.several or meant.near)
    return bool(line.parts) and known
