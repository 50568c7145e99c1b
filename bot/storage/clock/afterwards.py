"""Who was around a track when all of it ended: through this its class council reads."""

from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Select,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    union,
)

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_AFTERWARDS
from bot.storage.columns import Identity, Instant
from bot.storage.tables import former_involvement, involvement, placement

_longer = placement.alias("longer")

COUNCIL_SINCE = bindparam("council_since", type_=Instant)
"""Since when a track may have ended; None where nobody looks back."""


def seats_afterwards(person: str) -> Select[Any]:
    """Select the seats (track_id, role, placement_id, ended_at) that a person had at the very end.

    `person` names a bind parameter. Not those of who left before, with a placement that ended
    earlier, nor of a track that runs; and only roles that still see something.
    """
    return at_the_end().where(former_involvement.c.person_id == bindparam(person))


def at_the_end() -> Select[Any]:
    """Select the seats of whoever was around a track when all of it ended, since an instant."""
    return (
        select(
            former_involvement.c.track_id,
            former_involvement.c.role,
            former_involvement.c.placement_id,
            placement.c.ended_at,
        )
        .join(placement, placement.c.id == former_involvement.c.placement_id)
        .where(
            former_involvement.c.role.in_([role.value for role in sorted(SEES_AFTERWARDS)]),
            placement.c.ended_at >= COUNCIL_SINCE,
            ~exists(literal_column("1")).where(
                _longer.c.track_id == former_involvement.c.track_id,
                or_(_longer.c.ended_at.is_(None), _longer.c.ended_at > placement.c.ended_at),
            ),
        )
    )


def coaches_among(first: str, last: str) -> CompoundSelect[Any]:
    """Select (track_id, person_id) of who coaches a track, or did when all of it ended.

    Both names are of bind parameters: the coaches are those with identities from one to another.
    """
    among = (bindparam(first, type_=Identity), bindparam(last, type_=Identity))
    left = at_the_end().with_only_columns(
        former_involvement.c.track_id, former_involvement.c.person_id
    )
    return union(
        select(involvement.c.track_id, involvement.c.person_id).where(
            involvement.c.role == Role.COACH.value, involvement.c.person_id.between(*among)
        ),
        left.where(
            former_involvement.c.role == Role.COACH.value,
            former_involvement.c.person_id.between(*among),
        ),
    )
