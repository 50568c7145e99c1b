"""Recognitions of workplaces, as they are stored."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.agreeing.recognitions import Recognition, needs_recognition
from bot.domain.school.frameworks import Setting


@dataclass(frozen=True, slots=True)
class Learner:
    """A student who learns at a workplace; `starts_on` where the roster says the first day."""

    placement_id: int
    track_id: int
    student: str
    starts_on: date | None


@dataclass(frozen=True, slots=True)
class RecognisedPlace:
    """A workplace and a programme that is learned there, with its recognition and its students."""

    organisation_id: int
    workplace_id: int
    workplace: str
    programme_id: int
    programme: str
    setting: Setting | None
    recognition: Recognition
    learners: tuple[Learner, ...]

    @property
    def key(self) -> tuple[int, int]:
        """The identities of both."""
        return self.workplace_id, self.programme_id

    @property
    def needed(self) -> bool | None:
        """Say whether a recognition is needed here; None where the setting is not said."""
        return needs_recognition(self.setting)


class Recognitions(Protocol):
    """Recognitions, in one transaction: there is one of a workplace for a programme."""

    def list_of(self, viewer_id: int, tracks: Collection[int]) -> Sequence[RecognisedPlace]:
        """List the workplaces of the running placements of tracks that somebody follows.

        By workplace and programme.
        """

    def find(self, workplace_id: int, programme_id: int) -> Recognition:
        """Find what is known; of an unknown one all is None."""

    def list_all(self, organisation_id: int) -> Mapping[tuple[int, int], Recognition]:
        """List those of an organisation, by workplace and programme: for imports."""

    def keep(
        self,
        organisation_id: int,
        place: tuple[int, int],
        recognition: Recognition,
        at: datetime,
        said_by: int | None = None,
    ) -> int:
        """Keep what holds of a workplace and a programme now; gives its identity."""
