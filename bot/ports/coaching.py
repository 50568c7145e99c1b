"""What tips ask of the storage: which a mentor was told, and what came of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import PastTip, Verdict
from bot.domain.school.tracks import Person
from bot.domain.telling.hours import Hours
from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class ToldTip:
    """A tip that somebody was told; its `id` is what the verdict's buttons carry."""

    id: int
    person_id: int
    told: PastTip


class Tips(Protocol):
    """Tips told to mentors, in one transaction."""

    def list_told(self, person_id: int) -> Sequence[PastTip]:
        """List everything that a mentor was told, the oldest first."""

    def find(self, told_id: int) -> ToldTip | None:
        """Find a tip that was told."""

    def find_of_errand(self, errand_id: int) -> ToldTip | None:
        """Find the tip that an errand told: a message that is composed anew says it again."""

    def record_told(
        self, mentor: Person, tip: Tip, at: datetime, errand_id: int | None = None
    ) -> int:
        """Keep that a mentor is told a tip; gives the id."""

    def judge(self, told_id: int, verdict: Verdict | None) -> None:
        """Keep what a mentor says of a tip, instead of what was said before."""

    def list_mentors_without(
        self, world: World, zone: str, hours: Collection[Hours], since: datetime, scored: datetime
    ) -> Sequence[tuple[int, int]]:
        """List mentors with these hours in a zone who may get a tip unasked, each with its school.

        They had none since one instant, and scored something since another. Somebody who is
        muted, away or wants little gets none; only the active profile gets one beside other
        messages of that time.
        """
