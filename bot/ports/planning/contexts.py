"""What contexts ask of the storage: which come up where, and how a programme's are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.planning.contexts import ComingContext
from bot.domain.school.frameworks import Contribution
from bot.domain.school.tracks import Placement


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when a context comes up (aware)."""

    begins_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class KeptContext:
    """A context of a programme as it is kept; `trains` goes by the identity of a competence."""

    number: int
    title: str
    trains: Mapping[int, Contribution]


class Contexts(Protocol):
    """Contexts, in one transaction."""

    def list_coming(self, viewer_id: int, track_id: int, at: datetime) -> Sequence[ComingContext]:
        """List the contexts that come up in a track and are not over at an instant (aware).

        Only what the viewer is around. Where a student has several workplaces, it is named to who
        has a part in it, to teachers and to coaches. At an ended placement nothing comes up.
        """

    def list_running(self, track_id: int, at: datetime) -> frozenset[int]:
        """List the contexts that come up in a track at an instant (aware), for what is asked."""

    def list_planned(self, person_id: int, track_id: int) -> Sequence[Placement]:
        """List the placements of a track for which somebody may say what comes up.

        That is the mentor there, and the coach of the student; where it has not ended.
        """

    def find_planned(self, person_id: int, placement_id: int) -> int | None:
        """Find the track of such a placement; None where this person may not say so."""

    def find_span(self, placement_id: int, context_id: int) -> Span | None:
        """Find when a context comes up at a placement."""

    def set_span(
        self, organisation_id: int, author_id: int, placement_id: int, context_id: int, span: Span
    ) -> None:
        """Keep when a context comes up at a placement, in place of what was kept."""

    def drop_span(self, placement_id: int, context_id: int) -> None:
        """Let a context come up no more at a placement."""

    def is_used(self, context_id: int) -> bool:
        """Say whether anything hangs on a context: that it comes up somewhere, or an activity."""
