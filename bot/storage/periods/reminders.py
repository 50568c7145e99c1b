"""Plans of reminders, and what was planned of each period, on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Row, and_, bindparam, func, or_, select, text, update
from typing_extensions import override

from bot.domain.periods.period import Period
from bot.domain.periods.reminders import NEWS_LASTS, Plan
from bot.domain.telling.holidays import LONGEST
from bot.ports.periods.reminders import PeriodReminder, Reminders, Watched
from bot.ports.worlds import People, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.periods.audiences import count_audience, send_to_audience
from bot.storage.periods.period import PERIOD_COLUMNS, period_of
from bot.storage.tables import (
    organisation_table,
    period,
    person,
    photo,
    planned,
    reminder_plan,
    workplace_rule,
)

_PLAN_COLUMNS = (reminder_plan.c.days, reminder_plan.c.rehearsal, reminder_plan.c.missing)
_PLAN = select(*_PLAN_COLUMNS).where(reminder_plan.c.programme_id == bindparam("programme"))
_SET_PLAN = text(
    "INSERT INTO reminder_plan (programme_id, organisation_id, days, rehearsal, missing)"
    " VALUES (:programme_id, :organisation_id, :days, :rehearsal, :missing)"
    " ON CONFLICT (programme_id) DO UPDATE SET"
    " days = excluded.days, rehearsal = excluded.rehearsal, missing = excluded.missing"
)
# Begun, with a photo still to come, just taken, or changed: nothing else is told of a period.
WATCHED = (
    select(
        *PERIOD_COLUMNS,
        *_PLAN_COLUMNS,
        organisation_table.c.time_zone,
        photo.c.taken_at,
        workplace_rule.c.programme_id.is_not(None).label("ruled"),
    )
    .join(organisation_table, organisation_table.c.id == period.c.organisation_id)
    .outerjoin(reminder_plan, reminder_plan.c.programme_id == period.c.programme_id)
    .outerjoin(photo, photo.c.period_id == period.c.id)
    .outerjoin(workplace_rule, workplace_rule.c.programme_id == period.c.programme_id)
    .where(
        IN_WORLD,
        or_(
            period.c.opens_at <= bindparam("until"),
            # Before it opens, too, students choose what it evaluates; of one that was cancelled
            # before they could, nobody has heard.
            and_(
                period.c.choose_from <= bindparam("until"),
                or_(
                    period.c.cancelled.is_(False),
                    period.c.choose_from <= period.c.changed_at,
                ),
            ),
        ),
        or_(
            period.c.photo_at.is_(None),
            period.c.photo_at > bindparam("since"),
            photo.c.taken_at > bindparam("since"),
            period.c.changed_at > bindparam("since"),
        ),
    )
    .order_by(period.c.id)
)
_PLANNED = select(planned.c.period_id, planned.c.key, planned.c.upto_person).where(
    planned.c.period_id.in_(bindparam("periods", expanding=True))
)
_BEGIN = text(
    "INSERT INTO planned (period_id, key, organisation_id, at, people, upto_person)"
    " VALUES (:period, :key, :organisation, :at, 0, 0) ON CONFLICT (period_id, key) DO NOTHING"
).bindparams(bindparam("at", type_=Instant))
_THIS = (planned.c.period_id == bindparam("period"), planned.c.key == bindparam("of_key"))
# Whoever holds this row plans the next part; others wait, and then see how far it came.
_HELD = (
    select(planned.c.upto_person)
    .where(*_THIS, planned.c.upto_person.is_not(None))
    .with_for_update()
)
_NEXT = (
    select(person.c.id)
    .where(person.c.organisation_id == bindparam("organisation"), person.c.id > bindparam("beyond"))
    .order_by(person.c.id)
    .limit(bindparam("at_most"))
    .subquery("next_people")
)
_LAST = select(func.max(_NEXT.c.id))
_MOVE = update(planned).where(*_THIS).values(upto_person=bindparam("reached"))
_NOTE = (
    update(planned)
    .where(*_THIS)
    .values(
        people=planned.c.people + bindparam("more"),
        dropped=or_(planned.c.dropped, bindparam("new_dropped", type_=Boolean)),
    )
)
_DROPPED = (
    select(func.coalesce(func.sum(planned.c.people), 0))
    .join(organisation_table, organisation_table.c.id == planned.c.organisation_id)
    .where(IN_WORLD, planned.c.dropped, planned.c.at >= bindparam("since"))
)


class StoredReminders(Connected, Reminders):
    """Plans and what was planned, on one connection."""

    @override
    def read_plan(self, programme_id: int) -> Plan:
        row = self._connection.execute(_PLAN, {"programme": programme_id}).one_or_none()
        return _plan(row) if row else Plan()

    @override
    def set_plan(self, organisation_id: int, programme_id: int, plan: Plan) -> None:
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

    @override
    def list_watched(self, world: World, until: datetime | None = None) -> Sequence[Watched]:
        asked = {"world": world.here, "until": until or world.at, "since": told_since(world.at)}
        return [
            Watched(
                period_of(row), _plan(row) if row.days is not None else Plan(), row.time_zone,
                row.taken_at, row.ruled,
            )
            for row in self._connection.execute(WATCHED, asked)
        ]  # fmt: skip

    @override
    def list_planned_keys(
        self, period_ids: Collection[int], *, whole: bool = False
    ) -> Mapping[int, Collection[str]]:
        keys: dict[int, set[str]] = defaultdict(set)
        for row in self._connection.execute(_PLANNED, {"periods": list(period_ids)}):
            if not whole or row.upto_person is None:
                keys[row.period_id].add(row.key)
        return keys

    @override
    def begin(self, period: Period, key: str, at: datetime) -> None:
        asked = {"period": period.id, "key": key, "organisation": period.organisation_id, "at": at}
        self._connection.execute(_BEGIN, asked)

    @override
    def take_part(self, period: Period, key: str, at_most: int) -> People | None:
        this = {"period": period.id, "of_key": key}
        upto = self._connection.execute(_HELD, this).scalar_one_or_none()
        if upto is None:
            return None
        asked = {"organisation": period.organisation_id, "beyond": upto, "at_most": at_most}
        last = self._connection.execute(_LAST, asked).scalar_one()
        self._connection.execute(_MOVE, {**this, "reached": last})
        return None if last is None else People(upto + 1, last)

    @override
    def record(self, period: Period, key: str, people: int, *, dropped: bool = False) -> None:
        asked = {"period": period.id, "of_key": key, "more": people, "new_dropped": dropped}
        self._connection.execute(_NOTE, asked)

    @override
    def give_errands(self, told: PeriodReminder) -> int:
        return send_to_audience(self._connection, told)

    @override
    def count_people(self, told: PeriodReminder) -> int:
        return count_audience(self._connection, told)

    @override
    def count_dropped(self, world: World, since: datetime) -> int:
        asked = {"world": world.here, "since": since}
        return int(self._connection.execute(_DROPPED, asked).scalar_one())


def told_since(at: datetime) -> datetime:
    """Say since when something must have happened that may be told at an instant.

    What happened before the longest holiday may be told after it.
    """
    return at - NEWS_LASTS - timedelta(days=LONGEST)


def _plan(row: Row[*tuple[Any, ...]]) -> Plan:
    days = tuple(int(day) for day in row.days.split(",") if day)
    return Plan(days, row.rehearsal, row.missing)
