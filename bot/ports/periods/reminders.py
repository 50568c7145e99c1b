"""What is told of periods: plans of reminders, and what was planned for each period."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.periods.period import Period
from bot.domain.periods.reminders import Audience, Due, Plan
from bot.domain.telling.hours import Rhythm
from bot.domain.telling.profiles import Profile
from bot.ports.worlds import EVERYBODY, People, World


@dataclass(frozen=True, slots=True)
class Watched:
    """A period that may have something to tell, with its plan, its zone, and its photo's time.

    `ruled` says that its programme has a rule for the result at the workplace.
    """

    period: Period
    plan: Plan
    zone: str
    taken_at: datetime | None = None
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class PeriodReminder:
    """One thing to tell of a period: to those of these people, with one rhythm and profiles."""

    period: Period
    due: Due
    rhythm: Rhythm
    audience: Audience
    profiles: Collection[Profile]
    people: People = EVERYBODY


class Reminders(Protocol):
    """Plans of reminders, what periods may have to tell, and what was planned of each."""

    def read_plan(self, programme_id: int) -> Plan:
        """Read a programme's plan of reminders: its own, or the default."""

    def set_plan(self, organisation_id: int, programme_id: int, plan: Plan) -> None:
        """Set a programme's own plan."""

    def list_watched(self, world: World, until: datetime | None = None) -> Sequence[Watched]:
        """List the periods that may have something to tell now, or until an instant."""

    def list_planned_keys(
        self, period_ids: Collection[int], *, whole: bool = False
    ) -> Mapping[int, Collection[str]]:
        """List the keys of what was planned of these periods, or of what was for everybody."""

    def begin(self, period: Period, key: str, at: datetime) -> None:
        """Begin to plan something, unless that was begun before."""

    def take_part(self, period: Period, key: str, at_most: int) -> People | None:
        """Take the next people for whom something that was begun is to be planned.

        None where it now is planned for everybody.
        """

    def record(self, period: Period, key: str, people: int, *, dropped: bool = False) -> None:
        """Keep how many more people something went to, or would have gone to."""

    def give_errands(self, told: PeriodReminder) -> int:
        """Plan an errand for everybody it is for, and count them."""

    def count_people(self, told: PeriodReminder) -> int:
        """Count whom it would be for."""

    def count_dropped(self, world: World, since: datetime) -> int:
        """Count whom something was not even planned for since an instant: it came too late."""
