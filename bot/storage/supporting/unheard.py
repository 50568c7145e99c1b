"""Whom the news that somebody stands in, or does so no more, has not reached."""

from collections.abc import Collection

from sqlalchemy import Connection, Integer, String, bindparam, func, literal, select, union_all

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryState
from bot.domain.telling.errands import ErrandKind
from bot.storage.columns import Instant
from bot.storage.tables import errand, outbox

_PEOPLE = bindparam("people", expanding=True, type_=Integer)
_KINDS = (Asks.SUBSTITUTE_NAMED, Asks.SUBSTITUTE_ENDED)
# Who is away is told by a message of its own, the others within that of their day.
_LAST = union_all(
    select(
        outbox.c.id,
        outbox.c.person_id,
        outbox.c.asks.label("said"),
        outbox.c.made_at.label("since"),
        outbox.c.sent_at,
        outbox.c.state,
    ).where(
        outbox.c.person_id.in_(_PEOPLE),
        outbox.c.asks.in_(bindparam("asks", expanding=True, type_=String)),
    ),
    select(
        errand.c.id,
        errand.c.person_id,
        errand.c.subject.label("said"),
        func.coalesce(errand.c.since, errand.c.due_at, type_=Instant).label("since"),
        outbox.c.sent_at,
        func.coalesce(outbox.c.state, literal("")).label("state"),
    )
    .outerjoin(outbox, outbox.c.id == errand.c.outbox_id)
    .where(
        errand.c.person_id.in_(_PEOPLE),
        errand.c.kind == ErrandKind.SUBSTITUTE.value,
        errand.c.about_id.in_(bindparam("substitutes", expanding=True, type_=Integer)),
    ),
)
_OPEN = select(errand.c.person_id, errand.c.subject).where(
    errand.c.person_id.in_(_PEOPLE),
    errand.c.kind == ErrandKind.SUBSTITUTE.value,
    errand.c.settled_at.is_(None),
)
_UNDER_WAY = frozenset({DeliveryState.PENDING.value, DeliveryState.SENDING.value})


def list_unheard(
    connection: Connection, people: Collection[int], substitutes: Collection[int], about: Asks
) -> Collection[int]:
    """List who need not be told: by the last that each was told, or is to be told, about it."""
    written = [f"{kind}:{number}" for kind in _KINDS for number in substitutes]
    asked = {"people": list(people), "substitutes": list(substitutes), "asks": written}
    found = connection.execute(_LAST, asked).all()
    waiting = {tuple(row) for row in connection.execute(_OPEN, {"people": list(people)})}
    last = {
        row.person_id: row
        for row in sorted(found, key=lambda row: (row.since, row.id))
        if row.said.partition(":")[0] in _KINDS
    }
    return {
        person
        for person, row in last.items()
        if row.sent_at is None
        and (
            not row.said.startswith(f"{about}:")
            or row.state in _UNDER_WAY
            or (person, row.said) in waiting
        )
    }
