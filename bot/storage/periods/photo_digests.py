"""What tells a photo from any other: its tracks written out, and which of them were touched."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.periods.photos import digest_of_track
from bot.storage.tables import photo_colour, photo_track
from bot.storage.written import written

_WRITTEN = written(
    photo_colour.c.competence_id,
    photo_colour.c.role,
    photo_colour.c.indicators,
    photo_colour.c.scored,
    photo_colour.c.acquired,
    photo_colour.c.autonomous,
    photo_colour.c.covered,
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
_DIGESTS = (
    select(
        photo_track.c.track_id,
        photo_track.c.upto_score,
        photo_track.c.digest,
        photo_track.c.texts,
    )
    .where(photo_track.c.photo_id == bindparam("photo"))
    .order_by(photo_track.c.track_id)
)

AT_ONCE = 1000
"""Tracks of a photo that are looked at together."""

BEYOND = 2**62
"""More than any identity."""


def written_rows(connection: Connection, photo_id: int, first: int, last: int) -> dict[int, str]:
    """Write out the colours of tracks in a photo, each track's in one order, for its digest."""
    asked = {"photo": photo_id, "first": first, "last": last}
    return {
        track_id: ",".join(sorted(parts.split(",")))
        for track_id, parts in connection.execute(_ROWS, asked)
    }


def track_digests(connection: Connection, photo_id: int) -> Sequence[Any]:
    """List the tracks of a photo with their digests and the newest score each could know."""
    return connection.execute(_DIGESTS, {"photo": photo_id}).all()


def _digest(track: Any, rows: str) -> str:
    return digest_of_track(track.track_id, track.upto_score, rows, track.texts)


def touched_tracks(connection: Connection, tracks: Sequence[Any], photo_id: int) -> Iterator[int]:
    """List the tracks that are no longer as their digest says, or that were put in."""
    looked = 0
    for at in range(0, max(len(tracks), 1), AT_ONCE):
        some = {track.track_id: track for track in tracks[at : at + AT_ONCE]}
        last = max(some) if at + AT_ONCE < len(tracks) else BEYOND
        rows = written_rows(connection, photo_id, looked + 1, last)
        for track_id in sorted(some.keys() | rows.keys()):
            track = some.get(track_id)
            if track is None or _digest(track, rows.get(track_id, "")) != track.digest:
                yield track_id
        looked = last
