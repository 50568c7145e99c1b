"""People who leave placements: their links, kept among those of who was around, and back."""

from sqlalchemy import ColumnElement, Insert, Integer, bindparam, insert, select

from bot.storage.tables import former_involvement, involvement

THESE = bindparam("placements", expanding=True, type_=Integer)
"""The placements that are meant."""

_LINK = ("organisation_id", "placement_id", "person_id", "role", "track_id", "substitute_id")


def part_with(*which: ColumnElement[bool]) -> Insert:
    """Keep links of today among those of who was around."""
    links = select(*(involvement.c[name] for name in _LINK)).where(*which)
    return insert(former_involvement).from_select(_LINK, links)


def return_to(*which: ColumnElement[bool]) -> Insert:
    """Put links of who was around back among those of today."""
    links = select(*(former_involvement.c[name] for name in _LINK)).where(*which)
    return insert(involvement).from_select(_LINK, links)
