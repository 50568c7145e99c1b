"""An agreement about a placement: of a kind, for some days, renewed, or ended early (ours).

That somebody is warned six weeks before one ends is ours.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from bot.domain.agreeing.kinds import AgreementKind, kind_for
from bot.domain.agreeing.steps import (
    SAID_ELSEWHERE,
    AgreementStep,
    OwedStep,
    due_on,
    owes,
    steps_of,
)
from bot.domain.days import months_on
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role

WARNED = timedelta(weeks=6)
"""How long before the end a renewal is asked about."""

LONGEST_MONTHS = 60
"""Months of one agreement at most: longer is a slip."""

FURTHEST_MONTHS = 24
"""Months from today at most to its first day, back or ahead."""

SCHOOL_YEAR_ENDS = (6, 30)
"""The month and the day until which an agreement is proposed where nothing else is known."""

MOST_HOURS = 60
"""Hours a week at a workplace at most."""


@dataclass(frozen=True, slots=True)
class AgreedPlace:
    """A running placement as agreements meet it, with the roles of whoever looks.

    `setting` is the education of its programme and `weekly_hours` those at the workplace, None
    where nobody said so. `stopped_on` is the last day of one that stops. A guardian of a student
    who is `guarded` agrees, too.
    """

    placement_id: int
    track_id: int
    organisation_id: int
    student_id: int
    student: str
    workplace: str
    setting: Setting | None
    weekly_hours: Fraction | None
    starts_on: date | None
    ends_on: date | None
    stopped_on: date | None
    guarded: bool
    roles: frozenset[Role]

    @property
    def needed(self) -> AgreementKind | None:
        """The kind of agreement that is needed, None where it is not known yet."""
        return kind_for(self.setting, self.weekly_hours)

    def is_over(self, today: date) -> bool:
        """Say whether its last day is behind us."""
        last = self.stopped_on or self.ends_on
        return last is not None and last < today


@dataclass(frozen=True, slots=True)
class PlacementAgreement:
    """An agreement about a placement; one that was `ended_on` a day ended before `ends_on`."""

    id: int
    placement_id: int
    kind: AgreementKind
    starts_on: date
    ends_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class AgreementStanding:
    """How it stands with the agreements about a placement, by first day.

    What of them was said to be `done` goes by id; so does what is `known` to be done without that,
    from what stands elsewhere.
    """

    place: AgreedPlace
    agreements: Sequence[PlacementAgreement]
    done: Mapping[int, Collection[AgreementStep]]
    known: Mapping[int, Collection[AgreementStep]]

    def done_steps(self, agreement: PlacementAgreement) -> list[AgreementStep]:
        """List the steps of an agreement that are done."""
        known = {*self.done.get(agreement.id, ()), *self.known.get(agreement.id, ())}
        return [step for step in self.steps(agreement) if step in known]

    def said_steps(self, agreement: PlacementAgreement) -> list[AgreementStep]:
        """List those that are done because somebody said so, and that can be opened again."""
        known = self.known.get(agreement.id, ())
        return [step for step in self.done_steps(agreement) if step not in known]

    def last_day(self, agreement: PlacementAgreement) -> date:
        """Say on which day an agreement ends: early, or when the placement stops."""
        days = (agreement.ends_on, agreement.ended_on, self.place.stopped_on)
        return min(day for day in days if day is not None)

    def holding(self, today: date) -> Sequence[PlacementAgreement]:
        """List those that are not over, the one that holds now or next on top."""
        return [own for own in self.agreements if self.last_day(own) >= today]

    def is_missing(self, today: date) -> bool:
        """Say whether one is needed, or nobody knows which, and none holds."""
        place = self.place
        return place.setting is not None and not place.is_over(today) and not self.holding(today)

    def missing_by(self) -> date | None:
        """Say by when one has to be there: the first day, or the day after the last one ended.

        None where the first day is not known: then it is due at once.
        """
        if not self.agreements:
            return self.place.starts_on
        return max(map(self.last_day, self.agreements)) + timedelta(days=1)

    def is_of_another_kind(self, today: date) -> bool:
        """Say whether the newest that holds is not of the kind that is needed by now."""
        holding, needed = self.holding(today), self.place.needed
        return bool(holding) and needed is not None and holding[-1].kind is not needed

    def ends_without_next(self, today: date) -> date | None:
        """Say when the newest that holds ends, where the placement goes on after that."""
        place, holding = self.place, self.holding(today)
        if not holding or place.stopped_on is not None:
            return None
        last = self.last_day(holding[-1])
        return None if place.ends_on is not None and place.ends_on <= last else last

    def asks_for_next(self, today: date) -> bool:
        """Say whether it is time to renew it."""
        last = self.ends_without_next(today)
        return last is not None and last - today <= WARNED

    def steps(self, agreement: PlacementAgreement) -> tuple[AgreementStep, ...]:
        """List the steps of an agreement."""
        return steps_of(agreement.kind, guarded=self.place.guarded)

    def owed(self, agreement: PlacementAgreement) -> list[OwedStep]:
        """List the steps that are open, as the checklist has them."""
        done, last = self.done_steps(agreement), self.last_day(agreement)
        return [
            OwedStep(step, owes(step), due_on(step, agreement.starts_on, last))
            for step in self.steps(agreement)
            if step not in done
        ]

    def ticked_here(self, agreement: PlacementAgreement) -> list[OwedStep]:
        """List the open steps that are ticked, the earliest due first; not those said elsewhere."""
        ticked = [owed for owed in self.owed(agreement) if owed.step not in SAID_ELSEWHERE]
        return sorted(ticked, key=lambda owed: owed.due_on)

    def owed_now(self, today: date) -> list[OwedStep]:
        """List the open steps of all that hold, the earliest due first."""
        open_steps = [step for own in self.holding(today) for step in self.owed(own)]
        return sorted(open_steps, key=lambda owed: owed.due_on)

    def urgency(self, today: date) -> tuple[int, date]:
        """Order it: what misses first, then what is open by its day, then what ends."""
        if self.is_missing(today):
            return 0, self.missing_by() or date.min
        if self.is_of_another_kind(today):
            return 1, today
        if owed := self.owed_now(today):
            return 2, owed[0].due_on
        last = self.ends_without_next(today)
        return (3, last) if last else (4, date.max)


def days_fit(first: date, last: date, today: date) -> bool:
    """Say whether an agreement can be from a first until a last day, and is no slip."""
    return months_on(today, -FURTHEST_MONTHS) <= first <= months_on(
        today, FURTHEST_MONTHS
    ) and first <= last <= months_on(first, LONGEST_MONTHS)


def proposed_days(standing: AgreementStanding, today: date) -> tuple[date, date]:
    """Propose the first and the last day of the next agreement.

    It follows the one that holds, be it of another kind from today; else it begins with the
    placement, and ends with it, or with the school year.
    """
    place = standing.place
    if standing.is_of_another_kind(today):
        first = max(today, standing.holding(today)[-1].starts_on)
    elif standing.agreements:
        newest = max(map(standing.last_day, standing.agreements)) + timedelta(days=1)
        first = newest if standing.holding(today) else max(newest, today)
    else:
        first = place.starts_on or today
    if place.ends_on is not None and place.ends_on >= first:
        return first, place.ends_on
    month, day = SCHOOL_YEAR_ENDS
    ends = date(first.year, month, day)
    return first, ends if ends > first else ends.replace(year=first.year + 1)
