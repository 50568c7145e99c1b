"""People who leave placements: their links become former ones, and come back."""

from sqlalchemy import ColumnElement, Insert, Integer, Select, bindparam, insert, select

from bot.storage.clock.worlds import IN_WORLD
from bot.storage.tables import former_involvement, involvement, organisation_table, placement

THESE = bindparam("placements", expanding=True, type_=Integer)
"""The placements that are meant."""

_LINK = ("organisation_id", "placement_id", "person_id", "role", "track_id", "substitute_id")


def over_by(*which: ColumnElement[bool]) -> Select[int]:
    """Choose placements of a world that run and are over by what is said, so many at most."""
    return (
        select(placement.c.id)
        .join(organisation_table, organisation_table.c.id == placement.c.organisation_id)
        .where(IN_WORLD, placement.c.ended_at.is_(None), *which)
        .order_by(placement.c.id)
        .limit(bindparam("at_most"))
    )


def part_with(*which: ColumnElement[bool]) -> Insert:
    """Keep links of today as former ones."""
    links = select(*(involvement.c[name] for name in _LINK)).where(*which)
    return insert(former_involvement).from_select(_LINK, links)


def return_to(*which: ColumnElement[bool]) -> Insert:
    """Put former links back among those of today."""
    links = select(*(former_involvement.c[name] for name in _LINK)).where(*which)
    return insert(involvement).from_select(_LINK, links)
