"""Visits at workplaces and what is promised there, on one connection."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Row, bindparam, delete, insert, nulls_last, select, update
from typing_extensions import override

from bot.domain.school.tracks import Role
from bot.domain.visiting.promises import Promise, PromiseOutcome
from bot.domain.visiting.visits import MinutePart, Placed, Visit
from bot.ports.visiting.visits import Visits
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import person, placement, promise, track, visit, visit_minute, workplace

_TRACKS = bindparam("tracks", expanding=True, type_=Integer)
_PLACED = (
    select(
        placement.c.id.label("placement_id"),
        placement.c.track_id,
        placement.c.organisation_id,
        person.c.name.label("student"),
        workplace.c.name.label("workplace"),
        placement.c.starts_on,
    )
    .join(track, track.c.id == placement.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .where(placement.c.track_id.in_(_TRACKS))
)
_RUNNING = _PLACED.where(placement.c.ended_at.is_(None), placement.c.left_at.is_(None)).order_by(
    person.c.folded_name, workplace.c.name, placement.c.id
)
_VISITS = (
    _PLACED.add_columns(
        visit.c.id,
        visit.c.coach_id,
        visit.c.asked_by_id,
        visit.c.planned_for,
        visit.c.held_on,
        visit.c.made_at,
    )
    .join(visit, visit.c.placement_id == placement.c.id)
    .where(visit.c.called_off_at.is_(None))
)
_THIS = visit.c.id == bindparam("visit")
_FIND = _VISITS.where(_THIS)
_TO_COME = _VISITS.where(visit.c.held_on.is_(None)).order_by(
    nulls_last(visit.c.planned_for), visit.c.made_at, visit.c.id
)
_HELD = _VISITS.where(visit.c.held_on.is_not(None)).order_by(
    visit.c.held_on.desc(), visit.c.id.desc()
)
_ADD = insert(visit).returning(visit.c.id)
_CHANGE = update(visit).where(_THIS)
_MINUTES = select(visit_minute.c.part, visit_minute.c.words).where(
    visit_minute.c.visit_id == bindparam("visit")
)
_DROP_MINUTE = delete(visit_minute).where(
    visit_minute.c.visit_id == bindparam("visit"), visit_minute.c.part == bindparam("which")
)
_ORGANISATION = (
    select(visit.c.organisation_id).where(visit.c.id == bindparam("of")).scalar_subquery()
)
_KEEP_MINUTE = insert(visit_minute).values(
    organisation_id=_ORGANISATION,
    visit_id=bindparam("of"),
    part=bindparam("new_part"),
    words=bindparam("new_words"),
    said_at=bindparam("at", type_=Instant),
)
_PROMISE = (
    insert(promise)
    .values(
        organisation_id=_ORGANISATION,
        visit_id=bindparam("of"),
        owed_by=bindparam("new_owed_by"),
        words=bindparam("new_words"),
        due_on=bindparam("new_due"),
    )
    .returning(promise.c.id)
)
_PROMISES = (
    select(
        promise.c.id,
        promise.c.visit_id,
        visit.c.placement_id,
        placement.c.track_id,
        promise.c.owed_by,
        promise.c.words,
        promise.c.due_on,
        promise.c.outcome,
        promise.c.ended_at,
    )
    .join(visit, visit.c.id == promise.c.visit_id)
    .join(placement, placement.c.id == visit.c.placement_id)
    .where(placement.c.track_id.in_(_TRACKS))
)
_OPEN = _PROMISES.where(promise.c.outcome.is_(None)).order_by(
    nulls_last(promise.c.due_on), promise.c.id
)
_ENDED = _PROMISES.where(promise.c.outcome.is_not(None)).order_by(
    promise.c.ended_at.desc(), promise.c.id.desc()
)
_FIND_PROMISE = _PROMISES.where(promise.c.id == bindparam("promise"))
_OF_PROMISE = promise.c.id == bindparam("promise")
_END_PROMISE = (
    update(promise)
    .where(_OF_PROMISE)
    .values(outcome=bindparam("how"), ended_at=bindparam("at", type_=Instant))
)
_DROP_PROMISE = delete(promise).where(_OF_PROMISE)


class StoredVisits(Connected, Visits):
    """Visits on one connection."""

    @override
    def list_placed(self, tracks: Collection[int]) -> Sequence[Placed]:
        return [_placed(row) for row in self._about(_RUNNING, tracks)]

    @override
    def add(self, placed: Placed, at: datetime, *, asked_by: int | None = None) -> int:
        made = {
            "organisation_id": placed.organisation_id,
            "placement_id": placed.placement_id,
            "asked_by_id": asked_by,
            "made_at": at,
        }
        return int(self._connection.execute(_ADD, made).scalar_one())

    @override
    def plan(self, visit_id: int, coach_id: int, planned_for: datetime) -> None:
        self._change(visit_id, coach_id=coach_id, planned_for=planned_for)

    @override
    def hold(self, visit_id: int, coach_id: int, held_on: date) -> None:
        self._change(visit_id, coach_id=coach_id, held_on=held_on.isoformat())

    @override
    def reopen(self, visit_id: int) -> None:
        self._change(visit_id, held_on=None)

    @override
    def call_off(self, visit_id: int, at: datetime) -> None:
        self._change(visit_id, called_off_at=at)

    @override
    def find(self, visit_id: int, tracks: Collection[int]) -> Visit | None:
        found = self._about(_FIND, tracks, visit=visit_id)
        return next((_visit(row) for row in found), None)

    @override
    def list_to_come(self, tracks: Collection[int]) -> Sequence[Visit]:
        return [_visit(row) for row in self._about(_TO_COME, tracks)]

    @override
    def list_held(self, tracks: Collection[int]) -> Sequence[Visit]:
        return [_visit(row) for row in self._about(_HELD, tracks)]

    @override
    def keep_minute(self, visit_id: int, part: MinutePart, words: str, at: datetime) -> None:
        self._connection.execute(_DROP_MINUTE, {"visit": visit_id, "which": part.value})
        kept = {"of": visit_id, "new_part": part.value, "new_words": words, "at": at}
        self._connection.execute(_KEEP_MINUTE, kept)

    @override
    def read_minutes(self, visit_id: int) -> Mapping[MinutePart, str]:
        found = {
            row.part: row.words for row in self._connection.execute(_MINUTES, {"visit": visit_id})
        }
        return {part: found[part.value] for part in MinutePart if part.value in found}

    @override
    def add_promise(self, visit_id: int, owed_by: Role, words: str, due_on: date | None) -> int:
        kept = {
            "of": visit_id,
            "new_owed_by": owed_by.value,
            "new_words": words,
            "new_due": due_on.isoformat() if due_on else None,
        }
        return int(self._connection.execute(_PROMISE, kept).scalar_one())

    @override
    def find_promise(self, promise_id: int, tracks: Collection[int]) -> Promise | None:
        found = self._about(_FIND_PROMISE, tracks, promise=promise_id)
        return next((_promise(row) for row in found), None)

    @override
    def end_promise(self, promise_id: int, outcome: PromiseOutcome | None, at: datetime) -> None:
        how = outcome.value if outcome else None
        ended = {"promise": promise_id, "how": how, "at": at if outcome else None}
        self._connection.execute(_END_PROMISE, ended)

    @override
    def list_promises(self, tracks: Collection[int], *, ended: bool = False) -> Sequence[Promise]:
        return [_promise(row) for row in self._about(_ENDED if ended else _OPEN, tracks)]

    @override
    def drop_promise(self, promise_id: int) -> None:
        self._connection.execute(_DROP_PROMISE, {"promise": promise_id})

    def _about(self, statement: Any, tracks: Collection[int], **more: int) -> Any:
        return self._connection.execute(statement, {"tracks": list(tracks), **more})

    def _change(self, visit_id: int, **values: object) -> None:
        self._connection.execute(_CHANGE.values(**values), {"visit": visit_id})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _placed(row: Row[*tuple[Any, ...]]) -> Placed:
    return Placed(
        row.placement_id,
        row.track_id,
        row.organisation_id,
        row.student,
        row.workplace,
        _day(row.starts_on),
    )


def _visit(row: Row[*tuple[Any, ...]]) -> Visit:
    return Visit(
        row.id,
        _placed(row),
        row.coach_id,
        row.asked_by_id,
        row.planned_for,
        _day(row.held_on),
        row.made_at,
    )


def _promise(row: Row[*tuple[Any, ...]]) -> Promise:
    return Promise(
        row.id,
        row.visit_id,
        row.placement_id,
        row.track_id,
        Role(row.owed_by),
        row.words,
        _day(row.due_on),
        PromiseOutcome(row.outcome) if row.outcome else None,
        row.ended_at,
    )
