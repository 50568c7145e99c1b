"""A photo held against the ledger: does what had been said by its instant give its colours?

So are the choices: who was evaluated on what does not change once a photo was begun.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.domain.periods.photos import PhotoHead
from bot.domain.scoring.colours import Counts
from bot.storage.periods.photo_texts import chosen_by_track, read_components
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


def unchosen_tracks(
    connection: Connection, head: PhotoHead, tracks: Sequence[Any]
) -> Iterator[int]:
    """List the tracks of a photo whose choices are not those that it holds; untouched ones only.

    A component that was not there at the photo's instant is not looked at.
    """
    held = {taken.track_id: read_components(taken.texts) for taken in tracks}
    known = {track_id: own for track_id, own in held.items() if own}
    if not known:
        return
    chosen = chosen_by_track(connection, head.period_id, min(known), max(known))
    for track_id, own in sorted(known.items()):
        stands = chosen.get(track_id, set())
        if any(part.summative is not (part.component_id in stands) for part in own):
            yield track_id
