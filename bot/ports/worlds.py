"""Which organisations live by which clock: the real ones, and each sample with its own time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from bot.domain.telling.hours import Hours

HERE, SAMPLE_HERE = "own", "sample"
"""The platforms that we run ourselves: for people without a chat account, and for the sample's.

A sample in another language than English has one of its own, with that language behind a hyphen.
"""


@dataclass(frozen=True, slots=True)
class World:
    """The organisations that live by one clock: the real ones, or a sample with its own time.

    `language` is the sample's: there may be one in each.
    """

    sample: bool
    at: datetime
    language: str = "en"

    @property
    def here(self) -> str:
        """Name the platform that we run ourselves for its people."""
        if not self.sample:
            return HERE
        return SAMPLE_HERE if self.language == "en" else f"{SAMPLE_HERE}-{self.language}"


@dataclass(frozen=True, slots=True)
class People:
    """Those whose identity lies between two, both of them too; everybody, unless it is said."""

    first: int = 0
    last: int = 2**62


EVERYBODY = People()


class Hearer(NamedTuple):
    """Somebody who may be told something, with the school, and the time zone they live in."""

    person_id: int
    organisation_id: int
    zone: str


@dataclass(frozen=True, slots=True)
class SampleClock:
    """What time it is in the sample, and in which zone its people live.

    `tells_at` is when something is told next that nobody asked for, `photo_at` the next photo;
    None where it is not known, or nothing of the kind is to come.
    """

    at: datetime
    zone: str
    tells_at: datetime | None = None
    photo_at: datetime | None = None


class Move(StrEnum):
    """How far the sample's clock can be moved at once."""

    HOUR = "hour"
    DAY = "day"
    REMINDER = "reminder"
    PHOTO = "photo"


class Worlds(Protocol):
    """The worlds there are, and who lives in each."""

    def list_at(self, at: datetime) -> Sequence[World]:
        """List the worlds there are, each with the time that it is there at an instant."""

    def hold(self, world: World) -> None:
        """Let nobody else plan for these organisations until this transaction ends."""

    def read_sample_clock(self, at: datetime, language: str = "en") -> SampleClock | None:
        """Read a sample's clock at an instant; None where there is none in that language."""

    def move_sample(self, to: datetime, at: datetime, language: str = "en") -> None:
        """Move a sample's clock forward, so that it is at least `to` there at an instant.

        It never goes back.
        """

    def read_zone(self, track_id: int) -> str:
        """Read the time zone of the school of a track."""

    def list_zones(self, world: World) -> Sequence[str]:
        """List the time zones in which the people of these organisations live."""

    def list_people(self, world: World, at_most: int) -> Sequence[People]:
        """Divide the people of these organisations, with so many in each part at most."""

    def list_rhythms(self, world: World) -> Sequence[tuple[str, Hours]]:
        """List the time zones in which people of these organisations live, with their hours."""
