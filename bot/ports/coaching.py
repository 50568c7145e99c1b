"""What tips ask of the storage: which somebody was told, and what came of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import PastTip, Verdict
from bot.domain.school.tracks import Person
from bot.domain.telling.hours import Hours
from bot.ports.worlds import EVERYBODY, Hearer, People, World


@dataclass(frozen=True, slots=True)
class ToldTip:
    """A tip that somebody was told; its `id` is what the verdict's buttons carry."""

    id: int
    person_id: int
    told: PastTip


class Tips(Protocol):
    """Tips told to mentors and teachers, in one transaction."""

    def list_told(self, person_id: int) -> Sequence[PastTip]:
        """List everything that somebody was told, the oldest first."""

    def find(self, told_id: int) -> ToldTip | None:
        """Find a tip that was told."""

    def find_of_errand(self, errand_id: int) -> ToldTip | None:
        """Find the tip that an errand told: a message that is composed anew says it again."""

    def record_told(
        self, guide: Person, tip: Tip, at: datetime, errand_id: int | None = None
    ) -> int:
        """Keep that a mentor or a teacher is told a tip; gives the id."""

    def judge(self, told_id: int, verdict: Verdict | None) -> None:
        """Keep what is said of a tip, instead of what was said before."""

    def list_guides_without(
        self,
        world: World,
        rhythms: Collection[tuple[str, Hours]],
        since: datetime,
        scored: datetime,
        people: People = EVERYBODY,
    ) -> Sequence[Hearer]:
        """List those of these mentors and teachers who may get a tip unasked, by zone and hours.

        They had none since one instant, and scored something since another. Somebody who is
        muted, away or wants little gets none; only the active profile gets one beside other
        messages of that time.
        """
