"""What a teacher or coach may see of several students at once, whatever tracks are asked for.

Both see what mentors and teachers say to the single indicator (`SIGHT`); nobody else sees a class.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import CTE, bindparam, func, or_, select
from typing_extensions import override

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.scales import Coverage, Mastery
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK
from bot.ports.scoring import ClassReads, Company, CompetencePlace
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import colour, entry, involvement, mark, placement, score, workplace


def _class_of(viewer: str, tracks: str) -> CTE:
    """Select those tracks that a viewer sees as a class; both arguments name bind parameters."""
    return (
        select(involvement.c.track_id)
        .where(
            involvement.c.person_id == bindparam(viewer),
            involvement.c.role.in_(sorted(SEES_CLASS_GROUP)),
            involvement.c.track_id.in_(bindparam(tracks, expanding=True)),
        )
        .distinct()
        .cte("class_sight")
    )


_SIGHT = _class_of("viewer", "tracks")

_COMPANIES = (
    select(
        placement.c.track_id,
        placement.c.id,
        workplace.c.name,
        placement.c.starts_on,
    )
    .join(_SIGHT, _SIGHT.c.track_id == placement.c.track_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .where(placement.c.ended_at.is_(None), placement.c.left_at.is_(None))
    .order_by(placement.c.track_id, placement.c.id)
)

_COUNTS = (
    select(
        colour.c.track_id,
        colour.c.competence_id,
        colour.c.role,
        colour.c.scored,
        colour.c.acquired,
        colour.c.autonomous,
        colour.c.covered,
        colour.c.not_here,
    )
    .join(_SIGHT, _SIGHT.c.track_id == colour.c.track_id)
    .where(colour.c.role.in_((SPEAKS_FOR_WORK, Role.TEACHER)))
)

_REGULAR = (
    select(mark.c.track_id, mark.c.competence_id)
    .join(_SIGHT, _SIGHT.c.track_id == mark.c.track_id)
    .where(mark.c.role == SPEAKS_FOR_WORK, mark.c.coverage == Coverage.REGULARLY)
    .distinct()
)

_FIRST_COME_UP = (
    select(
        score.c.track_id,
        score.c.competence_id,
        func.min(score.c.said_at, type_=Instant).label("first"),
    )
    .join(_SIGHT, _SIGHT.c.track_id == score.c.track_id)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        score.c.role == bindparam("role"),
        entry.c.undone_at.is_(None),
        or_(
            score.c.coverage.in_([step for step in Coverage if step.covered]),
            score.c.mastery.in_([level for level in Mastery if level.acquired]),
            score.c.tally > 0,
        ),
    )
    .group_by(score.c.track_id, score.c.competence_id)
)

_FIRST_ALONE = (
    select(
        score.c.track_id,
        score.c.competence_id,
        func.min(score.c.said_at, type_=Instant).label("first"),
    )
    .join(_SIGHT, _SIGHT.c.track_id == score.c.track_id)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        score.c.role == SPEAKS_FOR_WORK,
        entry.c.undone_at.is_(None),
        score.c.mastery == Mastery.AUTONOMOUS,
    )
    .group_by(score.c.track_id, score.c.competence_id, score.c.indicator_id)
)


class VisibleClass(Connected, ClassReads):
    """Reads of a class for its teacher or coach, on one connection."""

    @override
    def read_companies(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[int, Sequence[Company]]:
        found: dict[int, list[Company]] = defaultdict(list)
        for track_id, placement_id, name, starts_on in self._rows(_COMPANIES, viewer_id, tracks):
            since = date.fromisoformat(starts_on) if starts_on else None
            found[track_id].append(Company(placement_id, name, since))
        return found

    @override
    def read_counts(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[CompetencePlace, Mapping[Role, Counts]]:
        found: dict[CompetencePlace, dict[Role, Counts]] = defaultdict(dict)
        for track_id, competence_id, role, *counts in self._rows(_COUNTS, viewer_id, tracks):
            found[track_id, competence_id][Role(role)] = Counts(*counts)
        return found

    @override
    def list_regular(self, viewer_id: int, tracks: Collection[int]) -> frozenset[CompetencePlace]:
        return frozenset(map(tuple, self._rows(_REGULAR, viewer_id, tracks)))

    @override
    def read_first_come_up(
        self, viewer_id: int, tracks: Collection[int], role: Role
    ) -> Mapping[CompetencePlace, datetime]:
        rows = self._rows(_FIRST_COME_UP, viewer_id, tracks, role=role.value)
        return {(track_id, competence_id): first for track_id, competence_id, first in rows}

    @override
    def read_first_alone(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[CompetencePlace, Sequence[datetime]]:
        found: dict[CompetencePlace, list[datetime]] = defaultdict(list)
        for track_id, competence_id, first in self._rows(_FIRST_ALONE, viewer_id, tracks):
            found[track_id, competence_id].append(first)
        return found

    def _rows(
        self, statement: Any, viewer_id: int, tracks: Collection[int], **more: str
    ) -> Sequence[Any]:
        asked = {"viewer": viewer_id, "tracks": sorted(set(tracks)), **more}
        return self._connection.execute(statement, asked).all()
