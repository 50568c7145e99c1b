"""The chain of an organisation's photos: each follows on the one that was taken before it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from bot.domain.periods.chain import Linked
from bot.domain.periods.photos import Link
from bot.ports.periods.photos import PhotoMissed, Seal
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.tables import organisation_table, period, photo, photo_colour, photo_track

_ORGANISATION = photo.c.organisation_id == bindparam("organisation")
_LAST = (
    select(photo.c.number, photo.c.digest)
    .where(_ORGANISATION, photo.c.taken_at.is_not(None))
    # Those of before, which have no number, in the order in which they were taken.
    .order_by(photo.c.number.is_(None), photo.c.number.desc(), photo.c.taken_at.desc())
    .order_by(photo.c.id.desc())
    .limit(1)
)
_HOLD = (
    select(organisation_table.c.id)
    .where(organisation_table.c.id == bindparam("organisation"))
    .with_for_update(key_share=True)
)
_MISSED = (
    select(
        period.c.id.label("period_id"),
        func.coalesce(photo.c.name, period.c.name).label("name"),
        period.c.photographed.label("digest"),
    )
    .join(organisation_table, organisation_table.c.id == period.c.organisation_id)
    .outerjoin(photo, photo.c.period_id == period.c.id)
    .where(
        IN_WORLD,
        period.c.photographed.is_not(None),
        or_(photo.c.taken_at.is_(None), photo.c.digest != period.c.photographed),
    )
    .order_by(period.c.id)
)
_LINKS = (
    select(
        photo.c.organisation_id,
        photo.c.number,
        photo.c.period_id,
        photo.c.digest,
        photo.c.before,
        photo.c.public_key,
        photo.c.signature,
        func.coalesce(photo.c.name, period.c.name).label("name"),
    )
    .join(period, period.c.id == photo.c.period_id)
    .join(organisation_table, organisation_table.c.id == photo.c.organisation_id)
    .where(
        IN_WORLD,
        photo.c.number.is_not(None),
        photo.c.taken_at.is_not(None),
    )
    .order_by(photo.c.organisation_id, photo.c.number)
)
_BEFORE = select(photo.c.digest).where(photo.c.number.is_(None), photo.c.taken_at.is_not(None))
_REST = select(photo.c.id).where(
    photo.c.period_id == bindparam("period"), photo.c.taken_at.is_(None)
)
_FORGET = update(period).where(period.c.id == bindparam("of_period")).values(photographed=None)
_STANDING = select(photo.c.digest).where(
    photo.c.period_id == period.c.id, photo.c.taken_at.is_not(None)
)
_ACCEPT = (
    update(period)
    .where(period.c.id == bindparam("of_period"))
    .values(photographed=_STANDING.scalar_subquery())
)


def next_link(connection: Connection, organisation_id: int) -> Link:
    """Find the place that the next photo of an organisation gets in its chain."""
    last = connection.execute(_LAST, {"organisation": organisation_id}).one_or_none()
    return Link((last.number or 0) + 1, last.digest) if last else Link(1, "")


def hold_chain(connection: Connection, organisation_id: int) -> None:
    """Let nobody else add to the chain until this transaction ends."""
    connection.execute(_HOLD, {"organisation": organisation_id})


def list_missed(connection: Connection, world: World) -> Sequence[PhotoMissed]:
    """List the periods whose photo was taken and is gone, or is not the one that was taken."""
    rows: Sequence[Any] = connection.execute(_MISSED, {"world": world.here}).all()
    return [PhotoMissed(*row) for row in rows]


def list_links(connection: Connection, world: World) -> Sequence[tuple[Linked, Seal]]:
    """List the photos that have a place in the chain, with their seals, in its order."""
    rows = connection.execute(_LINKS, {"world": world.here})
    return [
        (
            Linked(
                row.organisation_id, row.number, row.period_id, row.digest, row.name, row.before
            ),
            Seal(row.public_key, row.signature),
        )
        for row in rows
    ]


def list_before_chain(connection: Connection) -> set[str]:
    """List the digests of the photos that were taken before there was a chain."""
    return set(connection.execute(_BEFORE).scalars())


def forget_photo(connection: Connection, period_id: int) -> None:
    """Forget that a photo was taken which is gone, with what may be left of it."""
    rest = list(connection.execute(_REST, {"period": period_id}).scalars())
    for table in (photo_colour, photo_track):
        connection.execute(delete(table).where(table.c.photo_id.in_(rest)))
    connection.execute(delete(photo).where(photo.c.id.in_(rest)))
    connection.execute(_FORGET, {"of_period": period_id})


def accept_photo(connection: Connection, period_id: int) -> None:
    """Let the photo of a period that is there be the one that was taken."""
    connection.execute(_ACCEPT, {"of_period": period_id})
