"""What was said of indicators: written to the ledger, and read as a person may see it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.film import Mark, Score
from bot.ports.acts import Act


@dataclass(frozen=True, slots=True)
class Seat:
    """From where somebody scores: who, on which track, in which role, at which placement."""

    organisation_id: int
    author_id: int
    track_id: int
    role: Role
    placement_id: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What one message or one dialogue recorded; it can be undone as a whole.

    One that holds no scores is an `act`, with what it replaced (`before`).
    """

    id: int
    author_id: int
    said_at: datetime
    undone_at: datetime | None
    title: str
    act: Act | None = None
    before: Mapping[str, Any] = field(default_factory=dict)

    @property
    def of(self) -> int | None:
        """What an act is about, among those of its kind."""
        return self.before.get("of")


@dataclass(frozen=True, slots=True)
class SeenColour:
    """A competence's counts in one perspective, as a viewer may see them."""

    competence_id: int
    role: Role
    counts: Counts


@dataclass(frozen=True, slots=True)
class SeenMark:
    """An indicator's mark in one perspective, as a viewer may see it, with its author."""

    indicator_id: int
    role: Role
    mark: Mark
    author: str
    workplace: str


@dataclass(frozen=True, slots=True)
class SeenNote:
    """A note that a viewer may read; without an indicator it is about the whole competence."""

    competence_id: int
    indicator_id: int | None
    role: Role
    author: str
    text: str
    said_at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class Saying:
    """One score as it stands in the ledger: of which indicator, by whom."""

    indicator_id: int
    author_id: int
    author: str
    score: Score


@dataclass(frozen=True, slots=True)
class SaidScore:
    """One score of an entry: of which indicator (`of`) of which competence."""

    competence_id: int
    of: int
    score: Score


class Ledger(Protocol):
    """The append-only record of everything said, with the marks and colours it gives."""

    def open_entry(
        self, organisation_id: int, author_id: int, said_at: datetime, title: str, source: str
    ) -> Entry:
        """Begin an entry; source is the message it comes from."""

    def find_entry(self, entry_id: int) -> Entry | None:
        """Find an entry."""

    def list_standing(self, author_id: int, at_most: int) -> list[Entry]:
        """List somebody's entries that still stand, the newest first."""

    def find_entry_of_source(self, author_id: int, source: str) -> Entry | None:
        """Find the standing entry that a message of this author made."""

    def find_entry_of_note(self, author_id: int, source: str) -> Entry | None:
        """Find the standing entry with the note that a message of this author was."""

    def read_and_hold_marks(self, seat: Seat, indicators: Collection[int]) -> Mapping[int, Mark]:
        """Hold the track for this transaction and read its perspective's marks, to build on."""

    def add_scores(
        self,
        entry: Entry,
        seat: Seat,
        competence_id: int,
        scores: Mapping[int, Score],
        before: Mapping[int, Mark] | None = None,
    ) -> Mapping[int, Mark]:
        """Add scores by indicator and bring marks and colours up to date; give the marks.

        `before` are these indicators' marks as `read_and_hold_marks` gave them, if it was asked.
        """

    def list_said_beside(
        self, entry: Entry | None, seat: Seat, indicators: Collection[int]
    ) -> Sequence[Saying]:
        """List what stands of indicators in a seat's perspective beside an entry, newest first.

        With no entry it is all that stands there. Of each person it is the newest of each kind,
        with the tallies of its kind, which give the same mark as all of it.
        """

    def add_note(
        self,
        entry: Entry,
        seat: Seat,
        competence_id: int,
        indicator_id: int | None,
        text: str,
        source: str = "",
    ) -> None:
        """Keep a note beside what was said; `source` is the message that is that note alone."""

    def correct_note(self, author_id: int, source: str, text: str) -> bool:
        """Replace the words of the standing note that a message of this author was, if there is."""

    def undo(self, entry: Entry, at: datetime) -> int:
        """Take an entry out of the film from that instant on; give the number of marks touched.

        What a photo already shows is not undone before the instant of that photo.
        """

    def restore(self, entry: Entry) -> None:
        """Put an entry back that was undone in this same transaction."""

    def list_said_in(self, entry: Entry) -> Sequence[SaidScore]:
        """List the scores of an entry, in the order in which they were said."""

    def carry_notes(self, entry: Entry, to: Entry) -> int:
        """Put the notes of an entry under another; give their number."""

    def list_touched(self, entry: Entry) -> Sequence[tuple[int, int]]:
        """List the (track, competence) pairs an entry touched."""


class Reads(Protocol):
    """What a person may see of scores; every method goes through `visible_to`."""

    def read_colours(self, viewer_id: int, track_id: int) -> Sequence[SeenColour]:
        """Read a track's colours in every perspective that this viewer may see."""

    def read_marks(self, viewer_id: int, track_id: int, competence_id: int) -> Sequence[SeenMark]:
        """Read a competence's marks in every perspective that this viewer may see."""

    def read_perspective(
        self, viewer_id: int, track_id: int, role: Role, competence_id: int | None = None
    ) -> Mapping[int, Mark]:
        """Read one perspective's marks by indicator, of a track or of one competence of it."""

    def read_notes(self, viewer_id: int, track_id: int, competence_id: int) -> Sequence[SeenNote]:
        """Read the notes on a competence that this viewer may read, newest first."""


@dataclass(frozen=True, slots=True)
class Company:
    """A running workplace of a student: its placement, its name, and since when, where known."""

    placement_id: int
    name: str
    starts_on: date | None = None


CompetencePlace = tuple[int, int]
"""The identities of a track and of a competence."""


class ClassReads(Protocol):
    """What a teacher or coach may see of several students at once; of others nothing is read."""

    def read_companies(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[int, Sequence[Company]]:
        """Read the running workplaces of those of the tracks that this viewer sees as a class."""

    def read_counts(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[CompetencePlace, Mapping[Role, Counts]]:
        """Read what mentors and teachers say of every competence of such tracks."""

    def list_regular(self, viewer_id: int, tracks: Collection[int]) -> frozenset[CompetencePlace]:
        """List the competences of which a mentor calls an indicator regular."""

    def read_first_come_up(
        self, viewer_id: int, tracks: Collection[int], role: Role
    ) -> Mapping[CompetencePlace, datetime]:
        """Read when (UTC) somebody in a role first said, and it stands, that something came up."""

    def read_first_alone(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[CompetencePlace, Sequence[datetime]]:
        """Read when (UTC) a mentor first called each indicator shown alone, and it stands."""


class Skips(Protocol):
    """What somebody skipped of the few that matter, and for which reason it was asked."""

    def read_since(self, seat: Seat, since: datetime) -> Mapping[int, str]:
        """Read what this author skipped on a track after an instant: the reason by indicator."""

    def skip(self, seat: Seat, indicator: int, reason: str, at: datetime) -> None:
        """Keep that it was skipped at an instant (aware), in place of an earlier time."""
