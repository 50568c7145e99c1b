"""What a person may see of other instants: photos, what changed since, the film: `visible_to`.

A photo holds colours. The masteries are read from the ledger as of its instant, among the
scores that had arrived when it was taken, so that what came late changes neither.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Sized
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select
from typing_extensions import override

from bot.domain.periods.photos import FrozenColour
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import Level
from bot.domain.scoring.film import Mark
from bot.domain.scoring.reel import EnteredScore, Frame, IndicatorKey, frames_at, instants_of
from bot.domain.scoring.scales import Mastery
from bot.ports.periods.photos import FilmReads
from bot.storage.connected import ReadForPeople
from bot.storage.periods.photos import frozen
from bot.storage.scoring.history import place_among, score_of, shortened, whole_of
from bot.storage.scoring.visible import visible_to
from bot.storage.tables import entry, photo, photo_colour, photo_track, score

_SIGHT, _COUNCIL_SIGHT = visible_to(), visible_to(afterwards=True)

_COLOURS = (
    select(
        photo_colour.c.competence_id,
        photo_colour.c.role,
        photo_colour.c.indicators,
        photo_colour.c.scored,
        photo_colour.c.acquired,
        photo_colour.c.autonomous,
        photo_colour.c.covered,
    )
    .join(
        _COUNCIL_SIGHT,
        (_COUNCIL_SIGHT.c.track_id == photo_colour.c.track_id)
        & (_COUNCIL_SIGHT.c.perspective == photo_colour.c.role),
    )
    .where(photo_colour.c.photo_id == bindparam("photo"), _COUNCIL_SIGHT.c.level >= Level.COLOURS)
)


def _newest(said: Select[Any]) -> Select[Any]:
    """Keep of rows that are numbered by `back` the first of each."""
    numbered = said.subquery()
    return select(numbered).where(numbered.c.back == 1)


_MASTERIES = _newest(
    select(
        score.c.role,
        score.c.indicator_id,
        score.c.mastery,
        func.row_number()
        .over(
            partition_by=(score.c.role, score.c.indicator_id),
            order_by=(score.c.said_at.desc(), score.c.id.desc()),
        )
        .label("back"),
    )
    .join(
        _COUNCIL_SIGHT,
        (_COUNCIL_SIGHT.c.track_id == score.c.track_id)
        & (_COUNCIL_SIGHT.c.perspective == score.c.role),
    )
    .join(photo_track, photo_track.c.track_id == score.c.track_id)
    .join(photo, photo.c.id == photo_track.c.photo_id)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        photo.c.id == bindparam("photo"),
        _COUNCIL_SIGHT.c.level >= Level.INDICATORS,
        score.c.said_at <= photo.c.as_of,
        score.c.id <= photo_track.c.upto_score,
        or_(entry.c.undone_at.is_(None), entry.c.undone_at > photo.c.as_of),
        or_(score.c.mastery.is_not(None), score.c.not_here),
    )
)

_away = score.alias("away")
# All that a photo knew of indicators that were ever not here: few.
_WITH_NOT_HERE = shortened(
    select(score)
    .join(
        _COUNCIL_SIGHT,
        (_COUNCIL_SIGHT.c.track_id == score.c.track_id)
        & (_COUNCIL_SIGHT.c.perspective == score.c.role),
    )
    .join(photo_track, photo_track.c.track_id == score.c.track_id)
    .join(photo, photo.c.id == photo_track.c.photo_id)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        photo.c.id == bindparam("photo"),
        _COUNCIL_SIGHT.c.level >= Level.COLOURS,
        score.c.said_at <= photo.c.as_of,
        score.c.id <= photo_track.c.upto_score,
        or_(entry.c.undone_at.is_(None), entry.c.undone_at > photo.c.as_of),
        score.c.indicator_id.in_(
            select(_away.c.indicator_id).where(
                _away.c.track_id == bindparam("track"), _away.c.not_here
            )
        ),
    )
)

_SAID = (
    select(
        score.c.id,
        score.c.competence_id,
        score.c.role,
        score.c.indicator_id,
        score.c.said_at,
        score.c.mastery,
        score.c.coverage,
        score.c.tally,
        score.c.not_here,
        entry.c.undone_at,
    )
    .join(_SIGHT, (_SIGHT.c.track_id == score.c.track_id) & (_SIGHT.c.perspective == score.c.role))
    .join(entry, entry.c.id == score.c.entry_id)
    .where(_SIGHT.c.level >= Level.COLOURS, score.c.said_at <= bindparam("until"))
)
_BEGAN = _SAID.with_only_columns(func.min(score.c.said_at))

_later = score.alias("later")
_CHANGED = shortened(
    select(score)
    .join(_SIGHT, (_SIGHT.c.track_id == score.c.track_id) & (_SIGHT.c.perspective == score.c.role))
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        _SIGHT.c.level >= Level.INDICATORS,
        entry.c.undone_at.is_(None),
        score.c.indicator_id.in_(
            select(_later.c.indicator_id).where(
                _later.c.track_id == bindparam("track"), _later.c.said_at > bindparam("since")
            )
        ),
    ),
    score.c.said_at > bindparam("since"),
)


class VisibleFilm(ReadForPeople, FilmReads):
    """Reads of other instants for a person, on one connection."""

    @override
    def read_changed(
        self, viewer_id: int, track_id: int, since: datetime
    ) -> Mapping[tuple[Role, int], tuple[Mark, Mark]]:
        asked = {"viewer": viewer_id, "track": track_id, "since": since}
        said: dict[tuple[Role, int], list[Any]] = defaultdict(list)
        for row in self._connection.execute(_CHANGED, asked):
            said[Role(row.role), row.indicator_id].append(row)
        self._count_in(said, track_id, OpenedKind.REPORT)
        return {
            where: (whole_of([row for row in rows if row.said_at <= since]).mark, now)
            for where, rows in said.items()
            if (now := whole_of(rows).mark).said_at is not None and now.said_at > since
        }

    @override
    def read_colours(
        self, viewer_id: int, track_id: int, photo_id: int, council_since: datetime | None = None
    ) -> Sequence[FrozenColour]:
        rows = self._read(_COLOURS, viewer_id, track_id, photo_id, council_since)
        return [frozen(row) for row in rows]

    @override
    def read_masteries(
        self, viewer_id: int, track_id: int, photo_id: int, council_since: datetime | None = None
    ) -> Mapping[Role, Mapping[int, Mark]]:
        said: dict[Role, dict[int, Mark]] = defaultdict(dict)
        for row in self._read(_MASTERIES, viewer_id, track_id, photo_id, council_since):
            mastery = Mastery(row.mastery) if row.mastery else None
            said[Role(row.role)][row.indicator_id] = Mark(mastery, not_here=mastery is None)
        return said

    @override
    def read_not_here(
        self, viewer_id: int, track_id: int, photo_id: int, council_since: datetime | None = None
    ) -> Mapping[tuple[int, Role], int]:
        said: dict[IndicatorKey, list[Any]] = defaultdict(list)
        for row in self._read(_WITH_NOT_HERE, viewer_id, track_id, photo_id, council_since):
            said[row.competence_id, Role(row.role), row.indicator_id].append(row)
        return Counter(
            (competence, role)
            for (competence, role, _indicator), rows in said.items()
            if whole_of(rows).mark.not_here
        )

    @override
    def read_film(
        self, viewer_id: int, track_id: int, until: datetime, photos: Sequence[datetime]
    ) -> Sequence[tuple[datetime, Frame]]:
        # Sums only: where this viewer sees no marks, none leave this file.
        asked = {"viewer": viewer_id, "track": track_id, "until": until}
        first: datetime | None = self._connection.execute(_BEGAN, asked).scalar()
        if first is None:
            return []
        instants = instants_of(first, until, photos)
        between = (
            place_among(instants, score.c.said_at),
            entry.c.undone_at.is_(None),
            place_among(instants, entry.c.undone_at),
        )
        said: dict[IndicatorKey, list[EnteredScore]] = defaultdict(list)
        for row in self._connection.execute(shortened(_SAID, *between), asked):
            where = (row.competence_id, Role(row.role), row.indicator_id)
            said[where].append((score_of(row), row.undone_at))
        self._count_in(said, track_id, OpenedKind.FILM)
        return list(zip(instants, frames_at(said, instants), strict=True))

    def _read(
        self,
        statement: Any,
        viewer_id: int,
        track_id: int,
        photo_id: int,
        council_since: datetime | None,
    ) -> Any:
        asked = {
            "viewer": viewer_id,
            "track": track_id,
            "photo": photo_id,
            "council_since": council_since,
        }
        rows = self._connection.execute(statement, asked).all()
        self._count_in(rows, track_id, OpenedKind.PHOTO)
        return rows

    def _count_in(self, found: Sized, track_id: int, kind: OpenedKind) -> None:
        """Count a track in where there was anything to see."""
        if len(found):
            self._glimpses.count_in([track_id], kind)
