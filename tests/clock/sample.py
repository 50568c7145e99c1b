"""The sample in a test: loaded at a time, its clock moved, and what reached whom on the way."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.domain.coaching.repertoire import Repertoire
from bot.platforms.transcript import Speaker
from bot.ports import Shown
from bot.ports.worlds import Move, SampleClock, World
from bot.settings import Settings
from bot.wiring import House
from bot.wiring.sample import load_sample
from handlers.clock import Tick, run_world
from handlers.sample_clock import clock_of, move
from tests.clock.town import TOOLS
from tests.databases import connected
from tests.dialogues.school import School

NOTHING = Repertoire()
Told = tuple[str, datetime, str]
"""Who was told something, when, and what."""


@dataclass
class Sample(School):
    """The sample's people; the world outside stands still at `at`, unless a test moves it."""

    house: Any = None

    @property
    def clock(self) -> SampleClock:
        with self.house.reading() as uow:
            clock = clock_of(uow, self.at, TOOLS.works)
        assert clock is not None
        return clock

    def meet(self) -> None:
        """Find the people of the sample that is in the database."""
        with self.house.reading() as uow:
            self.people = {
                person.school_id: Speaker(person.id, person.organisation_id)
                for person in uow.people.list_sample()
            }

    def moves(self, by: Move) -> list[Told]:
        return self.told(move(self.house.transaction, by, lambda: self.at, TOOLS))

    def ticks(self, at: datetime) -> list[Told]:
        """Tick in the sample at an instant, as the running clock does."""
        world = World(True, at)
        with self.house.reading() as uow:
            zones = uow.worlds.list_zones(world)
        return self.told(run_world(self.house.transaction, Tick(world, TOOLS, zones)))

    def told(self, arrived: list[tuple[int, Shown]]) -> list[Told]:
        names = {person.person_id: school_id for school_id, person in self.people.items()}
        return [(names[person], shown.said_at, shown.text) for person, shown in arrived]

    def says(self, who: str, text: str) -> str:
        """Say something by the sample's clock."""
        before, self.at = self.at, self.clock.at
        try:
            return self.text(who, text)
        finally:
            self.at = before


@contextmanager
def sample(url: str, at: datetime, folder: Path, repertoire: Repertoire = NOTHING):
    """Load the sample into a database; unless there are questions, nobody is asked any."""
    with lived_in(url, at, folder, repertoire) as made:
        assert load_sample(made.house, at)
        made.meet()
        yield made


@contextmanager
def lived_in(url: str, at: datetime, folder: Path, repertoire: Repertoire = NOTHING):
    """Open a database in which the sample may already be, at an instant of the world outside."""
    settings = Settings(
        database_url=url, signing_key_file=str(folder / "kompaan.key"), _env_file=None
    )
    house = House(settings)
    house.repertoire = repertoire
    # Its clock takes hundreds of transactions, and to open a file takes as long as most of them.
    with connected(url) as house.engine:
        made = Sample(house.engine, at=at, house=house)
        made.meet()
        yield made
