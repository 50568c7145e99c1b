"""Who is around a class group: its students, and the mentors, teachers and coaches around them."""

from collections import defaultdict

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    exists,
    literal,
    literal_column,
    select,
    union_all,
)

from bot.domain.school.tracks import Role
from bot.storage.school.people import NEAREST_FIRST
from bot.storage.tables import class_group, involvement, organisation_table, placement, track

_GROUPS = (
    select(class_group.c.id, class_group.c.name)
    .join(organisation_table, organisation_table.c.id == class_group.c.organisation_id)
    .order_by(*NEAREST_FIRST, class_group.c.name)
)
# Whose placements have all ended is in no class group any more.
_INSIDE = and_(
    track.c.class_group_id == bindparam("class_group"),
    exists(literal_column("1")).where(
        placement.c.track_id == track.c.id, placement.c.ended_at.is_(None)
    ),
)
_AROUND = union_all(
    select(track.c.student_id.label("person_id"), literal(Role.STUDENT.value).label("role")).where(
        _INSIDE
    ),
    select(involvement.c.person_id, involvement.c.role)
    .join(track, track.c.id == involvement.c.track_id)
    .where(_INSIDE),
).subquery("around")
_ROLES = select(_AROUND).distinct()


def class_groups(connection: Connection, language: str) -> list[tuple[int, str]]:
    """List the class groups by identity and name: real ones, then the sample's in a language."""
    return [(row.id, row.name) for row in connection.execute(_GROUPS, {"spoken": language})]


def roles_around(connection: Connection, class_group_id: int) -> dict[int, list[Role]]:
    """List the roles of everybody around a class group, by person."""
    found: dict[int, list[Role]] = defaultdict(list)
    for row in connection.execute(_ROLES, {"class_group": class_group_id}):
        found[row.person_id].append(Role(row.role))
    return {person: sorted(roles, key=list(Role).index) for person, roles in found.items()}
