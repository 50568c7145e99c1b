"""The training plans that await an agreement, for the coach of their placements."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, exists, select

from bot.domain.planning.training_plans import Party
from bot.domain.school.tracks import Role
from bot.ports.planning.training_plans import UnagreedPlan
from bot.storage.planning.plan_versions import NEWEST
from bot.storage.tables import (
    involvement,
    person,
    placement,
    track,
    training_plan,
    training_plan_agreement,
    workplace,
)

_NEWEST = (
    select(
        training_plan.c.id,
        training_plan.c.placement_id,
        placement.c.track_id,
        person.c.name.label("student"),
        workplace.c.name.label("workplace"),
        training_plan.c.made_at,
        training_plan_agreement.c.party,
    )
    .join(placement, placement.c.id == training_plan.c.placement_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(track, track.c.id == placement.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .outerjoin(
        training_plan_agreement, training_plan_agreement.c.training_plan_id == training_plan.c.id
    )
    .where(
        placement.c.track_id.in_(bindparam("tracks", expanding=True, type_=Integer)),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
        exists(involvement.c.person_id).where(
            involvement.c.placement_id == placement.c.id,
            involvement.c.person_id == bindparam("coach"),
            involvement.c.role == Role.COACH.value,
        ),
        NEWEST,
    )
    .order_by(training_plan.c.made_at, training_plan.c.id)
)


def list_unagreed(
    connection: Connection, coach_id: int, tracks: Collection[int]
) -> Sequence[UnagreedPlan]:
    """List them, with who agreed already."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(_NEWEST, {"coach": coach_id, "tracks": list(tracks)}):
        found[row.id].append(row)
    plans = (_plan(rows) for rows in found.values())
    return [plan for plan in plans if plan.awaited]


def _plan(rows: Sequence[Any]) -> UnagreedPlan:
    head = rows[0]
    return UnagreedPlan(
        head.placement_id,
        head.track_id,
        head.student,
        head.workplace,
        head.made_at,
        frozenset(Party(row.party) for row in rows if row.party),
    )
