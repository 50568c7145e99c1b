"""Contexts on one connection: which come up where."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    and_,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    or_,
    select,
    union_all,
    update,
)
from typing_extensions import override

from bot.domain.planning.contexts import ComingContext
from bot.domain.school.tracks import Placement, Role
from bot.ports.planning.contexts import Contexts, Span
from bot.storage.columns import Identity, Instant, metadata
from bot.storage.connected import Connected
from bot.storage.tables import (
    context,
    context_competence,
    context_plan,
    involvement,
    placement,
    track,
    workplace,
)

_AT = bindparam("at", type_=Instant)
_VIEWER = bindparam("viewer", type_=Identity)
_OF_TRACK = and_(
    placement.c.track_id == bindparam("track"),
    placement.c.ended_at.is_(None),
    placement.c.left_at.is_(None),
    context_plan.c.ends_at >= _AT,
)
_INVOLVED = exists().where(
    involvement.c.track_id == placement.c.track_id, involvement.c.person_id == _VIEWER
)
_HERE = _INVOLVED.where(involvement.c.placement_id == placement.c.id)
_KNOWS_ALL = _INVOLVED.where(involvement.c.role.in_((Role.TEACHER.value, Role.COACH.value)))
_IS_STUDENT = track.c.student_id == _VIEWER
_NAMED = or_(_IS_STUDENT, _HERE, _KNOWS_ALL)
_other = placement.alias("other")
_SEVERAL = exists().where(
    _other.c.track_id == placement.c.track_id,
    _other.c.id != placement.c.id,
    _other.c.ended_at.is_(None),
    _other.c.left_at.is_(None),
)
_COMING = (
    select(
        context_plan.c.placement_id,
        context_plan.c.context_id,
        context_plan.c.begins_at,
        context_plan.c.ends_at,
        workplace.c.name,
        _NAMED.label("named"),
        _SEVERAL.label("several"),
    )
    .join(placement, placement.c.id == context_plan.c.placement_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(track, track.c.id == placement.c.track_id)
    .where(_OF_TRACK, or_(_IS_STUDENT, _INVOLVED))
    .order_by(context_plan.c.begins_at, context_plan.c.ends_at, context_plan.c.context_id)
)
_PLANNED = (
    select(placement.c.id, placement.c.track_id, workplace.c.name)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .where(
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
        or_(
            _HERE.where(involvement.c.role == Role.MENTOR.value),
            _INVOLVED.where(involvement.c.role == Role.COACH.value),
        ),
    )
    .order_by(placement.c.id)
)
_PLANNED_OF = _PLANNED.where(placement.c.track_id == bindparam("track"))
_PLANNED_AT = _PLANNED.where(placement.c.id == bindparam("where_at"))
_RUNNING = (
    select(context_plan.c.context_id)
    .join(placement, placement.c.id == context_plan.c.placement_id)
    .where(_OF_TRACK, context_plan.c.begins_at <= _AT)
)
_OF_PLAN = and_(
    context_plan.c.placement_id == bindparam("where_at"),
    context_plan.c.context_id == bindparam("which"),
)
_SPAN = select(context_plan.c.begins_at, context_plan.c.ends_at).where(_OF_PLAN)
_MOVE = (
    update(context_plan)
    .where(_OF_PLAN)
    .values(author_id=bindparam("author"), begins_at=bindparam("begins"), ends_at=bindparam("ends"))
)
_ADD = insert(context_plan)
_DROP = delete(context_plan).where(_OF_PLAN)

# Whatever table refers to a context, but for what it is itself.
_HANGS = union_all(
    *(
        select(literal(1)).where(key.parent == bindparam("which"))
        for table in metadata.sorted_tables
        if table is not context_competence
        for key in table.foreign_keys
        if key.column is context.c.id
    )
)


class StoredContexts(Connected, Contexts):
    """Contexts on one connection."""

    @override
    def list_coming(self, viewer_id: int, track_id: int, at: datetime) -> Sequence[ComingContext]:
        asked = {"viewer": viewer_id, "track": track_id, "at": at}
        return [
            ComingContext(
                row.placement_id,
                row.context_id,
                row.begins_at,
                row.ends_at,
                row.name if row.named and row.several else "",
                elsewhere=not row.named,
            )
            for row in self._connection.execute(_COMING, asked)
        ]

    @override
    def list_running(self, track_id: int, at: datetime) -> frozenset[int]:
        asked = {"track": track_id, "at": at}
        return frozenset(self._connection.execute(_RUNNING, asked).scalars())

    @override
    def list_planned(self, person_id: int, track_id: int) -> Sequence[Placement]:
        asked = {"viewer": person_id, "track": track_id}
        rows = self._connection.execute(_PLANNED_OF, asked)
        return [Placement(row.id, row.name) for row in rows]

    @override
    def find_planned(self, person_id: int, placement_id: int) -> int | None:
        asked = {"viewer": person_id, "where_at": placement_id}
        row = self._connection.execute(_PLANNED_AT, asked).first()
        return row.track_id if row else None

    @override
    def find_span(self, placement_id: int, context_id: int) -> Span | None:
        row = self._connection.execute(_SPAN, _plan(placement_id, context_id)).first()
        return Span(row.begins_at, row.ends_at) if row else None

    @override
    def set_span(
        self, organisation_id: int, author_id: int, placement_id: int, context_id: int, span: Span
    ) -> None:
        values: dict[str, Any] = {
            "author": author_id,
            "begins": span.begins_at,
            "ends": span.ends_at,
        }
        moved = self._connection.execute(_MOVE, _plan(placement_id, context_id) | values)
        if not moved.rowcount:
            row = {
                "organisation_id": organisation_id,
                "placement_id": placement_id,
                "context_id": context_id,
                "author_id": author_id,
                "begins_at": span.begins_at,
                "ends_at": span.ends_at,
            }
            self._connection.execute(_ADD, row)

    @override
    def drop_span(self, placement_id: int, context_id: int) -> None:
        self._connection.execute(_DROP, _plan(placement_id, context_id))

    @override
    def is_used(self, context_id: int) -> bool:
        return self._connection.execute(_HANGS, {"which": context_id}).first() is not None


def _plan(placement_id: int, context_id: int) -> dict[str, Any]:
    return {"where_at": placement_id, "which": context_id}
