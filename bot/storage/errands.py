"""Errands on one connection: given, gathered into one message a day, and closed."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    String,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    literal_column,
    null,
    or_,
    select,
    text,
    true,
    update,
)

from bot.domain.delivery import State
from bot.messages import Kind
from bot.ports.errands import ASKS_DAY, Errand, Gathering, NewErrand, Waiting
from bot.ports.periods import World
from bot.storage.chats import ADDRESS, BEST_CHAT, IN_REACH, PLATFORM
from bot.storage.columns import Instant
from bot.storage.tables import account, errand, organisation_table, outbox, person

_GIVE = text(
    "INSERT INTO errand (organisation_id, person_id, kind, subject, about_id, due_at, expires_at)"
    " VALUES (:organisation_id, :person_id, :kind, :subject, :about_id, :due_at, :expires_at)"
    " ON CONFLICT (person_id, kind, subject) DO NOTHING"
).bindparams(*(bindparam(name, type_=Instant) for name in ("due_at", "expires_at")))

_AT = bindparam("at", type_=Instant)
_OPEN = errand.c.settled_at.is_(None)
_DUE = and_(_OPEN, errand.c.due_at <= _AT, errand.c.expires_at > _AT)
_ONE: ColumnElement[int] = literal_column("1")
_TODAY = and_(outbox.c.person_id == person.c.id, outbox.c.day == bindparam("today"))
_THESE = (
    organisation_table.c.sample == bindparam("sample"),
    func.coalesce(person.c.time_zone, organisation_table.c.time_zone) == bindparam("zone"),
    person.c.hours.in_(bindparam("hours", expanding=True)),
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
        literal(Kind.REMINDER.value),
        bindparam("subject", type_=String),
        bindparam("nothing", type_=outbox.c.content.type),
        literal(ASKS_DAY),
        bindparam("today", type_=String),
        _AT,
        bindparam("tomorrow", type_=Instant),
        _AT,
    )
    .select_from(person)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(account, account.c.id == BEST_CHAT)
    .where(
        person.c.id.in_(select(errand.c.person_id).where(_DUE)),
        *_THESE,
        person.c.muted.is_not(true()),
        or_(person.c.absent_until.is_(None), person.c.absent_until <= _AT),
        ~exists(select(_ONE).select_from(outbox).where(_TODAY)),
        # What was dropped at this very instant is not gathered again before the next one.
        ~exists(
            select(_ONE)
            .select_from(outbox)
            .where(
                outbox.c.person_id == person.c.id,
                outbox.c.kind == Kind.REMINDER.value,
                outbox.c.subject == bindparam("subject", type_=String),
            )
        ),
        IN_REACH,
    ),
).execution_options(preserve_rowcount=True)  # fmt: skip
_WAIT = (
    update(errand)
    .where(
        _DUE,
        select(_ONE)
        .select_from(person)
        .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
        .join(outbox, and_(_TODAY, outbox.c.state != State.PENDING.value))
        .where(person.c.id == errand.c.person_id, *_THESE)
        .exists(),
    )
    .values(due_at=bindparam("tomorrow", type_=Instant))
)
_COLUMNS = (
    errand.c.id,
    errand.c.kind,
    errand.c.subject,
    errand.c.about_id,
    errand.c.due_at,
    errand.c.expires_at,
)
_OF_MESSAGE = (
    select(*_COLUMNS)
    .where(
        errand.c.person_id == bindparam("person"),
        or_(
            errand.c.outbox_id == bindparam("message"),
            and_(_OPEN, errand.c.due_at < bindparam("until", type_=Instant)),
        ),
        errand.c.expires_at > _AT,
    )
    .order_by(errand.c.due_at, errand.c.id)
)
_SETTLE = (
    update(errand)
    .where(errand.c.id.in_(bindparam("errands", expanding=True)))
    .values(settled_at=_AT, outbox_id=bindparam("message", type_=Integer))
)
_REOPEN = (
    update(errand)
    .where(
        errand.c.outbox_id.in_(
            select(outbox.c.id).where(
                outbox.c.id.in_(bindparam("messages", expanding=True)),
                outbox.c.state == State.DEAD.value,
            )
        )
    )
    .values(settled_at=None, outbox_id=None)
)
_WAITING = (
    select(
        func.coalesce(person.c.time_zone, organisation_table.c.time_zone).label("zone"),
        person.c.hours,
        errand.c.due_at,
        errand.c.expires_at,
    )
    .join(person, person.c.id == errand.c.person_id)
    .join(organisation_table, organisation_table.c.id == errand.c.organisation_id)
    .where(_OPEN, errand.c.expires_at > _AT, organisation_table.c.sample == bindparam("sample"))
    .distinct()
)
_OF_WORLD = select(organisation_table.c.id).where(
    organisation_table.c.sample == bindparam("sample")
)
_DROP = (
    update(errand)
    .where(_OPEN, errand.c.expires_at <= _AT, errand.c.organisation_id.in_(_OF_WORLD))
    .values(settled_at=_AT)
)
# What was done by its time, or had nothing left to say, was closed before.
_DROPPED = select(func.count()).where(
    errand.c.settled_at >= errand.c.expires_at,
    errand.c.settled_at >= bindparam("since", type_=Instant),
    errand.c.outbox_id.is_(null()),
    errand.c.organisation_id.in_(_OF_WORLD),
)
_UNTOLD = select(func.count()).where(_OPEN, errand.c.organisation_id.in_(_OF_WORLD))


class StoredErrands:
    """Errands on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection

    def give(self, errands: Sequence[NewErrand]) -> int:
        """Store errands; gives how many were not there yet."""
        if not errands:
            return 0
        return self._connection.execute(_GIVE, [asdict(one) for one in errands]).rowcount

    def gather(self, gathering: Gathering) -> int:
        """Write one message to everybody with something due; gives how many messages.

        Who already got one today has to wait until tomorrow.
        """
        at = gathering.world.at
        these: dict[str, Any] = {
            "sample": gathering.world.sample,
            "zone": gathering.zone,
            "hours": list(gathering.hours),
            "at": at,
            "today": gathering.day,
            "tomorrow": gathering.tomorrow,
        }
        self._connection.execute(_WAIT, these)
        row = {"subject": f"day:{gathering.day}:{at.isoformat()}", "nothing": {}}
        return self._connection.execute(_GATHER, {**these, **row}).rowcount

    def of_message(
        self, person_id: int, message_id: int, until: datetime, at: datetime
    ) -> Sequence[Errand]:
        """List what a message takes along: its own, and what is due before an instant."""
        asked = {"person": person_id, "message": message_id, "until": until, "at": at}
        return [Errand(**row._mapping) for row in self._connection.execute(_OF_MESSAGE, asked)]

    def settle(self, errands: Collection[int], at: datetime, message_id: int | None = None) -> None:
        """Close errands: told by a message, or no longer of use."""
        if errands:
            asked = {"errands": list(errands), "at": at, "message": message_id}
            self._connection.execute(_SETTLE, asked)

    def reopen(self, messages: Collection[int]) -> None:
        """Let errands wait again that these messages took along and did not deliver."""
        self._connection.execute(_REOPEN, {"messages": list(messages)})

    def waiting(self, world: World) -> Sequence[Waiting]:
        """List when what was given and not told yet is due, each instant once."""
        asked = {"at": world.at, "sample": world.sample}
        return [Waiting(*row) for row in self._connection.execute(_WAITING, asked)]

    def drop_expired(self, world: World) -> int:
        """Close what came too late; gives how many."""
        asked = {"at": world.at, "sample": world.sample}
        return self._connection.execute(_DROP, asked).rowcount

    def dropped(self, world: World, since: datetime) -> int:
        """Count what was closed since an instant because it came too late."""
        asked = {"sample": world.sample, "since": since}
        return int(self._connection.execute(_DROPPED, asked).scalar_one())

    def untold(self, world: World) -> int:
        """Count what was given and not told yet."""
        return int(self._connection.execute(_UNTOLD, {"sample": world.sample}).scalar_one())
