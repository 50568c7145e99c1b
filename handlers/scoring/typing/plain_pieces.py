"""A line in plain words taken into pieces: names, numbers, letters, and what each phrase can be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.folding import fold, straight
from handlers.scoring.typing.plain_said.kinds import Plain
from handlers.scoring.typing.plain_words import ELIDED, LONGEST, PHRASES
from handlers.talking.meaning.target import Target, in_front
from handlers.talking.meaning.words import keyword_of

_THROUGH = (
    r"\s*\b(?:t/m|t\.?e\.?m\.?|tot en met|through|up to and including|bis zu|bis|jusqu'[aà]|à)"
    r"\s*(?=\d)"
)
_THROUGH_FOLDED = _THROUGH.replace("|à)", "|a)")
_PIECE = re.compile(
    rf'"[^"]*"|\d{{1,4}}(?:[.,]\d{{1,4}})?{_THROUGH}\d{{1,4}}(?:[.,]\d{{1,4}})?'
    r"|\d{1,4}\.\d{1,4}-(?:\d{1,4}\.)?\d{1,4}(?!\d)|\d{1,4}[.,]\d{1,4}(?=[xlvnsr]*\b)"
    r"|\d{1,4}(?:-\d{1,4})?(?![\w.]*[^\W\d])|[^\W_][\w.'-]*|-+[\w-]*|[✓✔✅☑◐✗✘✕✖×❌]|[,&+?]",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"\d{_THROUGH}|\b(?:alles|allemaal|all|tout|tous|alle) "
    r"(?:(?:van|of|bij|voor|de|du|von) )?(?:\w+ )?\d"
    r"|\b(?:behalve|uitgezonderd|uitgenomen|except|sauf|au(?:ss|ß)er|except[eé]|hormis) \d+[.,]\d",
    re.IGNORECASE,
)
_ALL_OF = ("all of", "tout de", "tout le", "tout du", "alles von", "alle von")
_POINTED = re.compile(r"\d{1,4}\.\d{1,4}(?:-(?:\d{1,4}\.)?\d{1,4})?")
_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,4})?")
_VALUE = re.compile(r"[xlvnsr-]+|\d{1,4}(?:-\d{1,4})?[xlvnsr]+|n\.?v\.?t|[✓✔✅☑◐✗✘✕✖×❌]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: what it says, folded, and what it can be.

    `kinds` is empty for a word that no table knows; a number, a value, a note and a name have
    `what`. It begins at `start` of the line.
    """

    words: tuple[str, ...]
    what: str = ""
    kinds: tuple[Plain, ...] = ()
    target: Target | None = None
    start: int = 0

    @property
    def text(self) -> str:
        """Write it as it is in a line."""
        return " ".join(self.words)


def pieces_of(text: str, among: Sequence[Target]) -> list[Piece]:
    """Take a line apart: names of a student or a class group whole, phrases as long as they are."""
    plain = straight(text)
    found = [*_PIECE.finditer(plain)]
    pieces: list[Piece] = []
    at = 0
    while at < len(found):
        start, stop = found[at].span()
        named, end = in_front(plain, among, start) if among else ((), 0)
        if len(named) == 1:
            size = sum(it.start() < end for it in found[at:])
            piece = Piece((plain[start:end],), "name", target=named[0])
        elif plain[start] == '"':  # a note, with its own capitals
            size, piece = 1, Piece((f'"{text[start + 1 : stop - 1]}"',), "note")
        else:
            size, piece = _at([fold(it[0]) for it in found[at : at + LONGEST]])
        pieces.append(replace(piece, start=start))
        at += size
    return pieces


def _at(written: Sequence[str]) -> tuple[int, Piece]:
    """Read the piece with which words begin, and say how many of them it takes."""
    if " ".join(written[:2]) in _ALL_OF:
        return 2, Piece(("all",), "all")
    for size in range(len(written), 0, -1):
        said = " ".join(word.rstrip(".") for word in written[:size])
        words = tuple(said.replace("'", " ").split())
        if words in PHRASES:
            return size, Piece(words, kinds=PHRASES[words])
    if written[0] in ELIDED:
        return 1, Piece((written[0],), kinds=(Plain.FILLS,))
    return 1, _single(written[0])


def _single(word: str) -> Piece:
    bare = re.sub(_THROUGH_FOLDED, "-", word.rstrip("."))
    pointed = bare.replace(",", ".")
    if keyword_of(bare) == "today":
        return Piece((bare,), kinds=(Plain.TODAY,))
    if keyword_of(bare) == "all":
        return Piece((bare,), "all")
    if word in ",&+":
        return Piece((word,), kinds=(Plain.AND,))
    if _POINTED.fullmatch(pointed):
        return Piece((pointed,), "pointed")
    if _NUMBER.fullmatch(bare):
        return Piece((bare,), "number")
    if _VALUE.fullmatch(bare):
        return Piece((bare,), "value")
    return Piece((bare,))


def names_many(text: str) -> bool:
    """Say whether a text names many indicators as nobody types them: 'alles van 8', '1 t/m 4'."""
    return bool(_MANY.search(straight(text)))


def all_behind(pieces: Sequence[Piece]) -> list[Piece]:
    """Put 'all' behind the number that it stands before: 'alles van 8'."""
    ordered = [*pieces]
    for at, (piece, after) in enumerate(pairwise(pieces)):
        if piece.what == "all" and after.what == "number":
            ordered[at : at + 2] = [after, piece]
    return ordered


def says_not(said: Sequence[Piece], *, wholly: bool) -> bool:
    """Say whether words end with 'not'; `wholly` also where small words follow: 'not for'."""
    for piece in reversed(said):
        if Plain.INSTEAD in piece.kinds:
            return True
        if not wholly or piece.what or not {Plain.FILLS, Plain.AND} & set(piece.kinds):
            return False
    return False
