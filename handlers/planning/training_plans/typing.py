"""A training plan in words: whom the command is about, and what a line moves in a draft."""

import re
from collections.abc import Mapping

from bot.domain.folding import every_way, fold
from bot.domain.planning.training_plans import Where
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.messages import Reply, _, lines
from bot.use_cases.planning.training_plans.see_training_plans import see_training_plans
from handlers.planning.training_plans.asked import PlanDrafted
from handlers.planning.training_plans.draft import (
    begin_draft,
    group_of,
    leave_draft,
    move,
    places_of,
    store_draft,
)
from handlers.planning.training_plans.plan import show_training_plan
from handlers.talking.meaning.whom import Sought
from handlers.talking.meaning.words import keyword_of
from handlers.talking.phrases import spans
from handlers.talking.turn import Replies, Turn

_WORKPLACE, _CAMPUS, _BOTH, _UNDECIDED = "workplace", "campus", "both", "undecided"
_PLACES: dict[Where, tuple[str, ...]] = {
    Where.WORKPLACE: (_WORKPLACE, "work", "werkplek", "werk", "travail", "entreprise", "betrieb",
                      "arbeit"),
    Where.CAMPUS: (_CAMPUS, "school", "école", "schule"),
    Where.BOTH: (_BOTH, "allebei", "beide", "beides"),
    Where.UNDECIDED: (_UNDECIDED, "onbeslist", "indécis", "unentschieden"),
}  # fmt: skip
_WHERE = {way: where for where, forms in _PLACES.items() for way in every_way(forms)}
_FILLERS = frozenset(every_way((
    "on", "at", "the", "op", "de", "het", "and", "en", "à", "l'", "au", "sur", "le", "la", "et",
    "in", "im", "der", "die", "dem", "auf", "und",
)))  # fmt: skip
_STORE = frozenset(every_way((
    "store", "keep", "save", "bewaar", "bewaren", "opslaan", "enregistrer", "enregistre",
    "enregistrez", "garder", "speichern", "speichere", "behalten",
)))  # fmt: skip
_LEAVE = frozenset({"leave", "stop", "laat", "laisser", "laisse", "laissez", "lassen", "lass"})
_SPAN = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")
_LARGEST = 999
_IN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:nog\s+)?niet\s+beslist\b|\bnot\s+decided(?:\s+yet)?\b"
            r"|\bpas\s+(?:encore\s+)?decidee?s?\b|\b(?:noch\s+)?nicht\s+entschieden\b"
        ),
        _UNDECIDED,
    ),
    (
        re.compile(
            r"\blieux?\s+de\s+travail\s+et\s+(?:a\s+l')?ecole\b|\bles\s+deux\b"
            r"|\becole\s+et\s+(?:sur\s+le\s+)?lieu\s+de\s+travail\b"
            r"|\bbetrieb\s+und\s+(?:in\s+der\s+)?schule\b|\bschule\s+und\s+(?:im\s+)?betrieb\b"
        ),
        _BOTH,
    ),
    (re.compile(r"\blieux?\s+de\s+travail\b"), _WORKPLACE),
    (re.compile(r"\bl'(?=\w)"), ""),
    (re.compile(r"^so(?=\s+lassen\b)"), ""),
)
"""What stands on the buttons in more words than one, in French with an article before it."""

SHOWN = 40
"""Letters that are shown of a word that is not known."""
_BETWEEN = re.compile(r"[\s,;:]+")

Moves = tuple[tuple[tuple[int, ...], Where], ...]
"""Numbers of competences, each time with where they are pursued; no numbers mean all."""


def read_moves(text: str) -> Moves | None:
    """Read '8 10 campus, 11 both'; None where a word of it says nothing of that kind."""
    moves: list[tuple[tuple[int, ...], Where]] = []
    numbers: list[int] = []
    every = False
    for part in _parts(text):
        span = _SPAN.fullmatch(part)
        if span:
            first, last = int(span[1]), int(span[2] or span[1])
            numbers += range(first, min(last, _LARGEST) + 1)
        elif keyword_of(part) == "all":
            every = True
        elif part in _WHERE and (numbers or every):
            moves.append(((), _WHERE[part]) if every else (tuple(numbers), _WHERE[part]))
            numbers, every = [], False
        elif part not in _FILLERS:
            return None
    return tuple(moves) if moves and not numbers and not every else None


def _parts(text: str) -> list[str]:
    said = _written_as_one(text)
    return [part for part in _BETWEEN.split(said) if part]


def _written_as_one(text: str) -> str:
    """Fold a text, in which a place of several words is written as one."""
    said = fold(text)
    for phrase, word in _IN_WORDS:
        said = phrase.sub(word, said)
    return said


def _is_meant_so(text: str) -> bool:
    """Say whether a line names numbers and a place, also where a word of it is not known."""
    parts = _parts(text)
    return any(map(_SPAN.fullmatch, parts)) and any(part in _WHERE for part in parts)


def _not_read(text: str) -> Reply:
    """Say what of a line is not known; the draft stays as it is."""
    known = {*_WHERE, *_FILLERS}
    strange = next((part for part in _parts(text) if not _is_known(part, known)), text.strip())
    example = _("Type it such as: 8 10 campus, 11 both. Nothing was stored, and nothing moved.")
    return Reply(lines(_("I do not understand '{words}'.", words=strange[:SHOWN]), example))


def _is_known(part: str, known: set[str]) -> bool:
    return part in known or bool(_SPAN.fullmatch(part)) or keyword_of(part) == "all"


def seek_plan(turn: Turn, words_: str) -> Sought[Track, Moves | None]:
    """Read of whom `/trainingplan` asks, and perhaps what is to move."""
    parts = words_.split()
    for at in range(len(parts)):
        if (moves := read_moves(" ".join(parts[at:]))) is not None:
            return Sought(" ".join(parts[:at]), turn.tracks, moves)
    return Sought(words_.strip(), turn.tracks, None)


def answer_plan(turn: Turn, track: Track, moves: Moves | None) -> Replies:
    """Answer `/trainingplan`: shown, or with a draft in which that moved."""
    if moves is None:
        return [show_training_plan(turn, track)]
    seen = see_training_plans(turn.uow, turn.person.id, track)
    own = [placement.placement_id for placement in seen.placements if placement.roles]
    unknown = _unknown(seen.programme, moves)
    if unknown:
        return [_no_number(seen.programme, unknown)]
    if len(own) != 1:
        return [show_training_plan(turn, track)]
    return begin_draft(turn, track, own[0], _moved(seen.programme, seen.places_of(own[0]), moves))


def _unknown(programme: Programme, moves: Moves) -> list[int]:
    named = {number for numbers, _where in moves for number in numbers}
    return sorted(number for number in named if programme.competence(number) is None)


def _no_number(programme: Programme, numbers: list[int]) -> Reply:
    return Reply(
        _(
            "{programme} has no competence {numbers}. Nothing was stored.",
            programme=programme.title,
            numbers=", ".join(spans(numbers)),
        )
    )


def _moved(programme: Programme, places: Mapping[int, Where], moves: Moves) -> dict[int, Where]:
    found: dict[int, Where] = {}
    for numbers, where in moves:
        if not numbers:
            found |= dict.fromkeys(group_of(programme, places, "all"), where)
        named = (programme.competence(number) for number in numbers)
        found |= {competence.id: where for competence in named if competence is not None}
    return found


def fits_draft(text: str) -> bool:
    """Say whether words are about a draft: what moves, to store it, or to leave it."""
    return _verb(text) is not None or read_moves(text) is not None or _is_meant_so(text)


def _verb(text: str) -> str | None:
    first = next(iter(_BETWEEN.split(_written_as_one(text).strip(" .!"))), "")
    if first in _STORE or keyword_of(first) in ("yes", "done"):
        return "store"
    if first in _LEAVE or keyword_of(first) in ("no", "none"):
        return "leave"
    return None


def take_draft(turn: Turn, asked: PlanDrafted, text: str) -> Replies:
    """Take what is typed while a draft is open."""
    verb, track = _verb(text), turn.track(asked.track)
    if verb is not None or track is None:
        return store_draft(turn, asked) if verb == "store" else leave_draft(turn, asked)
    programme, moves = turn.programme(track), read_moves(text)
    if moves is None:
        return [_not_read(text)]
    if unknown := _unknown(programme, moves):
        return [_no_number(programme, unknown)]
    return move(turn, asked, _moved(programme, places_of(asked), moves))
