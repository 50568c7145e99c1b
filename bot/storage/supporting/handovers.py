"""Tracks that go from one coach to another, on one connection."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    String,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    union_all,
    update,
)
from typing_extensions import override

from bot.domain.school.tracks import Person, Role
from bot.domain.supporting.handovers import Handover, HandoverWish, Moved, read_moved
from bot.domain.telling.errands import ErrandKind
from bot.ports.supporting.handovers import Handovers
from bot.ports.supporting.stops import ALL
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.school.people import PEOPLE, person_of
from bot.storage.supporting.changing_hands import (
    change_hands,
    fill_place,
    give_back,
    may_give_back,
)
from bot.storage.tables import (
    alert,
    errand,
    handover,
    incident,
    incident_coach,
    involvement,
    organisation_table,
    outbox,
    person,
    question,
    track,
)

_TRACKS = bindparam("tracks", expanding=True, type_=Integer)


def _coaches(who: ColumnElement[int]) -> ColumnElement[bool]:
    return exists(literal_column("1")).where(
        involvement.c.track_id == handover.c.track_id,
        involvement.c.person_id == who,
        involvement.c.role == Role.COACH.value,
    )


_HANDOVERS = (
    select(
        *(column for column in handover.c),
        track.c.student_id,
        person.c.name.label("student"),
        _coaches(handover.c.to_id).label("new_coaches"),
        _coaches(handover.c.from_id).label("old_coaches"),
    )
    .join(track, track.c.id == handover.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .order_by(person.c.folded_name, handover.c.id)
)
_THIS = handover.c.id == bindparam("handover")
_FIND = _HANDOVERS.where(_THIS)
_first = handover.alias("first")
_TOGETHER = _HANDOVERS.join(
    _first,
    (_first.c.made_at == handover.c.made_at)
    & (_first.c.by_id == handover.c.by_id)
    & (_first.c.from_id == handover.c.from_id)
    & (_first.c.to_id == handover.c.to_id),
).where(_first.c.id == bindparam("handover"))
_COMES = handover.c.done_at.is_(None) & handover.c.ended_at.is_(None)
_BY_DAY = _HANDOVERS.order_by(None).order_by(handover.c.due_on, handover.c.id)
_PLANNED = _BY_DAY.where(_COMES, handover.c.track_id.in_(_TRACKS))
_ALL = (
    _HANDOVERS.where(handover.c.organisation_id == bindparam("organisation"))
    .order_by(None)
    .order_by(handover.c.made_at.desc(), person.c.folded_name, handover.c.id)
)
_COMING_TO = _BY_DAY.where(
    handover.c.to_id == bindparam("coach"),
    handover.c.ended_at.is_(None),
    handover.c.seen_at.is_(None),
    or_(handover.c.done_at.is_(None), _coaches(handover.c.to_id)),
)
DUE = (
    select(handover.c.id)
    .join(organisation_table, organisation_table.c.id == handover.c.organisation_id)
    .where(IN_WORLD, _COMES, handover.c.due_on <= bindparam("today"))
    .order_by(handover.c.id)
    .limit(bindparam("at_most"))
)
_ADD = insert(handover).returning(handover.c.id)
_CHANGE = update(handover).where(_THIS)
_SEE = (
    update(handover)
    .where(
        handover.c.id.in_(bindparam("these", expanding=True, type_=Integer)),
        handover.c.seen_at.is_(None),
    )
    .values(seen_at=bindparam("at", type_=Instant))
)
_PEOPLE = bindparam("people", expanding=True, type_=Integer)
_SUBJECTS = bindparam("subjects", expanding=True, type_=String)
# Before it went along in the message of a day each was a message of its own.
_REACHED = union_all(
    select(errand.c.person_id)
    .join(outbox, outbox.c.id == errand.c.outbox_id)
    .where(
        errand.c.person_id.in_(_PEOPLE),
        errand.c.kind == ErrandKind.HANDOVER.value,
        errand.c.subject.in_(_SUBJECTS),
        outbox.c.sent_at.is_not(None),
    ),
    select(outbox.c.person_id).where(
        outbox.c.person_id.in_(_PEOPLE),
        outbox.c.subject.in_(_SUBJECTS),
        outbox.c.sent_at.is_not(None),
    ),
)
_COACHES = PEOPLE.where(
    person.c.organisation_id == bindparam("organisation"),
    person.c.erased_at.is_(None),
    exists(literal_column("1")).where(
        involvement.c.person_id == person.c.id, involvement.c.role == Role.COACH.value
    ),
).order_by(person.c.folded_name, person.c.id)
_QUESTIONS = (
    select(func.count(question.c.id))
    .join(alert, alert.c.id == question.c.alert_id)
    .where(
        alert.c.track_id.in_(_TRACKS),
        question.c.asked_by_id == bindparam("coach"),
        question.c.answered_at.is_(None),
    )
)
_INCIDENTS = (
    select(func.count(incident.c.id))
    .join(incident_coach, incident_coach.c.incident_id == incident.c.id)
    .where(
        incident.c.track_id.in_(_TRACKS),
        incident_coach.c.coach_id == bindparam("coach"),
        incident_coach.c.seen_at.is_(None),
    )
)


class StoredHandovers(Connected, Handovers):
    """Handovers on one connection."""

    @override
    def add(self, wish: HandoverWish, at: datetime) -> int:
        made = {
            "organisation_id": wish.organisation_id,
            "track_id": wish.track_id,
            "from_id": wish.from_id,
            "to_id": wish.to_id,
            "by_id": wish.by_id,
            "due_on": wish.due_on.isoformat() if wish.due_on else None,
            "made_at": at,
        }
        return int(self._connection.execute(_ADD, made).scalar_one())

    @override
    def find(self, handover_id: int) -> Handover | None:
        row = self._connection.execute(_FIND, {"handover": handover_id}).one_or_none()
        return _handover(row) if row else None

    @override
    def list_together(self, handover_id: int) -> Sequence[Handover]:
        rows = self._connection.execute(_TOGETHER, {"handover": handover_id})
        return [_handover(row) for row in rows]

    @override
    def list_planned(self, tracks: Collection[int]) -> Sequence[Handover]:
        rows = self._connection.execute(_PLANNED, {"tracks": list(tracks)})
        return [_handover(row) for row in rows]

    @override
    def list_all(self, organisation_id: int) -> Sequence[Handover]:
        rows = self._connection.execute(_ALL, {"organisation": organisation_id})
        return [_handover(row) for row in rows]

    @override
    def list_coming_to(self, coach_id: int) -> Sequence[Handover]:
        rows = self._connection.execute(_COMING_TO, {"coach": coach_id})
        return [_handover(row) for row in rows]

    @override
    def list_due(self, world: World, today: date, at_most: int = ALL) -> Sequence[int]:
        values = {"today": today.isoformat(), "world": world.here, "at_most": at_most}
        return list(self._connection.execute(DUE, values).scalars())

    @override
    def move(self, wish: HandoverWish) -> Moved:
        return change_hands(self._connection, wish)

    @override
    def fill(self, wish: HandoverWish) -> Moved:
        return fill_place(self._connection, wish)

    @override
    def move_back(self, wish: HandoverWish, moved: Moved) -> None:
        give_back(self._connection, wish, moved)

    @override
    def mark_done(self, handover_id: int, moved: Moved, at: datetime) -> None:
        self._change(handover_id, done_at=at, moved=moved.written())

    @override
    def mark_ended(self, handover_id: int, at: datetime) -> None:
        self._change(handover_id, ended_at=at)

    @override
    def mark_seen(self, handovers: Collection[int], at: datetime) -> None:
        if handovers:
            self._connection.execute(_SEE, {"these": list(handovers), "at": at})

    @override
    def may_go_back(self, of: Handover) -> bool:
        return may_give_back(self._connection, of)

    @override
    def list_told(self, people: Collection[int], subjects: Collection[str]) -> Collection[int]:
        asked = {"people": list(people), "subjects": list(subjects)}
        rows = self._connection.execute(_REACHED, asked)
        return frozenset(rows.scalars())

    @override
    def list_coaches(self, organisation_id: int) -> Sequence[Person]:
        rows = self._connection.execute(_COACHES, {"organisation": organisation_id})
        return [person_of(row) for row in rows]

    @override
    def count_questions(self, tracks: Collection[int], coach_id: int) -> int:
        return self._count(_QUESTIONS, tracks, coach_id)

    @override
    def count_incidents(self, tracks: Collection[int], coach_id: int) -> int:
        return self._count(_INCIDENTS, tracks, coach_id)

    def _count(self, statement: Any, tracks: Collection[int], coach_id: int) -> int:
        asked = {"tracks": list(tracks), "coach": coach_id}
        return int(self._connection.execute(statement, asked).scalar_one())

    def _change(self, handover_id: int, **values: Any) -> None:
        self._connection.execute(_CHANGE.values(**values), {"handover": handover_id})


def _handover(row: Row[*tuple[Any, ...]]) -> Handover:
    due = date.fromisoformat(row.due_on) if row.due_on else None
    wish = HandoverWish(row.organisation_id, row.track_id, row.from_id, row.to_id, row.by_id, due)
    return Handover(
        row.id,
        wish,
        row.student_id,
        row.student,
        row.made_at,
        row.done_at,
        row.ended_at,
        row.seen_at,
        read_moved(row.moved),
        bool(row.new_coaches),
        bool(row.old_coaches),
    )
