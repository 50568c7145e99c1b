"""The outbox: messages for others, written with what causes them and claimed by who sends.

A claimed message is `sending` and leased. If its worker dies, nobody knows whether it was sent,
and no platform has a key to ask by: when the lease has run out it becomes `unknown`, and is never
sent again by itself. What a worker learns later is still stored, as long as its attempt is the
newest.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Integer,
    String,
    and_,
    bindparam,
    case,
    false,
    insert,
    or_,
    select,
    text,
    update,
)
from typing_extensions import override

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import LIVING, OPEN, DeliveryError, DeliveryState
from bot.domain.telling.places import Place
from bot.ports.telling.outbox import Claim, MessageDraft, Outbox, OutboxMessage, Posted, Settlement
from bot.ports.worlds import HERE
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import account, organisation_table, outbox, person
from bot.storage.telling.chats import ADDRESS, BEST_CHAT, IN_REACH, PLATFORM
from bot.storage.telling.outbox_claims import CLAIM, CODES, IS_DUE, NEXT_DUE, NOW, PINGS, STATE
from bot.storage.telling.outbox_rows import message_of, settled_values, values_of, written_asks

_WRITE = text(
    "INSERT INTO outbox (organisation_id, person_id, track_id, platform, address, kind, subject,"
    " content, asks, not_before, expires_at, made_at)"
    " VALUES (:organisation_id, :person_id, :track_id, :platform, :address, :kind, :subject,"
    " :content, :asks, :not_before, :expires_at, :made_at)"
    " ON CONFLICT (person_id, kind, subject) DO UPDATE SET content = excluded.content,"
    " not_before = excluded.not_before, expires_at = excluded.expires_at"
    " WHERE outbox.kind = 'answer' AND outbox.state = 'pending'"
).bindparams(
    bindparam("content", type_=JSON),
    *(bindparam(name, type_=Instant) for name in ("not_before", "expires_at", "made_at")),
)

_SETTLE = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("message"),
        outbox.c.attempts == bindparam("attempt"),
        or_(*(outbox.c.state == STATE[state] for state in sorted(OPEN))),
    )
    .values(
        # What became stale under way has arrived: now it is edited.
        state=case(
            (
                and_(outbox.c.stale, bindparam("new_state") == DeliveryState.SENT.value),
                DeliveryState.PENDING.value,
            ),
            else_=bindparam("new_state"),
        ),
        stale=false(),
        last_error=bindparam("error"),
        not_before=bindparam("new_not_before"),
        sent_at=bindparam("new_sent_at"),
        platform_ref=case((bindparam("ref") == "", outbox.c.platform_ref), else_=bindparam("ref")),
        lease_until=None,
        # What never arrived leaves room for another one on its day.
        day=case((bindparam("new_state") == DeliveryState.DEAD.value, None), else_=outbox.c.day),
    )
)
_LAPSE = (
    update(outbox)
    .where(
        outbox.c.platform == bindparam("on_platform"),
        outbox.c.state == STATE[DeliveryState.SENDING],
        outbox.c.lease_until <= NOW,
    )
    .values(
        state=DeliveryState.UNKNOWN.value, last_error=DeliveryError.LAPSED.value, lease_until=None
    )
)
_MOVE = (
    update(outbox)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.platform == bindparam("on_platform"),
        outbox.c.state == STATE[DeliveryState.PENDING],
    )
    .values(address=bindparam("new_address"))
)
_FOLLOW = (
    update(outbox)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.platform.in_([Place.TELEGRAM, Place.SLACK, Place.PAGE]),
        outbox.c.state == STATE[DeliveryState.PENDING],
        outbox.c.asks != "",
        outbox.c.platform_ref == "",
    )
    .values(platform=bindparam("new_platform"), address=bindparam("new_address"))
)
_CARRY_OVER = (
    update(outbox)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.platform == bindparam("away_from"),
        outbox.c.state == STATE[DeliveryState.PENDING],
    )
    .values(
        platform=bindparam("new_platform"),
        address=bindparam("new_address"),
        # In another chat its number is another message's: it is said there for the first time.
        platform_ref=case((bindparam("same", type_=Boolean), outbox.c.platform_ref), else_=""),
    )
)
_TRANSCRIPTS = frozenset({HERE, Place.PAGE})
"""Where a message is one of the person's own transcript, which is the same for both."""

_AGAIN = (
    update(outbox)
    .where(
        outbox.c.platform == bindparam("on_platform"),
        outbox.c.state == STATE[DeliveryState.UNKNOWN],
    )
    .values(state=DeliveryState.PENDING.value, not_before=NOW)
)
_HELD = {
    "organisation_id": person.c.organisation_id,
    "person_id": person.c.id,
    "track_id": bindparam("track", type_=Integer),
    "platform": PLATFORM,
    "address": ADDRESS,
    "kind": bindparam("kind", type_=String),
    "subject": bindparam("subject", type_=String),
    "content": bindparam("nothing", type_=outbox.c.content.type),
    "asks": bindparam("asks", type_=String),
    "not_before": bindparam("not_before", type_=Instant),
    "expires_at": bindparam("expires_at", type_=Instant),
    "made_at": bindparam("at", type_=Instant),
}
_POST = (
    insert(outbox)
    .from_select(
        list(_HELD),
        select(*(value.label(name) for name, value in _HELD.items()))
        .select_from(person)
        .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
        .outerjoin(account, account.c.id == BEST_CHAT)
        .where(person.c.id == bindparam("person"), IN_REACH),
    )
    .returning(outbox.c.id)
)
_SAY_ANEW = (
    update(outbox)
    .where(outbox.c.id == bindparam("message"), outbox.c.state.in_(sorted(LIVING)))
    .values(
        # Also where nothing changes the row is held: whoever claims it next sees what we wrote.
        state=case(
            (outbox.c.state == DeliveryState.SENT.value, DeliveryState.PENDING.value),
            else_=outbox.c.state,
        ),
        stale=outbox.c.state == DeliveryState.SENDING.value,
        not_before=case(
            (outbox.c.state == DeliveryState.SENT.value, bindparam("at", type_=Instant)),
            else_=outbox.c.not_before,
        ),
    )
)


class StoredOutbox(Connected, Outbox):
    """The outbox on one connection."""

    @override
    def write(self, drafts: Sequence[MessageDraft], at: datetime) -> int:
        if not drafts:
            return 0
        return self._connection.execute(_WRITE, [values_of(draft, at) for draft in drafts]).rowcount

    @override
    def post(self, posted: Posted, at: datetime) -> int | None:
        asked: dict[str, Any] = {
            "person": posted.person_id,
            "kind": posted.kind.value,
            "subject": posted.subject,
            "asks": written_asks(posted.asks, posted.about_id),
            "track": posted.track_id,
            "expires_at": posted.expires_at,
            "not_before": posted.not_before or at,
            "nothing": {},
            "at": at,
        }
        return self._connection.execute(_POST, asked).scalar_one_or_none()

    @override
    def say_anew(self, message_id: int, at: datetime) -> bool:
        asked = {"message": message_id, "at": at}
        return self._connection.execute(_SAY_ANEW, asked).rowcount == 1

    @override
    def claim(self, claim: Claim) -> list[OutboxMessage]:
        asked = {
            "on_platform": claim.platform,
            "now": claim.at,
            "until": claim.until,
            "at_most": claim.at_most,
            "resting": sorted(claim.resting),
            "only": claim.only,
        }
        # An IntegrityError where another one took of a chat at the same instant.
        rows = self._connection.execute(CLAIM, asked)
        return sorted((message_of(row) for row in rows), key=lambda message: message.id)

    @override
    def is_due(self, platform: str, at: datetime) -> bool:
        asked = {"on_platform": platform, "now": at}
        return bool(self._connection.execute(IS_DUE, asked).scalar())

    @override
    def read_next_due(self, platform: str, after: datetime) -> datetime | None:
        asked = {"on_platform": platform, "now": after}
        return self._connection.execute(NEXT_DUE, asked).scalar()

    @override
    def pings(self, platform: str, address: str, until: datetime) -> bool:
        asked = {"on_platform": platform, "at_address": address, "until": until}
        return bool(self._connection.execute(PINGS, asked).scalar_one())

    @override
    def count_codes(self, mailbox: str, since: datetime) -> int:
        asked = {"marked": f"{Asks.MAIL_CODE}:{mailbox}:", "since": since}
        return int(self._connection.execute(CODES, asked).scalar_one())

    @override
    def settle(self, settlements: Sequence[Settlement]) -> None:
        if settlements:
            self._connection.execute(
                _SETTLE, [settled_values(settlement) for settlement in settlements]
            )

    @override
    def follow(self, person_id: int, platform: str, address: str) -> int:
        where = {"person": person_id, "new_platform": platform, "new_address": address}
        return self._connection.execute(_FOLLOW, where).rowcount

    @override
    def bring_along(self, person_id: int, platform: str, address: str) -> int:
        return self.carry_over(person_id, HERE, platform, address)

    @override
    def carry_over(self, person_id: int, away_from: str, platform: str, address: str) -> int:
        where = {
            "person": person_id,
            "away_from": away_from,
            "new_platform": platform,
            "new_address": address,
            "same": {away_from, platform} <= _TRANSCRIPTS,
        }
        return self._connection.execute(_CARRY_OVER, where).rowcount

    @override
    def lapse(self, platform: str, at: datetime) -> int:
        return self._connection.execute(_LAPSE, {"on_platform": platform, "now": at}).rowcount

    @override
    def readdress(self, person_id: int, platform: str, address: str) -> int:
        where = {"person": person_id, "on_platform": platform, "new_address": address}
        return self._connection.execute(_MOVE, where).rowcount

    def try_again(self, platform: str, at: datetime) -> int:
        """Send what is unknown once more: a person's decision, since it may arrive twice."""
        return self._connection.execute(_AGAIN, {"on_platform": platform, "now": at}).rowcount
