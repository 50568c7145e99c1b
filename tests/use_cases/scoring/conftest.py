"""What a mentor and a teacher do on the tracks of the school, in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.ports import Seat
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.scoring.store_scores import Occasion, Sayings, store_scores
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]


@dataclass
class Scorer:
    """Somebody who scores, from a seat on each of the own tracks."""

    uow: StoredUnitOfWork
    person_id: int
    seats: list[Seat]
    programme: Programme

    @property
    def competence(self) -> Competence:
        return self.programme.competences[0]

    @property
    def indicator(self) -> int:
        return self.competence.indicators[0].id

    def sayings(self, mastery: Mastery | None = None, coverage: Coverage | None = None) -> Sayings:
        return Sayings(self.competence, {self.indicator: Score(MORNING, mastery, coverage)})

    def stores(self, said: Sayings, entry_id: int | None = None) -> int:
        occasion = Occasion(MORNING, "t", "m", entry_id)
        entry, _marks = store_scores(self.uow, self.seats[0], [said], occasion)
        return entry.id

    def mark(self, seat: Seat) -> Mark:
        marks = self.uow.reads.read_perspective(self.person_id, seat.track_id, seat.role)
        return marks.get(self.indicator, Mark())


def scorer(school: School, who: str) -> Iterator[Scorer]:
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        person = school.people[who].person_id
        tracks = [track for track in uow.tracks.list_of(person) if track.class_group == "6E"]
        seats = [
            Seat(1, person, track.id, track.scoring_role, track.placement_id)
            for track in tracks
            if track.scoring_role
        ]
        yield Scorer(uow, person, seats, uow.tracks.read_programme(tracks[0].programme_id))


@pytest.fixture
def karim(own_school: School) -> Iterator[Scorer]:
    yield from scorer(own_school, "m1")


@pytest.fixture
def els(own_school: School) -> Iterator[Scorer]:
    yield from scorer(own_school, "t1")
