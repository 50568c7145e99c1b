"""A photo held against the ledger: does what had been said by its instant give its colours?"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, select

from bot.domain.periods.photos import PhotoHead
from bot.domain.scoring.colours import Counts
from bot.storage.scoring.system_reads import ColourPlace, counts_of_photo
from bot.storage.tables import photo_colour

AT_ONCE = 200
"""Tracks whose ledger is read together."""

_COLOURS = select(photo_colour).where(
    photo_colour.c.photo_id == bindparam("photo"),
    photo_colour.c.track_id.between(bindparam("first"), bindparam("last")),
)


def unheld_tracks(connection: Connection, head: PhotoHead, tracks: Sequence[int]) -> Iterator[int]:
    """List the tracks, of these in their order, of which the ledger gives other colours."""
    for at in range(0, len(tracks), AT_ONCE):
        some = tracks[at : at + AT_ONCE]
        asked = {"photo": head.photo_id, "first": some[0], "last": some[-1]}
        given = counts_of_photo(connection, head.photo_id, head.as_of, some[0], some[-1])
        shown = {
            ColourPlace(row.track_id, row.competence_id, row.role): Counts(
                row.scored, row.acquired, row.autonomous, row.covered
            )
            for row in connection.execute(_COLOURS, asked)
        }
        yield from sorted(
            {
                place.track_id
                for place in shown.keys() | given.keys()
                if shown.get(place, Counts()) != given.get(place, Counts())
            }
        )
