"""What a workplace could practise, as mentors were told: which of it, and what they said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.planning.mirror import MirrorAnswer, PastMirror, Practisable
from bot.domain.school.tracks import Person
from bot.domain.telling.hours import Hours
from bot.ports.worlds import EVERYBODY, Hearer, People, World


@dataclass(frozen=True, slots=True)
class ToldMirror:
    """What a mentor was told; its `id` is what the buttons of the answers carry."""

    id: int
    person_id: int
    told: PastMirror
    answer: MirrorAnswer | None = None


class Mirrors(Protocol):
    """What mentors were told could be practised, in one transaction."""

    def list_told(self, person_id: int) -> Sequence[PastMirror]:
        """List everything that a mentor was told, the oldest first."""

    def find(self, told_id: int) -> ToldMirror | None:
        """Find what was told by its identity."""

    def find_of_errand(self, errand_id: int) -> ToldMirror | None:
        """Find what an errand told: a message that is composed anew says it again."""

    def record_told(
        self, mentor: Person, practisable: Practisable, at: datetime, errand_id: int
    ) -> int:
        """Keep that a mentor is told of a student and competence; gives the id."""

    def answer(self, told_id: int, answer: MirrorAnswer | None) -> None:
        """Keep what the mentor says of it, instead of what was said before."""

    def list_mentors_without(
        self,
        world: World,
        rhythms: Collection[tuple[str, Hours]],
        since: datetime,
        people: People = EVERYBODY,
    ) -> Sequence[Hearer]:
        """List those of these mentors, by zone and hours, whom nobody told the like since.

        Their workplace has an activity list for a programme of a
        student there. Somebody who is muted, away or wants little hears nothing.
        """
