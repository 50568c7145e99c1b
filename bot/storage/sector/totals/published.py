"""What is told to sectors, on one connection, and of which programmes a school tells them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, and_, bindparam, delete, exists, func, insert, or_, select
from typing_extensions import override

from bot.domain.school.tracks import Role
from bot.domain.sector.totals.spread import Measure
from bot.ports.sector.totals.published import (
    PublishedNumber,
    PublishedTotals,
    ToldProgramme,
    Totals,
)
from bot.storage.connected import Connected
from bot.storage.tables import (
    competence,
    period,
    photo,
    programme,
    programme_competence,
    totals_number,
    totals_photo,
    totals_region,
    totals_told,
)

_THIS = and_(
    totals_told.c.sector_id == bindparam("sector"),
    totals_told.c.programme_id == bindparam("programme"),
)
_PROGRAMMES = (
    select(
        programme.c.id,
        programme.c.code,
        programme.c.title,
        totals_told.c.since.is_not(None).label("told"),
    )
    .outerjoin(
        totals_told,
        and_(
            totals_told.c.programme_id == programme.c.id,
            totals_told.c.sector_id == bindparam("sector"),
        ),
    )
    .where(programme.c.organisation_id == bindparam("organisation"))
    .order_by(programme.c.title, programme.c.id)
)  # fmt: skip
_IS_TOLD = select(totals_told.c.sector_id).where(_THIS)
_SINCE = select(totals_told.c.since).where(_THIS)
_TELL = insert(totals_told)
_STOP = delete(totals_told).where(_THIS)
# Neither what was counted before, nor a photo that was taken before and counted after. One that was
# taken anew may have its day behind the count.
_SEEN = exists().where(
    totals_told.c.programme_id == period.c.programme_id,
    totals_told.c.since <= totals_photo.c.frozen_at,
    totals_told.c.since <= func.coalesce(photo.c.taken_at, totals_photo.c.frozen_at),
    or_(
        bindparam("sector", type_=Integer).is_(None),
        totals_told.c.sector_id == bindparam("sector", type_=Integer),
    ),
)
_PUBLISHED = (
    select(
        period.c.id, period.c.programme_id, programme.c.title, period.c.name,
        func.coalesce(photo.c.as_of, period.c.photo_at, totals_photo.c.frozen_at).label("photo_at"),
    )
    .select_from(totals_photo)
    .join(period, period.c.id == totals_photo.c.period_id)
    .join(programme, programme.c.id == period.c.programme_id)
    .outerjoin(photo, and_(photo.c.period_id == period.c.id, photo.c.taken_at.is_not(None)))
    .where(totals_photo.c.organisation_id == bindparam("organisation"), _SEEN)
    .order_by(totals_photo.c.frozen_at.desc(), period.c.id.desc())
)  # fmt: skip
_REGIONS = (
    select(totals_region.c.period_id, totals_region.c.region, totals_region.c.students)
    .where(totals_region.c.organisation_id == bindparam("organisation"))
    # Those elsewhere come last.
    .order_by(totals_region.c.region == "", totals_region.c.region)
)
_OF_PERIOD = period.c.id == bindparam("period")
_COMPETENCES = (
    select(programme_competence.c.number, competence.c.title)
    .join(competence, competence.c.id == programme_competence.c.competence_id)
    .join(period, period.c.programme_id == programme_competence.c.programme_id)
    .where(_OF_PERIOD)
    .order_by(programme_competence.c.number)
)
_NUMBERS = (
    select(
        programme_competence.c.number, competence.c.title, totals_number.c.role,
        totals_number.c.among, totals_number.c.measure, totals_number.c.value,
        totals_number.c.students,
    )
    .select_from(totals_number)
    .join(competence, competence.c.id == totals_number.c.competence_id)
    .join(period, period.c.id == totals_number.c.period_id)
    .join(
        programme_competence,
        and_(
            programme_competence.c.programme_id == period.c.programme_id,
            programme_competence.c.competence_id == totals_number.c.competence_id,
        ),
    )
    .where(_OF_PERIOD)
    .order_by(programme_competence.c.number)
)  # fmt: skip


class StoredTotals(Connected, Totals):
    """Totals on one connection."""

    @override
    def list_programmes(self, organisation_id: int, sector_id: int) -> Sequence[ToldProgramme]:
        asked = {"organisation": organisation_id, "sector": sector_id}
        return [
            ToldProgramme(row.id, row.code, row.title, bool(row.told))
            for row in self._connection.execute(_PROGRAMMES, asked)
        ]

    @override
    def tell(self, organisation_id: int, sector_id: int, programme_id: int, at: datetime) -> bool:
        asked = {"sector": sector_id, "programme": programme_id}
        if self._connection.execute(_IS_TOLD, asked).first() is not None:
            return False
        row = {
            "organisation_id": organisation_id,
            "sector_id": sector_id,
            "programme_id": programme_id,
            "since": at,
        }
        self._connection.execute(_TELL, row)
        return True

    @override
    def find_since(self, sector_id: int, programme_id: int) -> datetime | None:
        asked = {"sector": sector_id, "programme": programme_id}
        return self._connection.execute(_SINCE, asked).scalar_one_or_none()

    @override
    def stop(self, sector_id: int, programme_id: int) -> bool:
        asked = {"sector": sector_id, "programme": programme_id}
        return self._connection.execute(_STOP, asked).rowcount > 0

    @override
    def list_published(
        self, organisation_id: int, sector_id: int | None
    ) -> Sequence[PublishedTotals]:
        asked: dict[str, Any] = {"organisation": organisation_id}
        regions: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        for row in self._connection.execute(_REGIONS, asked):
            regions[row.period_id].append((row.region, row.students))
        rows = self._connection.execute(_PUBLISHED, {**asked, "sector": sector_id})
        return [
            PublishedTotals(
                row.id, row.programme_id, row.title, row.name, row.photo_at, tuple(regions[row.id])
            )
            for row in rows
        ]

    @override
    def list_competences(self, period_id: int) -> Sequence[tuple[int, str]]:
        rows = self._connection.execute(_COMPETENCES, {"period": period_id})
        return [(row.number, row.title) for row in rows]

    @override
    def list_numbers(self, period_id: int) -> Sequence[PublishedNumber]:
        rows = self._connection.execute(_NUMBERS, {"period": period_id})
        return [
            PublishedNumber(
                row.number, row.title, Role(row.role), row.among, Measure(row.measure), row.value,
                row.students,
            )
            for row in rows
        ]  # fmt: skip
