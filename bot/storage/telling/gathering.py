"""Gathering what is due into one message a day for each, a range of people at a time.

What is asked of one range goes by its people, so that it takes as long as they are many, however
much is due for others.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    true,
    update,
)

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryState
from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports.telling.errands import Gathering
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.tables import account, errand, organisation_table, outbox, person, school_holiday
from bot.storage.telling.chats import ADDRESS, BEST_CHAT, IN_SIGHT, NOWHERE_ELSE, PLATFORM

_AT = bindparam("at", type_=Instant)
_OPEN = errand.c.settled_at.is_(None)
_DUE = and_(_OPEN, errand.c.due_at <= _AT, errand.c.expires_at > _AT)
_ONE: ColumnElement[int] = literal_column("1")
# What a student is asked, beside an errand: now at the own hour, or later today.
_prompt = errand.alias("prompt")
_OWN_HOUR = and_(
    _prompt.c.kind == ErrandKind.PROMPT, _prompt.c.due_at <= _AT, _prompt.c.expires_at > _AT
)
_ASKED_NOW = exists(
    select(_ONE).where(
        _OWN_HOUR, _prompt.c.person_id == person.c.id, _prompt.c.settled_at.is_(None)
    )
)
_TOMORROW = bindparam("tomorrow", type_=Instant)
_ASKED_LATER = exists(
    select(_ONE).where(
        _prompt.c.kind == ErrandKind.PROMPT,
        _prompt.c.person_id == person.c.id,
        _prompt.c.settled_at.is_(None),
        _prompt.c.due_at > _AT,
        _prompt.c.due_at < _TOMORROW,
    )
)
_TODAY = and_(outbox.c.person_id == person.c.id, outbox.c.day == bindparam("today"))
_THESE = (
    IN_WORLD,
    func.coalesce(person.c.time_zone, organisation_table.c.time_zone) == bindparam("zone"),
    or_(person.c.hours.in_(bindparam("hours", expanding=True)), _ASKED_NOW),
    person.c.id.between(bindparam("first"), bindparam("last")),
)
_CLOSED = exists(
    select(_ONE).where(
        school_holiday.c.organisation_id == person.c.organisation_id,
        school_holiday.c.first_on <= bindparam("today", type_=String),
        school_holiday.c.last_on >= bindparam("today", type_=String),
    )
)
_PENDING_TODAY = exists(
    select(_ONE).select_from(outbox).where(_TODAY, outbox.c.state == DeliveryState.PENDING.value)
)
_OWN = errand.c.person_id == person.c.id
_DUE_NOW = (
    # One message a day: it waits for the question, unless something is of no use after today.
    or_(
        ~_ASKED_LATER,
        exists(select(_ONE).where(_OWN, _DUE, errand.c.expires_at < _TOMORROW)),
    ),
    *_THESE,
    ~_CLOSED,
    person.c.muted.is_not(true()),
    or_(person.c.absent_until.is_(None), person.c.absent_until <= _AT),
)
_PEOPLE_DUE = (
    select(person.c.id)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(
        exists(select(_ONE).where(_OWN, _DUE)),
        *_DUE_NOW,
        IN_SIGHT,
        ~_PENDING_TODAY,
    )
    .order_by(person.c.id)
)
_GATHER = insert(outbox).from_select(
    [
        "organisation_id", "person_id", "platform", "address", "kind", "subject", "content",
        "asks", "day", "not_before", "expires_at", "made_at",
    ],
    select(
        person.c.organisation_id,
        person.c.id,
        PLATFORM,
        ADDRESS,
        literal(MessageKind.REMINDER.value),
        bindparam("subject", type_=String),
        bindparam("nothing", type_=outbox.c.content.type),
        literal(Asks.DAY),
        bindparam("today", type_=String),
        _AT,
        _TOMORROW,
        _AT,
    )
    .select_from(person)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(account, account.c.id == BEST_CHAT)
    .where(
        exists(select(_ONE).where(_OWN, _DUE)),
        *_DUE_NOW,
        ~exists(select(_ONE).select_from(outbox).where(_TODAY)),
        # What was dropped at this very instant is not gathered again before the next one.
        ~exists(
            select(_ONE)
            .select_from(outbox)
            .where(
                outbox.c.person_id == person.c.id,
                outbox.c.kind == MessageKind.REMINDER.value,
                outbox.c.subject == bindparam("subject", type_=String),
            )
        ),
        case((bindparam("looking", type_=Boolean), NOWHERE_ELSE), else_=IN_SIGHT),
    ),
).execution_options(preserve_rowcount=True)  # fmt: skip
_TOLD_TODAY = (
    select(errand.c.id)
    .select_from(person)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .join(outbox, and_(_TODAY, outbox.c.state != DeliveryState.PENDING.value))
    .join(errand, errand.c.person_id == person.c.id)
    .where(*_THESE, _DUE)
    .correlate(None)
)
_WAIT = update(errand).where(errand.c.id.in_(_TOLD_TODAY)).values(due_at=_TOMORROW)


_of_day = outbox.alias("of_day")
_TAKE_DAY = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("message"),
        ~exists(
            select(_ONE)
            .select_from(_of_day)
            .where(
                _of_day.c.person_id == outbox.c.person_id,
                _of_day.c.day == bindparam("its_day", type_=String),
                _of_day.c.id != outbox.c.id,
            )
        ),
    )
    .values(day=bindparam("its_day", type_=String))
)


def list_due(connection: Connection, gathering: Gathering) -> list[int]:
    """List those for whom something is due."""
    return list(connection.execute(_PEOPLE_DUE, _these(gathering)).scalars())


def write_messages(connection: Connection, gathering: Gathering) -> int:
    """Write one message to everybody with something due; who had one today waits until tomorrow."""
    these = _these(gathering)
    connection.execute(_WAIT, these)
    subject = f"day:{gathering.day}:{gathering.world.at.isoformat()}"
    row = {"subject": subject, "nothing": {}, "looking": gathering.looking}
    return connection.execute(_GATHER, {**these, **row}).rowcount


def take_day(connection: Connection, message_id: int, day: str) -> bool:
    """Let a message that was written otherwise be the one of its person's day."""
    taken = connection.execute(_TAKE_DAY, {"message": message_id, "its_day": day})
    return taken.rowcount == 1


def _these(gathering: Gathering) -> dict[str, Any]:
    return {
        "world": gathering.world.here,
        "zone": gathering.zone,
        "hours": list(gathering.hours),
        "first": gathering.people.first,
        "last": gathering.people.last,
        "at": gathering.world.at,
        "today": gathering.day,
        "tomorrow": gathering.tomorrow,
    }
