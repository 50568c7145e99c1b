"""Photos on one connection: which are due, and those that were taken."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select
from typing_extensions import override

from bot.domain.periods.chain import Linked, Trace
from bot.domain.periods.period import Period
from bot.domain.periods.photos import (
    FrozenColour,
    FrozenTexts,
    Link,
    PhotoHead,
    digest_of_photo,
)
from bot.domain.rights.erasures import NOTHING_ERASED, Lawful
from bot.domain.school.frameworks import CutOff
from bot.domain.scoring.colours import Counts
from bot.ports.periods.photos import (
    DuePhoto,
    Photo,
    PhotoMissed,
    Photos,
    Seal,
    Sealed,
    Touched,
)
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.connected import Connected
from bot.storage.periods.period import PERIOD_COLUMNS, period_of
from bot.storage.periods.photo_digests import Photographed, touched_tracks, track_digests
from bot.storage.periods.photo_ledger import unchosen_tracks, unheld_tracks
from bot.storage.periods.photo_links import (
    accept_photo,
    forget_photo,
    list_before_chain,
    list_links,
    list_missed,
)
from bot.storage.periods.photo_texts import instead_of, is_owned, read_texts
from bot.storage.periods.photographing import (
    begin_photo,
    compute_digest,
    finish_photo,
    list_digests,
    take_step,
)
from bot.storage.tables import organisation_table, period, photo, photo_colour, photo_track

DUE = (
    select(*PERIOD_COLUMNS, photo.c.id.label("begun"))
    .join(organisation_table, organisation_table.c.id == period.c.organisation_id)
    .outerjoin(photo, photo.c.period_id == period.c.id)
    .where(
        IN_WORLD,
        period.c.cancelled.is_(False),
        period.c.photo_at <= bindparam("at"),
        photo.c.taken_at.is_(None),
        period.c.photographed.is_(None),
    )
    .order_by(period.c.photo_at, period.c.id)
)
_BEGUN = (
    select(period.c.id)
    .outerjoin(photo, photo.c.period_id == period.c.id)
    .where(
        period.c.id == bindparam("period"),
        or_(photo.c.id.is_not(None), period.c.photographed.is_not(None)),
    )
)
_TAKEN = (
    select(
        photo.c.id, photo.c.period_id, photo.c.agreed_at, photo.c.as_of, photo.c.cut_off,
        photo.c.taken_at, photo.c.digest, photo.c.public_key, photo.c.signature,
        period.c.programme_id, func.coalesce(photo.c.name, period.c.name).label("name"),
        photo.c.texts.is_not(None).label("kept"), photo.c.organisation_id, photo.c.number,
        photo.c.before,
    )
    .join(period, period.c.id == photo.c.period_id)
    .where(photo.c.taken_at.is_not(None))
    .order_by(photo.c.as_of, photo.c.id)
)  # fmt: skip
_TEXTS = select(photo.c.name, photo.c.texts).where(photo.c.id == bindparam("photo"))
_OF_PROGRAMME = _TAKEN.where(period.c.programme_id == bindparam("programme"))
_OF_TRACK = _OF_PROGRAMME.join(photo_track, photo_track.c.photo_id == photo.c.id).where(
    photo_track.c.track_id == bindparam("track")
)
_COLOURS = select(
    photo_colour.c.competence_id,
    photo_colour.c.role,
    photo_colour.c.indicators,
    photo_colour.c.scored,
    photo_colour.c.acquired,
    photo_colour.c.autonomous,
    photo_colour.c.covered,
).where(
    photo_colour.c.photo_id == bindparam("photo"), photo_colour.c.track_id == bindparam("track")
)
_HAS = select(photo_track.c.track_id).where(
    photo_track.c.photo_id == bindparam("photo"), photo_track.c.track_id == bindparam("track")
)


class StoredPhotos(Connected, Photos):
    """Photos on one connection."""

    @override
    def list_due(self, world: World) -> Sequence[DuePhoto]:
        rows = self._connection.execute(DUE, {"world": world.here, "at": world.at})
        return [DuePhoto(period_of(row), row.begun is not None) for row in rows]

    @override
    def list_missed(self, world: World) -> Sequence[PhotoMissed]:
        return list_missed(self._connection, world)

    @override
    def list_links(self, world: World) -> Sequence[tuple[Linked, Seal]]:
        return list_links(self._connection, world)

    @override
    def list_before_chain(self) -> Collection[str]:
        return list_before_chain(self._connection)

    @override
    def take_again(self, period_id: int) -> None:
        forget_photo(self._connection, period_id)

    @override
    def accept(self, period_id: int) -> None:
        accept_photo(self._connection, period_id)

    @override
    def begin(self, period: Period, as_of: datetime) -> None:
        begin_photo(self._connection, period, as_of)

    @override
    def is_begun(self, period_id: int) -> bool:
        return self._connection.execute(_BEGUN, {"period": period_id}).scalar() is not None

    @override
    def go_on(self, period: Period) -> bool:
        return take_step(self._connection, period.id)

    @override
    def list_digests(self, period: Period, beyond: int, at_most: int) -> Sequence[tuple[int, str]]:
        return list_digests(self._connection, period.id, beyond, at_most)

    @override
    def compute_digest(
        self,
        period: Period,
        at: datetime,
        tracks: Sequence[tuple[int, str]],
        instead: Sequence[Trace] = (),
    ) -> tuple[str, Link] | None:
        return compute_digest(self._connection, period.id, at, tracks, instead)

    @override
    def finish(self, period: Period, sealed: Sealed) -> bool:
        return finish_photo(self._connection, period.id, sealed)

    @override
    def list_of_programme(self, programme_id: int) -> Sequence[Photo]:
        rows = self._connection.execute(_OF_PROGRAMME, {"programme": programme_id})
        return [_photo(row) for row in rows]

    @override
    def list_of_track(self, programme_id: int, track_id: int) -> Sequence[Photo]:
        asked = {"programme": programme_id, "track": track_id}
        return [_photo(row) for row in self._connection.execute(_OF_TRACK, asked)]

    def list_all(self) -> Sequence[Photo]:
        """List all photos taken, the oldest first."""
        return [_photo(row) for row in self._connection.execute(_TAKEN)]

    @override
    def read_colours(self, photo_id: int, track_id: int) -> Sequence[FrozenColour]:
        asked = {"photo": photo_id, "track": track_id}
        return [frozen(row) for row in self._connection.execute(_COLOURS, asked)]

    @override
    def read_texts(self, photo_id: int, track_id: int) -> FrozenTexts | None:
        return read_texts(self._connection, photo_id, track_id)

    @override
    def has_track(self, photo_id: int, track_id: int) -> bool:
        asked = {"photo": photo_id, "track": track_id}
        return self._connection.execute(_HAS, asked).scalar() is not None

    @override
    def check(self, photo: Photo, lawful: Lawful = NOTHING_ERASED) -> Touched:
        tracks = track_digests(self._connection, photo.id)
        of = Photographed(photo.id, photo.digest, lawful)
        differing = tuple(touched_tracks(self._connection, tracks, of))
        # Of what was erased lawfully the ledger says nothing any more.
        held = [own for own in tracks if (photo.digest, own.track_id) not in lawful.records]
        ids = [track.track_id for track in held] if photo.link else []
        unheld = tuple(unheld_tracks(self._connection, photo.head, ids))
        untouched = [track for track in held if track.track_id not in differing]
        unchosen = tuple(unchosen_tracks(self._connection, photo.head, untouched))
        bare = (track.track_id for track in tracks if track.texts is None and photo.kept)
        erased = tuple(own for own in bare if own not in differing)
        return Touched(differing, not self._fits(photo, tracks), unheld, unchosen, erased)

    def list_fitting(self) -> Sequence[Photo]:
        """List the photos whose digest is that of what they are of, and of where they stand."""
        return [
            photo
            for photo in self.list_all()
            if self._fits(photo, track_digests(self._connection, photo.id))
        ]

    def list_instead(self) -> Mapping[int, Collection[Trace]]:
        """List in whose stead photos were taken, by their period, where their digest fits."""
        return {
            photo.head.period_id: instead_of(
                self._connection.execute(_TEXTS, {"photo": photo.id}).one().texts
            )
            for photo in self.list_fitting()
        }

    def _fits(self, photo: Photo, tracks: Sequence[Any]) -> bool:
        """Compute the digest of a photo anew, from those of its tracks."""
        kept = self._connection.execute(_TEXTS, {"photo": photo.id}).one()
        digests = [(track.track_id, track.digest) for track in tracks]
        texts = kept.name, kept.texts
        digest = digest_of_photo(photo.head, photo.taken_at, digests, texts, photo.link)
        return digest == photo.digest and is_owned(kept.texts, photo.organisation_id)


def frozen(row: Any) -> FrozenColour:
    """Make a frozen colour of a row of a photo."""
    counts = Counts(row.scored, row.acquired, row.autonomous, row.covered)
    return FrozenColour(row.competence_id, row.role, row.indicators, counts)


def _photo(row: Row[*tuple[Any, ...]]) -> Photo:
    head = PhotoHead(row.id, row.period_id, row.agreed_at, row.as_of, CutOff(row.cut_off))
    seal = Seal(row.public_key, row.signature)
    link = None if row.number is None else Link(row.number, row.before or "")
    return Photo(
        head=head,
        programme_id=row.programme_id,
        name=row.name,
        taken_at=row.taken_at,
        digest=row.digest,
        seal=seal,
        organisation_id=row.organisation_id,
        kept=row.kept,
        link=link,
    )
