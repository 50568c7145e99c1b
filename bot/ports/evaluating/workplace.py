"""What the result at the workplace asks of the storage: the rule, and what people entered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.evaluating.workplace_rule import WorkplaceRule
from bot.domain.periods.photos import FrozenColour
from bot.domain.scoring.colours import Counts


@dataclass(frozen=True, slots=True)
class StatedRule:
    """A programme's rule with who stated it, and when (UTC); without an author, the school did."""

    rule: WorkplaceRule
    author: str
    said_at: datetime
    author_id: int | None = None


@dataclass(frozen=True, slots=True)
class EnteredResult:
    """A result that somebody entered for a track and a period, and when (UTC).

    `in_name_of` is who gave it, where a coach wrote it down for them; else it is empty.
    """

    id: int
    track_id: int
    period_id: int
    given: WorkplacePoints
    author_id: int
    author: str
    in_name_of: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class NewResult:
    """A result that is to be entered; `for_id` is who gave it, where the author did not."""

    organisation_id: int
    track_id: int
    period_id: int
    given: WorkplacePoints
    author_id: int
    for_id: int | None = None


class WorkplaceResults(Protocol):
    """Rules of programmes, and results at the workplace, in one transaction."""

    def read_rule(self, programme_id: int) -> StatedRule | None:
        """Read a programme's rule; None where nobody stated one."""

    def set_rule(
        self, programme_id: int, rule: WorkplaceRule, author_id: int | None, at: datetime
    ) -> None:
        """State a programme's rule in place of the former one."""

    def drop_rule(self, programme_id: int) -> None:
        """Take a programme's rule away."""

    def list_mentors(self, track_id: int) -> Sequence[tuple[int, str]]:
        """List the mentors of a track by name: identities and names."""

    def enter(self, new: NewResult, at: datetime) -> int:
        """Enter a result at an instant (aware); gives its identity. Those of before are kept."""

    def take_back(self, result_id: int, at: datetime) -> bool:
        """Note that a result no longer counts from an instant on; False where it did not."""


class WorkplaceReads(Protocol):
    """What a person may see of results at the workplace, by track; of others nothing is read.

    Of a track that has ended since `council_since` (aware), who was around it then sees the same.
    """

    def list_pursued(
        self, viewer_id: int, track_ids: Collection[int], at: datetime, council_since: datetime
    ) -> Mapping[int, frozenset[int]]:
        """List the competences that training plans pursue at work.

        Of each placement, be it ended, it is the newest version that was made at or before an
        instant (aware).
        """

    def list_entered(
        self, viewer_id: int, track_ids: Collection[int], period_id: int, council_since: datetime
    ) -> Mapping[int, Sequence[EnteredResult]]:
        """List what was entered in a period, the newest first."""

    def read_film(
        self, viewer_id: int, track_ids: Collection[int], council_since: datetime
    ) -> Mapping[int, Mapping[int, Counts]]:
        """Read what mentors say now, by competence."""

    def read_photo(
        self, viewer_id: int, track_ids: Collection[int], photo_id: int, council_since: datetime
    ) -> Mapping[int, Sequence[FrozenColour]]:
        """Read what mentors said in a photo; of a track that is not in it there is nothing."""
