"""Taking a photo in steps of some hundred tracks, each a transaction, in any number of processes.

A step copies the colours of tracks that nobody touched after the instant, and folds the others
from the ledger. `upto_track` says how far it came, so a process that dies loses only its own step.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    String,
    bindparam,
    cast,
    func,
    insert,
    select,
    text,
    union,
    update,
)

from bot.domain.colours import CutOff
from bot.domain.photos import PhotoHead, digest_of_photo, digest_of_track
from bot.ports.photos import Sign
from bot.storage.columns import Instant
from bot.storage.system_reads import counts_as_of
from bot.storage.tables import (
    colour,
    entry,
    indicator,
    period,
    photo,
    photo_colour,
    photo_track,
    score,
    track,
)

STEP = 500
"""Tracks in one step: a transaction short enough for those who score meanwhile."""

_BEGIN = text(
    "INSERT INTO photo (organisation_id, period_id, cut_off, agreed_at, as_of)"
    " SELECT period.organisation_id, period.id, programme.cut_off, period.photo_at, :as_of"
    " FROM period JOIN programme ON programme.id = period.programme_id WHERE period.id = :period"
    " ON CONFLICT (period_id) DO NOTHING"
).bindparams(bindparam("as_of", type_=Instant))
# Whoever holds this row takes the next step; others wait, and then see how far it came.
_HELD = (
    select(
        photo.c.id, photo.c.organisation_id, photo.c.as_of, photo.c.agreed_at, photo.c.cut_off,
        photo.c.upto_track, period.c.programme_id,
    )
    .join(period, period.c.id == photo.c.period_id)
    .where(photo.c.period_id == bindparam("period"), photo.c.taken_at.is_(None))
    .with_for_update(of=photo)
)  # fmt: skip
# Whoever scores on a track holds it: what is not committed yet is waited for.
_TRACKS = (
    select(track.c.id)
    .where(track.c.programme_id == bindparam("programme"), track.c.id > bindparam("beyond"))
    .order_by(track.c.id)
    .limit(bindparam("at_most"))
    .with_for_update(key_share=True)
)
_AS_OF = bindparam("as_of", type_=Instant)
_NEWEST = select(func.coalesce(func.max(score.c.id), 0))
_STEP = (track.c.id >= bindparam("first"), track.c.id <= bindparam("last"))
_SCORED = (score.c.track_id >= bindparam("first"), score.c.track_id <= bindparam("last"))
_TOUCHED = union(
    select(score.c.track_id).where(score.c.said_at > _AS_OF, *_SCORED),
    select(score.c.track_id)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(entry.c.undone_at > _AS_OF, *_SCORED),
)
_SIZES = (
    select(indicator.c.competence_id, func.count().label("indicators"))
    .group_by(indicator.c.competence_id)
    .subquery("size")
)
_COLUMNS = (
    "photo_id", "organisation_id", "track_id", "competence_id", "role", "indicators", "scored",
    "acquired", "autonomous", "covered",
)  # fmt: skip
_COPY = insert(photo_colour).from_select(
    _COLUMNS,
    select(
        bindparam("photo", type_=Integer).label("photo_id"),
        colour.c.organisation_id,
        colour.c.track_id,
        colour.c.competence_id,
        colour.c.role,
        _SIZES.c.indicators,
        colour.c.scored,
        colour.c.acquired,
        colour.c.autonomous,
        colour.c.covered,
    )
    .join(track, track.c.id == colour.c.track_id)
    .join(_SIZES, _SIZES.c.competence_id == colour.c.competence_id)
    .where(
        *_STEP,
        track.c.programme_id == bindparam("programme"),
        track.c.id.not_in(bindparam("touched", expanding=True)),
    ),
)
_FOLDED = insert(photo_colour)
_WRITTEN = (
    cast(photo_colour.c.competence_id, String)
    + ":"
    + photo_colour.c.role
    + ":"
    + cast(photo_colour.c.indicators, String)
    + ":"
    + cast(photo_colour.c.scored, String)
    + ":"
    + cast(photo_colour.c.acquired, String)
    + ":"
    + cast(photo_colour.c.autonomous, String)
    + ":"
    + cast(photo_colour.c.covered, String)
)
_ROWS = (
    select(photo_colour.c.track_id, func.aggregate_strings(_WRITTEN, ","))
    .where(
        photo_colour.c.photo_id == bindparam("photo"),
        photo_colour.c.track_id >= bindparam("first"),
        photo_colour.c.track_id <= bindparam("last"),
    )
    .group_by(photo_colour.c.track_id)
)
_ADD_TRACKS = insert(photo_track)
_MOVE = (
    update(photo).where(photo.c.id == bindparam("photo")).values(upto_track=bindparam("reached"))
)
_DIGESTS = (
    select(photo_track.c.track_id, photo_track.c.upto_score, photo_track.c.digest)
    .where(photo_track.c.photo_id == bindparam("photo"))
    .order_by(photo_track.c.track_id)
)
_FINISH = (
    update(photo)
    .where(photo.c.id == bindparam("photo"), photo.c.taken_at.is_(None))
    .values(
        taken_at=bindparam("at", type_=Instant),
        digest=bindparam("new_digest"),
        public_key=bindparam("new_key"),
        signature=bindparam("new_signature"),
    )
)


def begin_photo(connection: Connection, period_id: int, as_of: datetime) -> None:
    """Begin a photo, unless another process already did."""
    connection.execute(_BEGIN, {"period": period_id, "as_of": as_of})


def take_step(connection: Connection, period_id: int) -> bool:
    """Take the next tracks of a photo that was begun; False once it has them all."""
    held = connection.execute(_HELD, {"period": period_id}).one_or_none()
    if held is None:
        return False
    asked = {"programme": held.programme_id, "beyond": held.upto_track, "at_most": STEP}
    tracks = list(connection.execute(_TRACKS, asked).scalars())
    if tracks:
        _take(connection, held, tracks)
    return bool(tracks)


def _take(connection: Connection, held: Any, tracks: Sequence[int]) -> None:
    upto = connection.execute(_NEWEST).scalar_one()
    step = {"first": tracks[0], "last": tracks[-1]}
    in_step = {**step, "as_of": held.as_of}
    touched = set(connection.execute(_TOUCHED, in_step).scalars()) & set(tracks)
    copied = {"programme": held.programme_id, "photo": held.id, "touched": sorted(touched)}
    connection.execute(_COPY, {**step, **copied})
    _fold(connection, held, touched)
    rows = written_rows(connection, held.id, tracks[0], tracks[-1])
    connection.execute(
        _ADD_TRACKS,
        [
            {
                "photo_id": held.id,
                "organisation_id": held.organisation_id,
                "track_id": one,
                "upto_score": upto,
                "digest": digest_of_track(one, upto, rows.get(one, "")),
            }
            for one in tracks
        ],
    )
    connection.execute(_MOVE, {"photo": held.id, "reached": tracks[-1]})


def _fold(connection: Connection, held: Any, touched: Collection[int]) -> None:
    """Compute anew the colours of tracks that were touched after the instant."""
    if not touched:
        return
    sizes = {row.competence_id: row.indicators for row in connection.execute(select(_SIZES))}
    rows = [
        {
            "photo_id": held.id,
            "organisation_id": held.organisation_id,
            "track_id": track_id,
            "competence_id": competence_id,
            "role": role,
            "indicators": sizes[competence_id],
            **asdict(counts),
        }
        for (track_id, competence_id, role), counts in counts_as_of(
            connection, touched, held.as_of
        ).items()
    ]
    if rows:
        connection.execute(_FOLDED, rows)


def written_rows(connection: Connection, photo_id: int, first: int, last: int) -> dict[int, str]:
    """Write out the colours of tracks in a photo, each track's in one order, for its digest."""
    asked = {"photo": photo_id, "first": first, "last": last}
    return {
        track_id: ",".join(sorted(parts.split(",")))
        for track_id, parts in connection.execute(_ROWS, asked)
    }


def finish_photo(connection: Connection, period_id: int, sign: Sign, at: datetime) -> bool:
    """Seal a photo that has all its tracks; False where another process did."""
    held = connection.execute(_HELD, {"period": period_id}).one_or_none()
    if held is None:
        return False
    head = PhotoHead(held.id, period_id, held.agreed_at, held.as_of, CutOff(held.cut_off))
    digests = [(one.track_id, one.digest) for one in track_digests(connection, held.id)]
    digest = digest_of_photo(head, digests)
    seal = sign(digest)
    values = {"new_digest": digest, "new_key": seal.public_key, "new_signature": seal.signature}
    return connection.execute(_FINISH, {"photo": held.id, "at": at, **values}).rowcount == 1


def track_digests(connection: Connection, photo_id: int) -> Sequence[Any]:
    """List the tracks of a photo with their digests and the newest score each could know."""
    return connection.execute(_DIGESTS, {"photo": photo_id}).all()
