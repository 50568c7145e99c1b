"""Record what one actor says of a track's indicators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.film import Mark, Score, apply
from bot.ports import Entry, Seat, UnitOfWork


@dataclass(frozen=True, slots=True)
class Sayings:
    """What is said of one competence: scores and notes by indicator id (None: the whole of it)."""

    competence: Competence
    scores: Mapping[int, Score] = field(default_factory=dict)
    notes: Mapping[int | None, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CompetenceStanding:
    """How a competence stands in one perspective."""

    competence: Competence
    counts: Counts
    colour: Colour


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was stored of one competence, and how it stands now."""

    standing: CompetenceStanding
    scores: Mapping[int, Score]
    marks: Mapping[int, Mark]
    notes: int

    @property
    def overruled(self) -> int:
        """Count the scores that a later-said one already overrules in the film."""
        return sum(
            mark.said_at is not None and mark.said_at > self.scores[indicator].said_at
            for indicator, mark in self.marks.items()
        )


class Contradiction(Exception):
    """What is said contradicts what stands: shown (L, V) beside never come up (N)."""

    def __init__(self, competence: Competence, shown: Sequence[int], never: Sequence[int]) -> None:
        """Keep the indicators now said shown that stand at N, and the reverse."""
        super().__init__()
        self.competence = competence
        self.shown = shown
        self.never = never


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something is said, under which title, and by which message; it becomes an entry."""

    said_at: datetime
    title: str
    source: str = ""


def record_scores(
    uow: UnitOfWork,
    seat: Seat,
    programme: Programme,
    sayings: Sequence[Sayings],
    occasion: Occasion | Entry,
) -> tuple[Entry, list[Recorded]]:
    """Store sayings, and read how their competences stand now; raises as `store_scores` does."""
    entry, stored = store_scores(uow, seat, sayings, occasion)
    counted = _own_counts(uow, seat)
    recorded = [
        Recorded(
            _standing(said.competence, counted, programme), said.scores, marks, len(said.notes)
        )
        for said, marks in zip(sayings, stored, strict=True)
    ]
    return entry, recorded


def store_scores(
    uow: UnitOfWork, seat: Seat, sayings: Sequence[Sayings], occasion: Occasion | Entry
) -> tuple[Entry, list[Mapping[int, Mark]]]:
    """Store sayings under a new entry, or under the one that a dialogue goes on with.

    Gives the marks that each saying leaves, by indicator. Raises Contradiction, before anything
    is stored, where L or V would stand beside N (method: ask, store nothing silently).
    """
    for said in sayings:
        _refuse_strangers(said)
    marks = dict(
        uow.ledger.read_and_hold_marks(seat, {one for said in sayings for one in said.scores})
    )
    checked = dict(marks)
    for said in sayings:
        checked |= refuse_contradictions(said, checked)
    entry = occasion if isinstance(occasion, Entry) else open_entry(uow, seat, occasion)
    return entry, [_store(uow, entry, seat, said, marks) for said in sayings]


def open_entry(uow: UnitOfWork, seat: Seat, occasion: Occasion) -> Entry:
    """Begin the entry of an occasion."""
    return uow.ledger.open_entry(
        seat.organisation_id, seat.author_id, occasion.said_at, occasion.title, occasion.source
    )


def _refuse_strangers(said: Sayings) -> None:
    """Raise ValueError for an indicator of another competence: its colour would be wrong."""
    own = {indicator.id for indicator in said.competence.indicators}
    if not own.issuperset(said.scores) or not (own | {None}).issuperset(said.notes):
        raise ValueError("an indicator of another competence")


def refuse_contradictions(said: Sayings, before: Mapping[int, Mark]) -> dict[int, Mark]:
    """Give the marks that a saying would leave; raises Contradiction for L or V beside N."""
    after = {i: apply(before.get(i, Mark()), score) for i, score in said.scores.items()}
    wrong = [i for i, mark in after.items() if mark.contradictory]
    if wrong:
        never = [i for i in wrong if said.scores[i].mastery is None]
        shown = [i for i in wrong if i not in never]
        raise Contradiction(said.competence, shown, never)
    return after


def _store(
    uow: UnitOfWork, entry: Entry, seat: Seat, said: Sayings, marks: dict[int, Mark]
) -> Mapping[int, Mark]:
    """Store one saying; `marks` are brought up to date, for the sayings after it."""
    competence = said.competence.id
    after: Mapping[int, Mark] = {}
    if said.scores:
        after = uow.ledger.add_scores(entry, seat, competence, said.scores, marks)
        marks |= after
    for indicator, text in said.notes.items():
        uow.ledger.add_note(entry, seat, competence, indicator, text)
    return after


def standing_of(
    uow: UnitOfWork, seat: Seat, programme: Programme, competence: Competence
) -> CompetenceStanding:
    """Read how a competence stands in the seat's own perspective."""
    return _standing(competence, _own_counts(uow, seat), programme)


def _own_counts(uow: UnitOfWork, seat: Seat) -> Mapping[int, Counts]:
    seen = uow.reads.read_colours(seat.author_id, seat.track_id)
    return {one.competence_id: one.counts for one in seen if one.role is seat.role}


def _standing(
    competence: Competence, counted: Mapping[int, Counts], programme: Programme
) -> CompetenceStanding:
    counts = counted.get(competence.id, Counts())
    colour = colour_of(len(competence.indicators), counts, programme.cut_off)
    return CompetenceStanding(competence, counts, colour)


def confirmed(marks: Mapping[int, Mark], said_at: datetime) -> dict[int, Score]:
    """Say marks again as they stand: nothing changed since last time."""
    return {
        indicator: Score(
            said_at,
            mastery=mark.mastery,
            coverage=None if mark.not_here else mark.coverage,
            not_here=mark.not_here,
        )
        for indicator, mark in marks.items()
        if mark.mastery is not None or mark.coverage is not None
    }
