"""Marks and colours as rows: read to build on, and written back by the ledger alone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.domain.scoring.colours import Counts
from bot.domain.scoring.film import Mark
from bot.storage.scoring.visible import MARK_COLUMNS, marks_of
from bot.storage.tables import colour, mark


@dataclass(frozen=True, slots=True)
class MarkSource:
    """Whose score a mark shows, and from which placement."""

    author_id: int
    placement_id: int | None


@dataclass(frozen=True, slots=True)
class Whole:
    """A mark with its voice; without one, nothing stands."""

    mark: Mark
    voice: MarkSource | None


_READ = select(*MARK_COLUMNS).where(
    mark.c.track_id == bindparam("track"),
    mark.c.role == bindparam("role"),
    mark.c.indicator_id.in_(bindparam("indicators", expanding=True)),
)
_KEY = (
    (mark.c.track_id == bindparam("of_track"))
    & (mark.c.role == bindparam("of_role"))
    & (mark.c.indicator_id == bindparam("of_indicator"))
)
_INSERT = insert(mark)
_UPDATE = (
    update(mark)
    .where(_KEY)
    .values(
        mastery=bindparam("mastery"),
        coverage=bindparam("coverage"),
        tally=bindparam("tally"),
        not_here=bindparam("not_here"),
        mastery_at=bindparam("mastery_at"),
        said_at=bindparam("said_at"),
        coverage_at=bindparam("coverage_at"),
        author_id=bindparam("author_id"),
        placement_id=bindparam("placement_id"),
    )
)
_AMEND = (
    update(mark)
    .where(_KEY)
    .values(
        mastery=bindparam("mastery"),
        coverage=bindparam("coverage"),
        not_here=bindparam("not_here"),
        mastery_at=bindparam("mastery_at"),
        coverage_at=bindparam("coverage_at"),
    )
)
_DELETE = delete(mark).where(_KEY)
_MOVE_COLOUR = (
    update(colour)
    .where(
        colour.c.track_id == bindparam("of_track"),
        colour.c.competence_id == bindparam("of_competence"),
        colour.c.role == bindparam("of_role"),
    )
    .values(
        scored=colour.c.scored + bindparam("more_scored"),
        acquired=colour.c.acquired + bindparam("more_acquired"),
        autonomous=colour.c.autonomous + bindparam("more_autonomous"),
        covered=colour.c.covered + bindparam("more_covered"),
        not_here=colour.c.not_here + bindparam("more_not_here"),
    )
)
_NEW_COLOUR = insert(colour)


def read_marks(
    connection: Connection, track_id: int, role: str, indicators: Collection[int]
) -> dict[int, Mark]:
    """Read the standing marks among these indicators."""
    asked = {"track": track_id, "role": role, "indicators": list(indicators)}
    return marks_of(connection.execute(_READ, asked))


def write_marks(
    connection: Connection,
    keys: Mapping[str, Any],
    before: Mapping[int, Mark],
    after: Mapping[int, Whole],
) -> None:
    """Bring the marks' rows from before to after."""
    fresh, changed, gone = [], [], []
    for indicator, whole in after.items():
        where = _where(keys, indicator)
        if whole.voice is None:
            gone.append(where)
        elif indicator in before:
            changed.append({**where, **_values(whole.mark), **_source(whole.voice)})
        else:
            own = {**keys, "indicator_id": indicator}
            fresh.append({**own, **_values(whole.mark), **_source(whole.voice)})
    for statement, rows in ((_INSERT, fresh), (_UPDATE, changed), (_DELETE, gone)):
        if rows:
            connection.execute(statement, rows)


def amend_marks(connection: Connection, keys: Mapping[str, Any], after: Mapping[int, Mark]) -> None:
    """Write marks that changed behind the newest score: when it was said, and by whom, stays."""
    rows = [{**_where(keys, indicator), **_values(mark)} for indicator, mark in after.items()]
    if rows:
        connection.execute(_AMEND, rows)


def write_colour(connection: Connection, keys: Mapping[str, Any], delta: Counts) -> None:
    """Add a difference to a competence's counts in one perspective."""
    if delta == Counts():
        return
    moved = connection.execute(
        _MOVE_COLOUR,
        {
            "of_track": keys["track_id"],
            "of_competence": keys["competence_id"],
            "of_role": keys["role"],
            "more_scored": delta.scored,
            "more_acquired": delta.acquired,
            "more_autonomous": delta.autonomous,
            "more_covered": delta.covered,
            "more_not_here": delta.not_here,
        },
    )
    if moved.rowcount == 0:
        connection.execute(
            _NEW_COLOUR,
            {
                **keys,
                "scored": delta.scored,
                "acquired": delta.acquired,
                "autonomous": delta.autonomous,
                "covered": delta.covered,
                "not_here": delta.not_here,
            },
        )


def _where(keys: Mapping[str, Any], indicator: int) -> dict[str, Any]:
    return {"of_track": keys["track_id"], "of_role": keys["role"], "of_indicator": indicator}


def _values(mark: Mark) -> dict[str, Any]:
    return {
        "mastery": mark.mastery,
        "coverage": mark.coverage,
        "tally": mark.tally,
        "not_here": mark.not_here,
        "mastery_at": mark.mastery_at,
        "said_at": mark.said_at,
        "coverage_at": mark.coverage_at,
    }


def _source(voice: MarkSource) -> dict[str, Any]:
    return {"author_id": voice.author_id, "placement_id": voice.placement_id}
