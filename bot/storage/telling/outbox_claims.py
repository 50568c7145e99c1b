"""Which messages of the outbox are due, and how they are claimed by who sends them."""

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    update,
)

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryError, DeliveryState
from bot.storage.columns import Instant
from bot.storage.tables import outbox
from bot.storage.tables.outbox import PINGS as UNCHATTED
from bot.storage.tables.outbox import UNSENT

STATE: dict[DeliveryState, ColumnElement[str]] = {
    state: literal_column(f"'{state.value}'") for state in DeliveryState
}
"""Written out in statements: with a parameter no engine would see that a partial index serves."""

NOW = bindparam("now", type_=Instant)
_other = outbox.alias("other")
_held_up = exists(
    select(literal_column("1")).where(
        _other.c.platform == outbox.c.platform,
        _other.c.address == outbox.c.address,
        text(f"other.{UNSENT.text}"),
        _other.c.id != outbox.c.id,
        or_(
            _other.c.state == STATE[DeliveryState.SENDING],
            # It is tried again later: whoever overtook it would be answered the same, or too early.
            and_(
                _other.c.not_before > NOW,
                _other.c.attempts > 0,
                _other.c.last_error.not_in(
                    [DeliveryError.NOT_NOW.value, DeliveryError.NOT_COMPOSED.value]
                ),
            ),
            and_(_other.c.not_before <= NOW, _other.c.id < outbox.c.id),
        ),
    )
)
# Of its own, so that PostgreSQL locks these rows once and no more than were asked for.
_DUE = (
    select(outbox.c.id)
    .where(
        outbox.c.platform == bindparam("on_platform"),
        outbox.c.state == STATE[DeliveryState.PENDING],
        outbox.c.not_before <= NOW,
        outbox.c.address.not_in(bindparam("resting", expanding=True)),
        or_(bindparam("only", type_=String) == "", outbox.c.address == bindparam("only")),
        ~_held_up,
    )
    .order_by(outbox.c.not_before, outbox.c.id)
    .limit(bindparam("at_most"))
    .with_for_update(of=outbox, skip_locked=True)
    .cte("due")
)
CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(select(_DUE.c.id)))
    .values(
        state=DeliveryState.SENDING.value,
        attempts=outbox.c.attempts + 1,
        lease_until=bindparam("until", type_=Instant),
    )
    .returning(
        outbox.c.id,
        outbox.c.organisation_id,
        outbox.c.person_id,
        outbox.c.track_id,
        outbox.c.platform,
        outbox.c.address,
        outbox.c.kind,
        outbox.c.content,
        outbox.c.attempts,
        outbox.c.expires_at,
        outbox.c.made_at,
        outbox.c.asks,
        outbox.c.day,
        outbox.c.platform_ref.label("ref"),
    )
)
DUE = select(outbox.c.id).where(
    outbox.c.platform == bindparam("on_platform"),
    outbox.c.state == STATE[DeliveryState.PENDING],
    outbox.c.not_before <= NOW,
)
IS_DUE = select(DUE.exists())
PINGS = select(
    exists().where(
        outbox.c.platform == bindparam("on_platform"),
        outbox.c.address == bindparam("at_address"),
        outbox.c.state == STATE[DeliveryState.PENDING],
        outbox.c.asks.like(f"{Asks.PING}:%"),
        outbox.c.expires_at >= bindparam("until", type_=Instant),
    )
)
CODES = select(func.count()).where(
    UNCHATTED,
    outbox.c.made_at > bindparam("since", type_=Instant),
    outbox.c.subject.startswith(bindparam("marked", type_=String)),
)
NEXT_DUE = select(func.min(outbox.c.not_before)).where(
    outbox.c.platform == bindparam("on_platform"),
    outbox.c.state == STATE[DeliveryState.PENDING],
    outbox.c.not_before > NOW,
)
