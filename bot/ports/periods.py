"""What periods and reminders ask of the storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.hours import Rhythm
from bot.domain.periods import Period
from bot.domain.reminders import Audience, Due, Plan


@dataclass(frozen=True, slots=True)
class World:
    """The organisations that live by one clock: the real ones, or the sample with its own time."""

    sample: bool
    at: datetime


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


@dataclass(frozen=True, slots=True)
class Watched:
    """A period that may have something to tell, with its plan, its zone, and its photo's time."""

    period: Period
    plan: Plan
    zone: str
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to tell of a period, to an audience in one rhythm and with these profiles."""

    period: Period
    due: Due
    rhythm: Rhythm
    audience: Audience
    profiles: Collection[str]


@dataclass(frozen=True, slots=True)
class Home:
    """Whose a programme is, and by which clock its periods are agreed."""

    organisation_id: int
    zone: str


class Periods(Protocol):
    """Periods of programmes, and what was planned for each."""

    def home(self, programme_id: int) -> Home:
        """Give the organisation of a programme, with its time zone."""

    def of(self, programme_id: int) -> Sequence[Period]:
        """List a programme's periods, cancelled ones too, in the order of their opening."""

    def one(self, period_id: int) -> Period | None:
        """Find a period."""

    def hold(self, period_id: int) -> None:
        """Let nobody else change a period, or begin its photo, in this transaction."""

    def add(self, period: Period) -> Period:
        """Store a new period; gives it its id."""

    def change(self, period: Period) -> None:
        """Replace a stored period, found by its id."""

    def plan(self, programme_id: int) -> Plan:
        """Give a programme's plan of reminders: its own, or the default."""

    def set_plan(self, organisation_id: int, programme_id: int, plan: Plan) -> None:
        """Give a programme its own plan."""

    def worlds(self, at: datetime) -> Sequence[World]:
        """List the worlds there are, each with the time that it is there at an instant."""

    def alone(self, world: World) -> None:
        """Let nobody else plan for these organisations until this transaction ends."""

    def sample_clock(self, at: datetime) -> SampleClock | None:
        """Read the sample's clock at an instant; None where there is no sample."""

    def move_sample(self, to: datetime, at: datetime) -> None:
        """Move the sample's clock forward, so that it is at least `to` there at an instant.

        It never goes back.
        """

    def watched(self, world: World, until: datetime | None = None) -> Sequence[Watched]:
        """List the periods that may have something to tell now, or until an instant."""

    def planned(self, period_ids: Collection[int]) -> Mapping[int, Collection[str]]:
        """Give the keys of what was planned of these periods."""

    def zones(self, world: World) -> Sequence[str]:
        """List the time zones in which the people of these organisations live."""

    def lived(self, world: World) -> Sequence[tuple[str, str]]:
        """List the time zones in which people of these organisations live, with their hours."""

    def claim(self, period: Period, key: str, at: datetime) -> bool:
        """Be the one who plans something; False where another one was first."""

    def note(self, period: Period, key: str, people: int, *, dropped: bool = False) -> None:
        """Keep how many people a claimed key went to, or would have gone to."""

    def send_out(self, told: Told) -> int:
        """Give an errand to everybody it is for; gives how many there are."""

    def count(self, told: Told) -> int:
        """Count whom it would be for."""
