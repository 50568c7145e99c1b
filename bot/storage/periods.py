"""Periods, plans of reminders, and what was planned, on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    union,
    update,
)

from bot.domain.periods import Period
from bot.domain.reminders import NEWS_LASTS, Plan
from bot.ports.periods import Home, SampleClock, Told, Watched, World
from bot.storage.audiences import count_audience, send_to_audience
from bot.storage.columns import Instant
from bot.storage.tables import (
    organisation_table,
    period,
    person,
    photo,
    planned,
    programme,
    reminder_plan,
)

PERIOD_COLUMNS = (
    period.c.id,
    period.c.organisation_id,
    period.c.programme_id,
    period.c.name,
    period.c.opens_at,
    period.c.photo_at,
    period.c.choose_from,
    period.c.choose_until,
    period.c.moves,
    period.c.changed_at,
    period.c.cancelled,
)
_VALUES = tuple(column.name for column in PERIOD_COLUMNS if column.name != "id")
_PERIODS = select(*PERIOD_COLUMNS).order_by(period.c.opens_at, period.c.id)
_OF = _PERIODS.where(period.c.programme_id == bindparam("programme"))
_ONE = _PERIODS.where(period.c.id == bindparam("period"))
_HOLD = (
    select(period.c.id).where(period.c.id == bindparam("period")).with_for_update(key_share=True)
)
_ADD = insert(period).returning(period.c.id)
_CHANGE = (
    update(period)
    .where(period.c.id == bindparam("period"))
    .values({name: bindparam(f"new_{name}") for name in _VALUES})
)
_PLAN_COLUMNS = (reminder_plan.c.days, reminder_plan.c.rehearsal, reminder_plan.c.missing)
_PLAN = select(*_PLAN_COLUMNS).where(reminder_plan.c.programme_id == bindparam("programme"))
_SET_PLAN = text(
    "INSERT INTO reminder_plan (programme_id, organisation_id, days, rehearsal, missing)"
    " VALUES (:programme_id, :organisation_id, :days, :rehearsal, :missing)"
    " ON CONFLICT (programme_id) DO UPDATE SET"
    " days = excluded.days, rehearsal = excluded.rehearsal, missing = excluded.missing"
)

_HOME = (
    select(organisation_table.c.id.label("organisation_id"), organisation_table.c.time_zone)
    .join(programme, programme.c.organisation_id == organisation_table.c.id)
    .where(programme.c.id == bindparam("programme"))
)
_WORLDS = (
    select(
        organisation_table.c.sample,
        func.max(organisation_table.c.ahead_seconds).label("ahead_seconds"),
    )
    .group_by(organisation_table.c.sample)
    .order_by(organisation_table.c.sample)
)
_HERE = organisation_table.c.sample == bindparam("sample")
_ALONE = (
    select(organisation_table.c.id)
    .where(_HERE)
    .order_by(organisation_table.c.id)
    .with_for_update(key_share=True)
)
_SAMPLE = select(organisation_table.c.ahead_seconds, organisation_table.c.time_zone).where(
    organisation_table.c.sample
)
_MOVE_SAMPLE = (
    update(organisation_table)
    .where(organisation_table.c.sample, organisation_table.c.ahead_seconds < bindparam("ahead"))
    .values(ahead_seconds=bindparam("ahead"))
)
# Opened, with a photo still to come, just taken, or changed: nothing else is told of a period.
_WATCHED = (
    select(*PERIOD_COLUMNS, *_PLAN_COLUMNS, organisation_table.c.time_zone, photo.c.taken_at)
    .join(organisation_table, organisation_table.c.id == period.c.organisation_id)
    .outerjoin(reminder_plan, reminder_plan.c.programme_id == period.c.programme_id)
    .outerjoin(photo, photo.c.period_id == period.c.id)
    .where(
        _HERE,
        period.c.opens_at <= bindparam("until"),
        or_(
            period.c.photo_at.is_(None),
            period.c.photo_at > bindparam("since"),
            photo.c.taken_at > bindparam("since"),
            period.c.changed_at > bindparam("since"),
        ),
    )
    .order_by(period.c.id)
)
_PLANNED = select(planned.c.period_id, planned.c.key).where(
    planned.c.period_id.in_(bindparam("periods", expanding=True))
)
_ZONES = union(
    select(organisation_table.c.time_zone).where(_HERE),
    select(person.c.time_zone)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(_HERE, person.c.time_zone.is_not(None)),
)
_LIVED = (
    select(func.coalesce(person.c.time_zone, organisation_table.c.time_zone), person.c.hours)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(_HERE)
    .distinct()
)
_CLAIM = text(
    "INSERT INTO planned (period_id, key, organisation_id, at, people)"
    " VALUES (:period, :key, :organisation, :at, 0) ON CONFLICT (period_id, key) DO NOTHING"
).bindparams(bindparam("at", type_=Instant))
_NOTE = (
    update(planned)
    .where(planned.c.period_id == bindparam("period"), planned.c.key == bindparam("of_key"))
    .values(people=planned.c.people + bindparam("more"), dropped=bindparam("new_dropped"))
)
_DROPPED = (
    select(func.coalesce(func.sum(planned.c.people), 0))
    .join(organisation_table, organisation_table.c.id == planned.c.organisation_id)
    .where(_HERE, planned.c.dropped, planned.c.at >= bindparam("since"))
)


class StoredPeriods:
    """Periods on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection

    def home(self, programme_id: int) -> Home:
        """Give the organisation of a programme, with its time zone."""
        row = self._connection.execute(_HOME, {"programme": programme_id}).one()
        return Home(row.organisation_id, row.time_zone)

    def of(self, programme_id: int) -> Sequence[Period]:
        """List a programme's periods, cancelled ones too, in the order of their opening."""
        return [
            period_of(row) for row in self._connection.execute(_OF, {"programme": programme_id})
        ]

    def one(self, period_id: int) -> Period | None:
        """Find a period."""
        row = self._connection.execute(_ONE, {"period": period_id}).one_or_none()
        return period_of(row) if row else None

    def hold(self, period_id: int) -> None:
        """Let nobody else change a period, or begin its photo, in this transaction."""
        hold_period(self._connection, period_id)

    def add(self, period: Period) -> Period:
        """Store a new period; gives it its id."""
        values = {name: getattr(period, name) for name in _VALUES}
        return replace(period, id=self._connection.execute(_ADD, values).scalar_one())

    def change(self, period: Period) -> None:
        """Replace a stored period, found by its id."""
        values = {f"new_{name}": getattr(period, name) for name in _VALUES}
        self._connection.execute(_CHANGE, {"period": period.id, **values})

    def plan(self, programme_id: int) -> Plan:
        """Give a programme's plan of reminders: its own, or the default."""
        row = self._connection.execute(_PLAN, {"programme": programme_id}).one_or_none()
        return _plan(row) if row else Plan()

    def set_plan(self, organisation_id: int, programme_id: int, plan: Plan) -> None:
        """Give a programme its own plan."""
        self._connection.execute(
            _SET_PLAN,
            {
                "programme_id": programme_id,
                "organisation_id": organisation_id,
                "days": ",".join(map(str, plan.days)),
                "rehearsal": plan.rehearsal,
                "missing": plan.missing,
            },
        )

    def worlds(self, at: datetime) -> Sequence[World]:
        """List the worlds there are, each with the time that it is there at an instant."""
        return [
            World(row.sample, at + timedelta(seconds=row.ahead_seconds))
            for row in self._connection.execute(_WORLDS)
        ]

    def alone(self, world: World) -> None:
        """Let nobody else plan for these organisations until this transaction ends."""
        self._connection.execute(_ALONE, {"sample": world.sample})

    def sample_clock(self, at: datetime) -> SampleClock | None:
        """Read the sample's clock at an instant; None where there is no sample."""
        row = self._connection.execute(_SAMPLE).first()
        if row is None:
            return None
        return SampleClock(at + timedelta(seconds=row.ahead_seconds), row.time_zone)

    def move_sample(self, to: datetime, at: datetime) -> None:
        """Move the sample's clock forward, so that it is at least `to` there at an instant."""
        ahead = ceil((to - at).total_seconds())
        self._connection.execute(_MOVE_SAMPLE, {"ahead": ahead})

    def watched(self, world: World, until: datetime | None = None) -> Sequence[Watched]:
        """List the periods that may have something to tell now, or until an instant."""
        since = world.at - NEWS_LASTS
        asked = {"sample": world.sample, "until": until or world.at, "since": since}
        return [
            Watched(
                period_of(row), _plan(row) if row.days is not None else Plan(), row.time_zone,
                row.taken_at,
            )
            for row in self._connection.execute(_WATCHED, asked)
        ]  # fmt: skip

    def planned(self, period_ids: Collection[int]) -> Mapping[int, Collection[str]]:
        """Give the keys of what was planned of these periods."""
        keys: dict[int, set[str]] = defaultdict(set)
        for row in self._connection.execute(_PLANNED, {"periods": list(period_ids)}):
            keys[row.period_id].add(row.key)
        return keys

    def zones(self, world: World) -> Sequence[str]:
        """List the time zones in which the people of these organisations live."""
        return sorted(self._connection.execute(_ZONES, {"sample": world.sample}).scalars())

    def lived(self, world: World) -> Sequence[tuple[str, str]]:
        """List the time zones in which people of these organisations live, with their hours."""
        rows = self._connection.execute(_LIVED, {"sample": world.sample})
        return sorted((zone, hours) for zone, hours in rows)

    def claim(self, period: Period, key: str, at: datetime) -> bool:
        """Be the one who plans something; False where another one was first."""
        asked = {"period": period.id, "key": key, "organisation": period.organisation_id, "at": at}
        return self._connection.execute(_CLAIM, asked).rowcount == 1

    def note(self, period: Period, key: str, people: int, *, dropped: bool = False) -> None:
        """Keep how many people a claimed key went to, or would have gone to."""
        asked = {"period": period.id, "of_key": key, "more": people, "new_dropped": dropped}
        self._connection.execute(_NOTE, asked)

    def send_out(self, told: Told) -> int:
        """Give an errand to everybody it is for; gives how many there are."""
        return send_to_audience(self._connection, told)

    def count(self, told: Told) -> int:
        """Count whom it would be for."""
        return count_audience(self._connection, told)

    def dropped(self, world: World, since: datetime) -> int:
        """Count whom something was not even planned for since an instant: it came too late."""
        asked = {"sample": world.sample, "since": since}
        return int(self._connection.execute(_DROPPED, asked).scalar_one())


def hold_period(connection: Connection, period_id: int) -> None:
    """Let nobody else change a period, or begin its photo, in this transaction."""
    connection.execute(_HOLD, {"period": period_id})


def period_of(row: Row[*tuple[Any, ...]]) -> Period:
    """Make a period of a row that has PERIOD_COLUMNS."""
    known = row._mapping
    return Period(**{name: known[name] for name in ("id", *_VALUES)})


def _plan(row: Row[*tuple[Any, ...]]) -> Plan:
    days = tuple(int(one) for one in row.days.split(",") if one)
    return Plan(days, row.rehearsal, row.missing)
