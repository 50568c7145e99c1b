"""What tells a photo from any other: its tracks written out, and which of them were touched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.periods.photos import digest_of_track, digest_of_words
from bot.domain.rights.erasures import Lawful
from bot.storage.periods.photo_texts import is_of
from bot.storage.tables import photo_colour, photo_track, track
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
        photo_track.c.texts_digest,
        track.c.student_id,
    )
    .outerjoin(track, track.c.id == photo_track.c.track_id)
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


@dataclass(frozen=True, slots=True)
class Photographed:
    """A photo that is looked at: by its row and its digest, with what was erased lawfully."""

    id: int
    digest: str
    lawful: Lawful

    def excuses(self, track_id: int, rows: str) -> bool:
        """Say whether a track may lack its words, and has the colours it had then."""
        return self.lawful.excuses(self.digest, track_id, rows)


def _digest(taken: Any, rows: str) -> str:
    words = taken.texts if taken.texts_digest is None else taken.texts_digest
    return digest_of_track(taken.track_id, taken.upto_score, rows, words)


def _is_as_taken(taken: Any, rows: str, of: Photographed) -> bool:
    if taken.texts is None and of.excuses(taken.track_id, rows):
        # Its words went lawfully. A photo of before cannot be computed without them: the list of
        # erasures holds the digest of its colours.
        return taken.texts_digest is None or _digest(taken, rows) == taken.digest
    if taken.texts_digest is not None and (
        taken.texts is None or digest_of_words(taken.texts) != taken.texts_digest
    ):
        return False
    # What was put into the texts does not fit the digest: it is not read before that is known.
    return _digest(taken, rows) == taken.digest and is_of(taken.texts, taken.student_id)


def touched_tracks(
    connection: Connection, tracks: Sequence[Any], of: Photographed
) -> Iterator[int]:
    """List the tracks that are no longer as their digest says, or that were put in.

    So are those that now are another student's.
    """
    looked = 0
    for at in range(0, max(len(tracks), 1), AT_ONCE):
        some = {taken.track_id: taken for taken in tracks[at : at + AT_ONCE]}
        last = max(some) if at + AT_ONCE < len(tracks) else BEYOND
        rows = written_rows(connection, of.id, looked + 1, last)
        for track_id in sorted(some.keys() | rows.keys()):
            taken = some.get(track_id)
            if taken is None or not _is_as_taken(taken, rows.get(track_id, ""), of):
                yield track_id
        looked = last
