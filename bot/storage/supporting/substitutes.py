"""Who stands in for whom, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    case,
    delete,
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

from bot.domain.divergence.alerts import AlertState
from bot.domain.school.tracks import Role
from bot.domain.supporting.substitutes import Candidate, SeatTaken, Substitute
from bot.domain.telling.asks import Asks
from bot.ports.supporting.substitutes import ALL, Substitutes
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.supporting.unheard import list_unheard
from bot.storage.tables import (
    alert,
    former_involvement,
    involvement,
    organisation_table,
    person,
    placement,
    question,
    substitute,
    track,
    workplace,
)

_ONE: ColumnElement[int] = literal_column("1")
_TRACKS = bindparam("tracks", expanding=True, type_=Integer)
_THESE = bindparam("substitutes", expanding=True, type_=Integer)
_student, _absent, _stands_in = (person.alias(name) for name in ("learns", "away", "stands_in"))

_SEATS = (
    select(
        involvement.c.organisation_id,
        involvement.c.placement_id,
        involvement.c.track_id,
        _student.c.name.label("student"),
        placement.c.workplace_id,
        workplace.c.name.label("workplace"),
        involvement.c.person_id,
        person.c.name.label("person"),
        involvement.c.role,
        involvement.c.substitute_id,
    )
    .join(placement, placement.c.id == involvement.c.placement_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(track, track.c.id == involvement.c.track_id)
    .join(_student, _student.c.id == track.c.student_id)
    .join(person, person.c.id == involvement.c.person_id)
    .where(involvement.c.track_id.in_(_TRACKS), involvement.c.role != Role.COACH.value)
    .order_by(person.c.folded_name, person.c.id, _student.c.folded_name, placement.c.id)
)

_ROLE: BindParameter[str] = bindparam("role", type_=String)
_NEAR = and_(
    involvement.c.role == _ROLE,
    or_(
        involvement.c.role == Role.TEACHER.value,
        placement.c.workplace_id.in_(bindparam("workplaces", expanding=True, type_=Integer)),
    ),
)
_staff = union_all(
    select(involvement.c.person_id, case((_NEAR, 1), else_=0).label("near"))
    .join(placement, placement.c.id == involvement.c.placement_id)
    .where(involvement.c.organisation_id == bindparam("organisation")),
    select(
        substitute.c.person_id, case((substitute.c.role == _ROLE, 1), else_=0).label("near")
    ).where(substitute.c.organisation_id == bindparam("organisation")),
).subquery("staff")
_CANDIDATES = (
    select(person.c.id, person.c.name, func.max(_staff.c.near).label("near"))
    .join(_staff, _staff.c.person_id == person.c.id)
    .where(person.c.erased_at.is_(None))
    .group_by(person.c.id, person.c.name, person.c.folded_name)
    .order_by(person.c.folded_name, person.c.id)
)

_SUBSTITUTES = (
    select(
        substitute.c.id,
        substitute.c.organisation_id,
        substitute.c.placement_id,
        placement.c.track_id,
        track.c.student_id,
        _student.c.name.label("student"),
        workplace.c.name.label("workplace"),
        substitute.c.role,
        substitute.c.absent_id,
        _absent.c.name.label("absent"),
        substitute.c.person_id,
        _stands_in.c.name.label("person"),
        substitute.c.by_id,
        substitute.c.said_at,
        substitute.c.ends_at,
        substitute.c.ended_at,
    )
    .join(placement, placement.c.id == substitute.c.placement_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(track, track.c.id == placement.c.track_id)
    .join(_student, _student.c.id == track.c.student_id)
    .join(_absent, _absent.c.id == substitute.c.absent_id)
    .join(_stands_in, _stands_in.c.id == substitute.c.person_id)
    .order_by(substitute.c.ends_at, _student.c.folded_name, substitute.c.id)
)
_RUNNING = _SUBSTITUTES.where(substitute.c.ended_at.is_(None))
_OF_TRACKS = _RUNNING.where(placement.c.track_id.in_(_TRACKS))
_ABOUT = _RUNNING.where(
    or_(
        substitute.c.person_id == bindparam("who"),
        substitute.c.absent_id == bindparam("who"),
    )
)
_FIND = _SUBSTITUTES.where(substitute.c.id.in_(_THESE))

_ADD = insert(substitute).returning(substitute.c.id)
_MOVE = (
    update(substitute)
    .where(substitute.c.id.in_(_THESE))
    .values(ends_at=bindparam("new_end", type_=Instant))
)
_CLOSE = (
    update(substitute)
    .where(substitute.c.id.in_(_THESE))
    .values(ended_at=bindparam("new_ended", type_=Instant))
)
_UNSEAT = [delete(seats).where(seats.c.substitute_id.in_(_THESE))
           for seats in (involvement, former_involvement)]  # fmt: skip
_SEAT = ("organisation_id", "placement_id", "person_id", "role", "track_id", "substitute_id")
_RESEAT = insert(involvement).from_select(
    _SEAT,
    select(
        substitute.c.organisation_id,
        substitute.c.placement_id,
        substitute.c.person_id,
        substitute.c.role,
        placement.c.track_id,
        substitute.c.id,
    )
    .join(placement, placement.c.id == substitute.c.placement_id)
    .where(
        substitute.c.id.in_(_THESE),
        placement.c.ended_at.is_(None),
        or_(placement.c.left_at.is_(None), substitute.c.role != Role.MENTOR.value),
        ~exists(_ONE).where(
            involvement.c.placement_id == substitute.c.placement_id,
            involvement.c.person_id == substitute.c.person_id,
            involvement.c.role == substitute.c.role,
        ),
    ),
)
_HAND = (
    update(question)
    .where(
        question.c.asked_id == bindparam("of"),
        question.c.role == bindparam("in_role"),
        question.c.answered_at.is_(None),
        question.c.alert_id.in_(
            select(alert.c.id).where(
                alert.c.track_id.in_(_TRACKS), alert.c.state == AlertState.OPEN.value
            )
        ),
    )
    .values(asked_id=bindparam("to"))
    .returning(question.c.id)
)
OVER: Select[Any] = (
    select(substitute.c.id)
    .join(organisation_table, organisation_table.c.id == substitute.c.organisation_id)
    .where(
        IN_WORLD,
        substitute.c.ended_at.is_(None),
        substitute.c.ends_at <= bindparam("at", type_=Instant),
    )
    .order_by(substitute.c.id)
    .limit(bindparam("at_most"))
)


class StoredSubstitutes(Connected, Substitutes):
    """Substitutes on one connection."""

    @override
    def list_seats(self, tracks: Collection[int]) -> Sequence[SeatTaken]:
        rows = self._connection.execute(_SEATS, {"tracks": list(tracks)})
        return [SeatTaken(**{**row._mapping, "role": Role(row.role)}) for row in rows]

    @override
    def list_candidates(
        self, organisation_id: int, role: Role, workplaces: Collection[int]
    ) -> Sequence[Candidate]:
        asked = {
            "organisation": organisation_id,
            "role": role.value,
            "workplaces": list(workplaces),
        }
        rows = self._connection.execute(_CANDIDATES, asked)
        return [Candidate(row.id, row.name, bool(row.near)) for row in rows]

    @override
    def list_running(self, tracks: Collection[int]) -> Sequence[Substitute]:
        return self._list(_OF_TRACKS, {"tracks": list(tracks)})

    @override
    def list_about(self, person_id: int) -> Sequence[Substitute]:
        return self._list(_ABOUT, {"who": person_id})

    @override
    def find(self, substitutes: Collection[int]) -> Sequence[Substitute]:
        return self._list(_FIND, {"substitutes": list(substitutes)})

    def _list(self, statement: Select[Any], values: dict[str, Any]) -> Sequence[Substitute]:
        return [_substitute(row) for row in self._connection.execute(statement, values)]

    @override
    def add(
        self,
        seats: Sequence[SeatTaken],
        person_id: int,
        ends_at: datetime,
        by: int | None,
        at: datetime,
    ) -> list[int]:
        shared = {"person_id": person_id, "by_id": by, "said_at": at, "ends_at": ends_at}
        made = [
            self._connection.execute(
                _ADD,
                {
                    "organisation_id": seat.organisation_id,
                    "placement_id": seat.placement_id,
                    "role": seat.role.value,
                    "absent_id": seat.person_id,
                    **shared,
                },
            ).scalar_one()
            for seat in seats
        ]
        self._connection.execute(_RESEAT, {"substitutes": made})
        return made

    @override
    def list_unheard(
        self, people: Collection[int], substitutes: Collection[int], about: Asks
    ) -> Collection[int]:
        return list_unheard(self._connection, people, substitutes, about)

    @override
    def move_end(self, substitutes: Collection[int], ends_at: datetime) -> None:
        self._connection.execute(_MOVE, {"substitutes": list(substitutes), "new_end": ends_at})

    @override
    def end(self, substitutes: Collection[int], at: datetime) -> None:
        these = {"substitutes": list(substitutes)}
        for statement in _UNSEAT:
            self._connection.execute(statement, these)
        self._connection.execute(_CLOSE, {**these, "new_ended": at})

    @override
    def reopen(self, substitutes: Collection[int]) -> None:
        these = {"substitutes": list(substitutes)}
        self._connection.execute(_CLOSE, {**these, "new_ended": None})
        self._connection.execute(_RESEAT, these)

    @override
    def hand_questions(self, tracks: Collection[int], role: Role, of: int, to: int) -> list[int]:
        asked = {"tracks": list(tracks), "in_role": role.value, "of": of, "to": to}
        return sorted(self._connection.execute(_HAND, asked).scalars())

    @override
    def list_over(self, world: World, at_most: int = ALL) -> Sequence[int]:
        values = {"at": world.at, "world": world.here, "at_most": at_most}
        return list(self._connection.execute(OVER, values).scalars())


def _substitute(row: Row[*tuple[Any, ...]]) -> Substitute:
    return Substitute(**{**row._mapping, "role": Role(row.role)})
