"""What a person may see of results at the workplace, whatever tracks are asked for."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, literal, select, union
from typing_extensions import override

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.periods.photos import FrozenColour
from bot.domain.planning.training_plans import Where
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import RESULT_SIGHT, ResultSight
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK
from bot.ports.evaluating.workplace import EnteredResult, WorkplaceReads
from bot.storage.clock.afterwards import seats_afterwards
from bot.storage.connected import Connected
from bot.storage.tables import (
    colour,
    former_involvement,
    involvement,
    person,
    photo_colour,
    photo_track,
    placement,
    track,
    training_plan,
    training_plan_competence,
    workplace_result,
)

_TRACKS: BindParameter[int] = bindparam("tracks", expanding=True)
_SEEING = [role for role, sight in RESULT_SIGHT.items() if sight > ResultSight.NOTHING]
_SIGHT = union(
    select(track.c.id.label("track_id")).where(
        track.c.id.in_(_TRACKS),
        track.c.student_id == bindparam("viewer"),
        literal(Role.STUDENT in _SEEING),
    ),
    select(involvement.c.track_id).where(
        involvement.c.track_id.in_(_TRACKS),
        involvement.c.person_id == bindparam("viewer"),
        involvement.c.role.in_([role.value for role in _SEEING]),
    ),
    seats_afterwards("viewer")
    .with_only_columns(former_involvement.c.track_id)
    .where(
        former_involvement.c.track_id.in_(_TRACKS),
        former_involvement.c.role.in_([role.value for role in _SEEING]),
    ),
).cte("result_sight")

_newer = training_plan.alias("newer")
_NEWEST_BY = (
    training_plan.c.version
    == select(func.max(_newer.c.version))
    .where(
        _newer.c.placement_id == training_plan.c.placement_id, _newer.c.made_at <= bindparam("at")
    )
    .scalar_subquery()
)
_PURSUED = (
    select(placement.c.track_id, training_plan_competence.c.competence_id)
    .join(_SIGHT, _SIGHT.c.track_id == placement.c.track_id)
    .join(training_plan, training_plan.c.placement_id == placement.c.id)
    .join(
        training_plan_competence, training_plan_competence.c.training_plan_id == training_plan.c.id
    )
    .where(
        training_plan_competence.c.place.in_([where.value for where in Where if where.at_work]),
        _NEWEST_BY,
    )
)

_behalf = person.alias("behalf")
_ENTERED = (
    select(
        workplace_result,
        person.c.name.label("author"),
        _behalf.c.name.label("in_name_of"),
    )
    .join(_SIGHT, _SIGHT.c.track_id == workplace_result.c.track_id)
    .join(person, person.c.id == workplace_result.c.author_id)
    .outerjoin(_behalf, _behalf.c.id == workplace_result.c.for_id)
    .where(
        workplace_result.c.period_id == bindparam("period"),
        workplace_result.c.undone_at.is_(None),
    )
    .order_by(workplace_result.c.said_at.desc(), workplace_result.c.id.desc())
)

_FILM = (
    select(
        colour.c.track_id,
        colour.c.competence_id,
        colour.c.scored,
        colour.c.acquired,
        colour.c.autonomous,
        colour.c.covered,
        colour.c.not_here,
    )
    .join(_SIGHT, _SIGHT.c.track_id == colour.c.track_id)
    .where(colour.c.role == SPEAKS_FOR_WORK)
)
_PHOTO = (
    select(
        photo_track.c.track_id,
        photo_colour.c.competence_id,
        photo_colour.c.role,
        photo_colour.c.indicators,
        photo_colour.c.scored,
        photo_colour.c.acquired,
        photo_colour.c.autonomous,
        photo_colour.c.covered,
    )
    .join(_SIGHT, _SIGHT.c.track_id == photo_track.c.track_id)
    .outerjoin(
        photo_colour,
        (photo_colour.c.photo_id == photo_track.c.photo_id)
        & (photo_colour.c.track_id == photo_track.c.track_id)
        & (photo_colour.c.role == SPEAKS_FOR_WORK),
    )
    .where(photo_track.c.photo_id == bindparam("photo"))
)


class VisibleWorkplace(Connected, WorkplaceReads):
    """Reads of results at the workplace for a person, on one connection."""

    @override
    def list_pursued(
        self, viewer_id: int, track_ids: Collection[int], at: datetime, council_since: datetime
    ) -> Mapping[int, frozenset[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        asked = _asked(viewer_id, track_ids, council_since) | {"at": at}
        for row in self._connection.execute(_PURSUED, asked):
            found[row.track_id].add(row.competence_id)
        return {track_id: frozenset(own) for track_id, own in found.items()}

    @override
    def list_entered(
        self, viewer_id: int, track_ids: Collection[int], period_id: int, council_since: datetime
    ) -> Mapping[int, Sequence[EnteredResult]]:
        found: dict[int, list[EnteredResult]] = defaultdict(list)
        asked = _asked(viewer_id, track_ids, council_since) | {"period": period_id}
        for row in self._connection.execute(_ENTERED, asked):
            found[row.track_id].append(_entered(row))
        return found

    @override
    def read_film(
        self, viewer_id: int, track_ids: Collection[int], council_since: datetime
    ) -> Mapping[int, Mapping[int, Counts]]:
        found: dict[int, dict[int, Counts]] = defaultdict(dict)
        asked = _asked(viewer_id, track_ids, council_since)
        for track_id, competence_id, *counts in self._connection.execute(_FILM, asked):
            found[track_id][competence_id] = Counts(*counts)
        return found

    @override
    def read_photo(
        self, viewer_id: int, track_ids: Collection[int], photo_id: int, council_since: datetime
    ) -> Mapping[int, Sequence[FrozenColour]]:
        found: dict[int, list[FrozenColour]] = defaultdict(list)
        asked = _asked(viewer_id, track_ids, council_since) | {"photo": photo_id}
        for track_id, competence_id, role, indicators, *counts in self._connection.execute(
            _PHOTO, asked
        ):
            own = found[track_id]
            if competence_id is not None:
                own.append(FrozenColour(competence_id, role, indicators, Counts(*counts)))
        return found


def _asked(viewer_id: int, track_ids: Collection[int], council_since: datetime) -> dict[str, Any]:
    return {"viewer": viewer_id, "tracks": list(track_ids), "council_since": council_since}


def _entered(row: Any) -> EnteredResult:
    return EnteredResult(
        row.id,
        row.track_id,
        row.period_id,
        WorkplacePoints(row.points, row.total),
        row.author_id,
        row.author,
        row.in_name_of or "",
        row.said_at,
    )
