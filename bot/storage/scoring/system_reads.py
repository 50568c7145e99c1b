"""The system's own reads of scores, beside what a person may see: nobody is shown these rows.

Here stand the reads that no viewer asks for: the check that ledger, marks and colours agree,
and the film as of an instant, recomputed from the ledger, on which photos are to be built.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, or_, select, tuple_, union

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Counts, count_mark
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage
from bot.storage.scoring.history import whole_of
from bot.storage.scoring.visible import mark_of
from bot.storage.tables import colour, entry, indicator, mark, photo_track, score

ScoreKey = tuple[int, int, int, str]
"""Track, competence, indicator, role."""


class ColourPlace(NamedTuple):
    """One competence of one track in one perspective."""

    track_id: int
    competence_id: int
    role: str


_LEDGER_AS_OF = (
    select(score)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        score.c.said_at <= bindparam("instant"),
        or_(entry.c.undone_at.is_(None), entry.c.undone_at > bindparam("instant")),
    )
    .order_by(score.c.track_id, score.c.indicator_id, score.c.role, score.c.said_at, score.c.id)
)
# The sums keep SQLite from walking through all that was ever said on these tracks.
_ON_TRACKS = (score.c.track_id + 0).between(bindparam("first"), bindparam("last"))
_PLACE = (score.c.track_id, score.c.competence_id, score.c.role)
_TOUCHED = union(
    select(*_PLACE).where(score.c.said_at > bindparam("instant"), _ON_TRACKS),
    select(*_PLACE)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(entry.c.undone_at > bindparam("instant"), _ON_TRACKS),
)
_touched = _TOUCHED.subquery("touched")
_LEDGER_OF_TOUCHED = _LEDGER_AS_OF.where(
    score.c.track_id.in_(select(_touched.c.track_id)), tuple_(*_PLACE).in_(select(_touched))
)
# Only what each track's colours could know of: what came late is in no photo.
_LEDGER_OF_PHOTO = _LEDGER_AS_OF.join(
    photo_track, photo_track.c.track_id == score.c.track_id
).where(
    photo_track.c.photo_id == bindparam("photo"),
    photo_track.c.track_id.between(bindparam("first"), bindparam("last")),
    score.c.id <= photo_track.c.upto_score,
)
_LEDGER_NOW = (
    select(score)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(entry.c.undone_at.is_(None))
    .order_by(score.c.track_id, score.c.indicator_id, score.c.role, score.c.said_at, score.c.id)
)
# By the indicators of the competence, since those are what the ledger is sorted by.
_SAID = _LEDGER_NOW.where(
    score.c.track_id == bindparam("track"),
    score.c.indicator_id.in_(
        select(indicator.c.id).where(indicator.c.competence_id == bindparam("competence"))
    ),
)
_SAID_SINCE = _SAID.where(score.c.said_at >= bindparam("since"))
_MARKS = select(mark)
_MARKS_OF_COMPETENCE = _MARKS.where(
    mark.c.track_id == bindparam("track"), mark.c.competence_id == bindparam("competence")
)
_MARKS_OF_TRACK = _MARKS.where(mark.c.track_id == bindparam("track"))
_AUTHORED = select(
    mark.c.track_id,
    mark.c.competence_id,
    mark.c.indicator_id,
    mark.c.role,
    mark.c.author_id,
    mark.c.mastery,
).where(
    mark.c.track_id.in_(bindparam("tracks", expanding=True)),
    mark.c.mastery.is_not(None),
    or_(mark.c.coverage.is_(None), mark.c.coverage != Coverage.NOT_YET.value),
)
_AUTHORED_COUNTS = _AUTHORED.with_only_columns(
    mark.c.track_id, func.count().label("said")
).group_by(mark.c.track_id)
_TOLD_BY_TWO = (
    select(mark.c.track_id)
    .where(
        mark.c.track_id.in_(bindparam("tracks", expanding=True)),
        or_(mark.c.mastery.is_not(None), mark.c.not_here),
        mark.c.mastery_at >= bindparam("since"),
    )
    .group_by(mark.c.track_id, mark.c.competence_id)
    .having(func.count(mark.c.role.distinct()) == 2)
)
_COLOURS = select(colour)


def film_as_of(connection: Connection, instant: datetime) -> dict[ScoreKey, Mark]:
    """Recompute every mark from what had been said, and not undone, at an instant."""
    return _folded(connection.execute(_LEDGER_AS_OF, {"instant": instant}))


def touched_since(
    connection: Connection, instant: datetime, first: int, last: int
) -> dict[ColourPlace, Counts]:
    """Recompute the counts, as of an instant, of what was said or undone after it.

    Of the tracks from the first to the last identity; where nothing stood yet, they are zero.
    """
    asked = {"instant": instant, "first": first, "last": last}
    places = [ColourPlace(*row) for row in connection.execute(_TOUCHED, asked)]
    if not places:
        return {}
    known = _summed(_folded(connection.execute(_LEDGER_OF_TOUCHED, asked)))
    return {place: known.get(place, Counts()) for place in places}


def counts_of_photo(
    connection: Connection, photo_id: int, instant: datetime, first: int, last: int
) -> dict[ColourPlace, Counts]:
    """Recompute what the tracks of a photo, from one identity to another, counted at its instant.

    What a photo does not hold, how much was 'not here', is left out.
    """
    asked = {"photo": photo_id, "instant": instant, "first": first, "last": last}
    known = _summed(_folded(connection.execute(_LEDGER_OF_PHOTO, asked)))
    return {place: replace(counts, not_here=0) for place, counts in known.items()}


def marks_of_competence(
    connection: Connection, track_id: int, competence_id: int
) -> list[tuple[str, int, Mark]]:
    """Read what every perspective says of a competence, by role and indicator."""
    asked = {"track": track_id, "competence": competence_id}
    return [
        (row.role, row.indicator_id, mark_of(row))
        for row in connection.execute(_MARKS_OF_COMPETENCE, asked)
    ]


def said_of_competence(
    connection: Connection, track_id: int, competence_id: int, since: datetime | None
) -> list[Any]:
    """Read what was said of a competence and not undone, by every perspective, since an instant."""
    asked: dict[str, Any] = {"track": track_id, "competence": competence_id}
    if since is None:
        return list(connection.execute(_SAID, asked))
    return list(connection.execute(_SAID_SINCE, {**asked, "since": since}))


def marks_of_track(connection: Connection, track_id: int) -> list[tuple[int, str, int, Mark]]:
    """Read what every perspective says on a track, by competence, role and indicator."""
    return [
        (row.competence_id, row.role, row.indicator_id, mark_of(row))
        for row in connection.execute(_MARKS_OF_TRACK, {"track": track_id})
    ]


def authored(connection: Connection, tracks: Collection[int]) -> list[Any]:
    """Read who says which mastery on tracks; what never came up proves nothing and is left out."""
    return list(connection.execute(_AUTHORED, {"tracks": sorted(tracks)}))


def count_authored(connection: Connection, tracks: Collection[int]) -> dict[int, int]:
    """Count by track what `authored` would read."""
    rows = connection.execute(_AUTHORED_COUNTS, {"tracks": sorted(tracks)})
    return {row.track_id: row.said for row in rows}


def told_by_two(connection: Connection, tracks: Collection[int], since: datetime) -> frozenset[int]:
    """Name the tracks on which two of three have spoken of a competence since an instant."""
    asked = {"tracks": sorted(tracks), "since": since}
    return frozenset(connection.execute(_TOLD_BY_TWO.distinct(), asked).scalars())


def disagreements(connection: Connection) -> list[str]:
    """Say where marks or colours differ from the ledger; an empty list is a sound database.

    A place is named by its track, its competence, its indicator if it is a mark, and its role.
    """
    ledger = _folded(connection.execute(_LEDGER_NOW))
    marks = {_where(row): mark_of(row) for row in connection.execute(_MARKS)}
    colours = {
        ColourPlace(row.track_id, row.competence_id, row.role): Counts(
            row.scored, row.acquired, row.autonomous, row.covered, row.not_here
        )
        for row in connection.execute(_COLOURS)
    }
    return [*_differing("mark", ledger, marks), *_differing("colour", _summed(ledger), colours)]


def _folded(rows: Any) -> dict[ScoreKey, Mark]:
    said: dict[ScoreKey, list[Any]] = defaultdict(list)
    for row in rows:
        said[_where(row)].append(row)
    return {where: whole_of(own).mark for where, own in said.items()}


def _summed(film: dict[ScoreKey, Mark]) -> dict[ColourPlace, Counts]:
    sums: dict[ColourPlace, Counts] = defaultdict(Counts)
    for (track, competence, _indicator, role), stands in film.items():
        at = ColourPlace(track, competence, role)
        sums[at] = sums[at].plus(count_mark(stands))
    return sums


def _differing(what: str, expected: dict[Any, Any], found: dict[Any, Any]) -> Iterator[str]:
    for where in sorted(expected.keys() | found.keys()):
        wanted, got = expected.get(where), found.get(where)
        if wanted != got and not (isinstance(wanted or got, Counts) and not _any(wanted, got)):
            yield f"{what} {' '.join(map(str, where))}"


def _any(*counts: Counts | None) -> bool:
    return any(count not in (None, Counts()) for count in counts)


def _where(row: Any) -> ScoreKey:
    return (row.track_id, row.competence_id, row.indicator_id, row.role)


_COVERED = select(colour.c.track_id, colour.c.competence_id, colour.c.role, colour.c.covered).where(
    colour.c.track_id.in_(bindparam("tracks", expanding=True)), colour.c.covered > 0
)


def covered_of(
    connection: Connection, tracks: Collection[int]
) -> dict[int, dict[int, dict[Role, Counts]]]:
    """Read of tracks how much came up of each competence, as each role says; nothing else."""
    found: dict[int, dict[int, dict[Role, Counts]]] = defaultdict(lambda: defaultdict(dict))
    for row in connection.execute(_COVERED, {"tracks": list(tracks)}):
        found[row.track_id][row.competence_id][Role(row.role)] = Counts(covered=row.covered)
    return found
