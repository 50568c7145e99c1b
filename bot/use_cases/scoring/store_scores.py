"""Store what one actor says of a track's indicators.

Source: document 004, chapter 3 §6 (scoring criteria); that a contradiction is asked about is ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.school.frameworks import Competence
from bot.domain.scoring.film import Mark, Score, apply
from bot.ports import Entry, Seat, UnitOfWork


@dataclass(frozen=True, slots=True)
class Sayings:
    """What is said of one competence: scores and notes by indicator id (None: the whole of it).

    `note_source` is the message that is nothing but a note.
    """

    competence: Competence
    scores: Mapping[int, Score] = field(default_factory=dict)
    notes: Mapping[int | None, str] = field(default_factory=dict)
    note_source: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something is said, under which title, and by which message; it becomes an entry.

    A dialogue goes on with the entry that it began, as long as that stands: `entry` is its id, or
    the entry itself where this turn has seen that it stands.
    """

    said_at: datetime
    title: str
    source: str = ""
    entry: Entry | int | None = None


class Contradiction(Exception):
    """What is said contradicts what stands: shown (L, V) beside never come up (N)."""

    def __init__(self, competence: Competence, shown: Sequence[int], never: Sequence[int]) -> None:
        """Keep the indicators now said shown that stand at N, and the reverse."""
        super().__init__()
        self.competence = competence
        self.shown = shown
        self.never = never


def store_scores(
    uow: UnitOfWork, seat: Seat, sayings: Sequence[Sayings], occasion: Occasion
) -> tuple[Entry, list[Mapping[int, Mark]]]:
    """Store sayings under the entry of an occasion, with the marks that each leaves by indicator.

    Raises Contradiction, before anything is stored, where L or V would stand beside N (method:
    ask, store nothing silently), and ValueError for an indicator of another competence, or for
    a competence that stands twice.
    """
    marks = hold_marks(uow, seat, sayings)
    entry = find_standing_entry(uow, occasion.entry) or open_entry(uow, seat, occasion)
    return entry, store_on(uow, entry, seat, sayings, marks)


def hold_marks(uow: UnitOfWork, seat: Seat, sayings: Sequence[Sayings]) -> dict[int, Mark]:
    """Hold the track, and read the marks that sayings build on; raises as `store_scores` does."""
    if len({said.competence.id for said in sayings}) < len(sayings):
        raise ValueError("a competence stands here once: its history is folded once")
    for said in sayings:
        _refuse_strangers(said)
    scored = {indicator for said in sayings for indicator in said.scores}
    marks = dict(uow.ledger.read_and_hold_marks(seat, scored))
    checked = dict(marks)
    for said in sayings:
        checked |= _refuse_contradictions(said, checked)
    return marks


def find_standing_entry(uow: UnitOfWork, entry: Entry | int | None) -> Entry | None:
    """Find the entry that a dialogue goes on with; None where it has none, or that was undone."""
    found = entry if isinstance(entry, Entry) else uow.ledger.find_entry(entry) if entry else None
    return found if found and found.undone_at is None else None


def open_entry(uow: UnitOfWork, seat: Seat, occasion: Occasion) -> Entry:
    """Begin the entry of an occasion."""
    return uow.ledger.open_entry(
        seat.organisation_id, seat.author_id, occasion.said_at, occasion.title, occasion.source
    )


def store_on(
    uow: UnitOfWork, entry: Entry, seat: Seat, sayings: Sequence[Sayings], marks: dict[int, Mark]
) -> list[Mapping[int, Mark]]:
    """Store sayings under an entry, upon the marks that `hold_marks` read, kept current here."""
    return [_store(uow, entry, seat, said, marks) for said in sayings]


def _refuse_strangers(said: Sayings) -> None:
    """Raise ValueError for an indicator of another competence: its colour would be wrong."""
    own = {indicator.id for indicator in said.competence.indicators}
    if not own.issuperset(said.scores) or not (own | {None}).issuperset(said.notes):
        raise ValueError("an indicator of another competence")


def _refuse_contradictions(said: Sayings, before: Mapping[int, Mark]) -> dict[int, Mark]:
    """Work out the marks that a saying would leave; raises Contradiction for L or V beside N."""
    after = {
        indicator: apply(before.get(indicator, Mark()), score)
        for indicator, score in said.scores.items()
    }
    wrong = [indicator for indicator, mark in after.items() if mark.contradictory]
    if wrong:
        never = [indicator for indicator in wrong if said.scores[indicator].mastery is None]
        shown = [indicator for indicator in wrong if indicator not in never]
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
        uow.ledger.add_note(entry, seat, competence, indicator, text, said.note_source)
    return after
