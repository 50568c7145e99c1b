"""A line of scores in plain words, written as the line that it means.

'nee noor 5.2 moest l zijn', '10.2 kan ik al alleen', 'nicolas en joren 3.1 v', 'vandaag 11.1
gedaan'. Every word has to be accounted for, else it is no such line, and read as before.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product, zip_longest

from bot.domain.folding import fold
from handlers.scoring.typing.plain_pieces import Piece, all_behind, names_many, pieces_of, says_not
from handlers.scoring.typing.plain_said.kinds import Plain
from handlers.scoring.typing.plain_words import LETTERS_OF, READING
from handlers.talking.meaning.names import meant_by, words_of_name
from handlers.talking.meaning.target import Group, Target, name_of

NUMBERS = ("pointed", "number")
SHORTEST = 3
"""Letters with which a name is begun; fewer are a word like any other."""

_ASKS = {
    (word,)
    for word in ("is", "was", "heeft", "doet", "does", "has", "did", "est", "a", "ist", "hat")
}
"""Words with which a question begins."""

_JOINED = re.compile(r"[,;&+]\s*[^\W\d]{2}")
"""A sign behind which a name may stand."""

_ENDS = re.compile(r"[\s,;&+]*(?:\b(?:en|and|et|und)\b)?\s*$", re.IGNORECASE)

_AROUND_A_NAME = {Plain.CORRECTS, Plain.MARKS_LATER, Plain.FILLS, Plain.AND}

_BE = {(word,) for word in ("zijn", "worden", "be", "been", "etre", "sein", "wordt", "becomes")}
_NOT = {(word,) for word in ("niet", "not", "pas", "nicht")}
_MEANT = (
    "bedoel", "mean", "dire", "mein", "maak", "make", "verander", "change", "wordt", "become",
    "mets", "mettez", "devient", "mach", "andere", "aendere", "andern", "aendern", "heiss", "wird",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlainLine:
    """What a line in plain words means: of whom, and each way to write what is said of them.

    `everybody` says that a whole class group is meant, or all students, but for `left_out`.
    """

    ways: tuple[str, ...]
    targets: tuple[Target, ...] = ()
    left_out: tuple[Target, ...] = ()
    everybody: bool = False


def may_be_plain(text: str) -> bool:
    """Say whether a text may be a line in plain words: it has a number, and one of the words."""
    if not any(char.isdigit() for char in text):
        return False
    words = {word.strip(".,;:!()&+") for word in fold(text).replace("'", " ").split()}
    return not READING.isdisjoint(words) or bool(_JOINED.search(text)) or names_many(text)


def other_name(text: str, among: Sequence[Target]) -> Target | None:
    """Find whom a correction names that says nothing else: 'ik bedoelde noor', 'nee noor'."""
    pieces = pieces_of(text, among)
    kinds = {kind for piece in pieces for kind in piece.kinds}
    named = [piece for piece in _with_names(pieces, among) if piece is None or not piece.kinds]
    if len(named) != 1 or named[0] is None or kinds - _AROUND_A_NAME:
        return None
    return named[0].target if {Plain.CORRECTS, Plain.MARKS_LATER} & kinds else None


def parts_of(text: str, among: Sequence[Target]) -> list[str]:
    """Part a line in which several are named, each with what is said: 'jonas 8.1 v, noor 8.2 l'."""
    pieces = pieces_of(text, among)
    starts: list[int] = []
    named = numbered = False
    for piece in pieces:
        if piece.what == "name" and (numbered or not starts):
            starts.append(piece.start)
            named, numbered = True, False
        numbered = numbered or piece.what in NUMBERS
    if not named or not numbered or pieces[0].what != "name" or len(starts) < 2:
        return [text]
    ends = [*starts[1:], len(text)]
    return [_ENDS.sub("", text[begin:end]) for begin, end in zip(starts, ends, strict=True)]


def read_plain(text: str, among: Sequence[Target]) -> PlainLine | None:
    """Read a line in plain words; None for what is none, or says something more."""
    pieces = pieces_of(text, among)
    if not pieces or pieces[0].words in _ASKS or Plain.CAN in pieces[0].kinds:
        return None  # 'kan ik 10.2 alleen', a question without its sign
    if pieces[-1].words == ("toch",):
        return None  # 'jonas kan 10.2 alleen toch'
    found = _parted(pieces, among)
    if found is None:
        return None
    whom, said = found
    ways = _tally(said) or _scores(said)
    return replace(whom, ways=ways) if ways else None


def _parted(
    pieces: Sequence[Piece], among: Sequence[Target]
) -> tuple[PlainLine, list[Piece]] | None:
    """Part the names of a line from what it says; None where a word is no name that we know."""
    found = [*_with_names(pieces, among)]
    known = [piece for piece in found if piece is not None]
    places = [at for at, piece in enumerate(known) if piece.what in NUMBERS]
    if len(known) < len(found) or not places or not _stand_apart(known, places):
        return None
    numbered = places[0]
    named: list[Target] = []
    left_out: list[Target] = []
    said: list[Piece] = []
    everybody = leaving = False
    for at, piece in enumerate(known):
        if piece.target is not None:
            (left_out if leaving else named).append(piece.target)
            if says_not(said, wholly=len(named) > 1):
                return None  # 'not Noor': which of what was said of her stands, is not known
        elif at < numbered and Plain.EVERYBODY in piece.kinds:
            everybody = True
        elif at < numbered and everybody and Plain.EXCEPT in piece.kinds:
            leaving = True
        else:
            said.append(piece)
    if leaving and not left_out:
        return None
    return PlainLine((), _once(named), _once(left_out), everybody), said


def _stand_apart(known: Sequence[Piece], places: Sequence[int]) -> bool:
    """Say whether all names stand before all numbers, or behind: 'noor 8.1 v, 8.2 l voor jonas'."""
    names = [at for at, piece in enumerate(known) if piece.target]
    return not names or names[-1] < places[0] or names[0] > places[-1]


def _once(targets: Iterable[Target]) -> tuple[Target, ...]:
    return tuple(dict.fromkeys(targets))


def _with_names(pieces: Sequence[Piece], among: Sequence[Target]) -> Iterator[Piece | None]:
    """Read words that no table knows as names, as many together as there are; None for no name."""
    words: list[str] = []
    for piece in [*pieces, Piece(())]:
        if piece.words and not piece.kinds and not piece.what:
            words.append(piece.text)
            continue
        if words:
            target = _meant(words, among)
            yield Piece(tuple(words), "name", target=target) if target else None
            words = []
        if piece.words:
            yield piece


def _meant(words: Sequence[str], among: Sequence[Target]) -> Target | None:
    """Find whom words name beyond doubt: by whole words, or by the beginning of one."""
    named = " ".join(words)
    sure = meant_by(named, among, name_of).sure
    if sure is None:
        return None
    if isinstance(sure, Group):
        return sure if named == fold(name_of(sure)) else None
    whole = set(words) <= words_of_name(name_of(sure))
    return sure if whole or (len(words) == 1 and len(named) >= SHORTEST) else None


def _tally(said: Sequence[Piece]) -> tuple[str, ...]:
    """Write what was done as the tally of today; of another day it is none."""
    kinds = {kind for piece in said for kind in piece.kinds[:1]}
    allowed = {Plain.TODAY, Plain.DONE, Plain.FILLS, Plain.AND}
    numbers = [piece.text for piece in said if piece.what == "pointed"]
    plain = all(piece.what == "pointed" or set(piece.kinds) & allowed for piece in said)
    begins = bool(said) and Plain.TODAY in said[0].kinds
    did = Plain.DONE in kinds or (Plain.TODAY in kinds and not begins)
    if not numbers or not plain or not did or any("-" in number for number in numbers):
        return ()
    return (f"today {' '.join(numbers)}",)


def _scores(said: Sequence[Piece]) -> tuple[str, ...]:
    """Write what is said as numbers and letters, in each way that it can be meant."""
    kept = _kept(said)
    if kept is None:
        return ()
    letters = [LETTERS_OF[piece.words] if _is_mark(piece) else ("",) for piece in kept]
    ways = [
        _written([_lettered(piece, letter) for piece, letter in zip(kept, way, strict=True)])
        for way in product(*letters)
    ]
    return tuple(ways)


def _lettered(piece: Piece, letter: str) -> Piece:
    return replace(piece, words=(letter,), what="value", kinds=()) if letter else piece


def _is_mark(piece: Piece) -> bool:
    return piece.kinds[:1] == (Plain.MARK,)


def _kept(said: Sequence[Piece]) -> list[Piece] | None:
    """Leave out the words around numbers and marks; None where one has no place there."""
    corrects = any({Plain.CORRECTS, Plain.MARKS_LATER} & set(piece.kinds) for piece in said)
    can = any(Plain.CAN in piece.kinds for piece in said)
    if not _is_said(said):
        return None
    kept: list[Piece] = []
    numbered = False
    for piece in _without_former(said):
        if piece.what or Plain.EXCEPT in piece.kinds:
            numbered = numbered or piece.what in NUMBERS
            kept.append(piece)
        elif Plain.MARK in piece.kinds:
            if (not numbered and not corrects) or (corrects and not can and piece.words in _NOT):
                return None  # 'alleen 10.2', only that; 'nee 10.2 niet', not that one
            if can and LETTERS_OF[piece.words] == ("x", "n"):
                piece = replace(piece, words=("niet",))
            kept.append(replace(piece, kinds=(Plain.MARK,)))
        elif {Plain.DONE, Plain.TODAY} & set(piece.kinds) and Plain.FILLS not in piece.kinds:
            return None
    return _in_order(all_behind(_latest(kept) if corrects else kept))


def _without_former(said: Sequence[Piece]) -> Iterator[Piece]:
    """Leave out a value that is said not to be meant: 'not v', 'instead of v'."""
    former = False
    for piece, after in zip_longest(said, said[1:], fillvalue=Piece(())):
        if not former and Plain.INSTEAD in piece.kinds and _is_value(after):
            former = True
        elif former:
            former = False
        else:
            yield piece


def _is_said(said: Sequence[Piece]) -> bool:
    """Say whether something is said, and not asked for: 'jonas moet 10.2 alleen kunnen'."""
    should = [piece for piece in said if Plain.MARKS_LATER in piece.kinds]
    letters = any(piece.what == "value" for piece in said)
    meant = any(word.startswith(_MEANT) for piece in should for word in piece.words)
    return not should or letters or meant or any(piece.words in _BE for piece in said)


def _is_value(piece: Piece) -> bool:
    return piece.what == "value" or (Plain.MARK in piece.kinds and Plain.INSTEAD not in piece.kinds)


def _latest(kept: Sequence[Piece]) -> list[Piece]:
    """Of two values of one number keep the last: '3.3 v moest l zijn'."""
    values = [piece for piece in kept if _is_value(piece)]
    numbers = [piece for piece in kept if piece.what in NUMBERS]
    if len(numbers) == 1 and len(values) > 1:
        return [piece for piece in kept if not _is_value(piece) or piece is values[-1]]
    return [*kept]


def _in_order(kept: Sequence[Piece]) -> list[Piece] | None:
    """Put a value that stands before the only number behind it: 'ik bedoelde v bij 3.3'."""
    numbers = [at for at, piece in enumerate(kept) if piece.what in NUMBERS]
    values = [at for at, piece in enumerate(kept) if _is_value(piece)]
    if not numbers or not values:
        return None
    if values[0] > numbers[0]:
        return [*kept]
    if len(numbers) > 1 or len(values) > 1 or any(it.what == "note" for it in kept[: numbers[0]]):
        return None
    moved = kept[values[0]]
    rest = [piece for piece in kept if piece is not moved]
    place = next(at for at, piece in enumerate(rest) if piece.what in NUMBERS)
    whole = place + 1 if place + 1 >= len(rest) or rest[place + 1].what != "all" else place + 2
    return [*rest[:whole], moved, *rest[whole:]]


def _written(pieces: Sequence[Piece]) -> str:
    """Write pieces as a line; a comma joins indicators that share what stands behind the last."""
    competence = ""
    written: list[str] = []
    excepts = False
    for before, piece in pairwise([Piece(()), *pieces]):
        text = piece.text
        if before.what == piece.what == "value" and before.text == text:
            continue  # 'v zonder hulp'
        if piece.what == "pointed" and excepts and text.partition(".")[0] == competence:
            text = text.partition(".")[2]
        elif piece.what == "pointed" and before.what == "pointed":
            written[-1] += ","
        excepts = Plain.EXCEPT in piece.kinds or (excepts and piece.what in NUMBERS)
        if piece.what == "number" and not competence:
            competence = text
        written.append(text)
    return " ".join(written)
