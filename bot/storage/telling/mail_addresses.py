"""Where people get e-mail, on one connection."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, String, bindparam, case, func, or_, select, text, update
from typing_extensions import override

from bot.domain.telling.mail_addresses import MailAddress, MailGiver
from bot.ports.telling.mail import AskedAddress, MailAddresses
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import mail_address, person

_OWN = mail_address.c.own
_ADDRESS = case((mail_address.c.taken_away_at.is_(None), func.coalesce(_OWN, person.c.email)))
_EVERYBODY = (
    select(
        person.c.id,
        _ADDRESS.label("address"),
        _OWN.is_not(None).label("is_own"),
        case((mail_address.c.refused == _ADDRESS, mail_address.c.refused_at)).label("refused_at"),
    )
    .select_from(person)
    .outerjoin(mail_address, mail_address.c.person_id == person.c.id)
    .where(_ADDRESS.is_not(None))
)
_OF = _EVERYBODY.where(person.c.id == bindparam("person"))
_AT = _EVERYBODY.where(
    # Of few rows the address that counts is looked at; a plain comparison finds them.
    or_(
        func.lower(_OWN) == bindparam("in_small", type_=String),
        func.lower(person.c.email) == bindparam("in_small", type_=String),
    ),
    func.lower(_ADDRESS) == bindparam("in_small", type_=String),
).order_by(person.c.id)
_MINE = mail_address.c.person_id == bindparam("person")
# There must be a row to hold and to change; what is there stays.
_BEGIN = text(
    "INSERT INTO mail_address (organisation_id, person_id, stop)"
    " SELECT organisation_id, id, :stop FROM person WHERE id = :person"
    " ON CONFLICT (person_id) DO NOTHING"
)
_ASKED = (
    select(
        mail_address.c.asked.label("address"),
        mail_address.c.digest,
        mail_address.c.code_made_at.label("made_at"),
        mail_address.c.tries,
        mail_address.c.times_asked.label("times"),
        mail_address.c.asked_since.label("since"),
    )
    .where(_MINE, mail_address.c.asked_since.is_not(None))
    .with_for_update()
)
_ASK = (
    update(mail_address)
    .where(_MINE)
    .values(
        asked=bindparam("address"),
        digest=bindparam("new_digest"),
        code_made_at=bindparam("made_at", type_=Instant),
        tries=bindparam("new_tries"),
        times_asked=bindparam("times"),
        asked_since=bindparam("since", type_=Instant),
    )
)
_NOTHING_ASKED: dict[str, Any] = {"asked": None, "digest": "", "code_made_at": None, "tries": 0}
_FORGET = update(mail_address).where(_MINE).values(_NOTHING_ASKED)
_CONFIRM = (
    update(mail_address)
    .where(_MINE, mail_address.c.asked.is_not(None))
    .values(
        own=mail_address.c.asked,
        confirmed_at=bindparam("at", type_=Instant),
        taken_away_at=None,
        # It took the mail with the code.
        refused=case((mail_address.c.refused != mail_address.c.asked, mail_address.c.refused)),
        refused_at=case(
            (mail_address.c.refused != mail_address.c.asked, mail_address.c.refused_at)
        ),
        **_NOTHING_ASKED,
    )
)
_TAKE_AWAY = (
    update(mail_address)
    .where(_MINE)
    .values(
        own=None, confirmed_at=None, taken_away_at=bindparam("at", type_=Instant), **_NOTHING_ASKED
    )
)
_REFUSE = (
    update(mail_address)
    .where(
        _MINE,
        or_(mail_address.c.refused.is_(None), mail_address.c.refused != bindparam("address")),
    )
    .values(refused=bindparam("address"), refused_at=bindparam("at", type_=Instant))
)
_REFUSED = select(mail_address.c.refused_at).where(_MINE, mail_address.c.refused.is_not(None))
_ACCEPT = update(mail_address).where(_MINE).values(refused=None, refused_at=None)
_STOP = select(mail_address.c.stop).where(_MINE)
_STOPPED = select(mail_address.c.person_id).where(mail_address.c.stop == bindparam("stop"))


class StoredMailAddresses(Connected, MailAddresses):
    """Where people get e-mail, on one connection."""

    @override
    def find(self, person_id: int) -> MailAddress | None:
        row = self._connection.execute(_OF, {"person": person_id}).one_or_none()
        return _address_of(row) if row else None

    @override
    def list_at(self, address: str) -> Sequence[MailAddress]:
        rows = self._connection.execute(_AT, {"in_small": address.lower()})
        return [_address_of(row) for row in rows]

    @override
    def find_asked(self, person_id: int) -> AskedAddress | None:
        row = self._connection.execute(_ASKED, {"person": person_id}).one_or_none()
        return AskedAddress(**{**row._mapping, "address": row.address or ""}) if row else None

    @override
    def ask(self, person_id: int, asked: AskedAddress) -> None:
        self._begin(person_id)
        self._connection.execute(
            _ASK,
            {
                "person": person_id,
                "address": asked.address or None,
                "new_digest": asked.digest,
                "made_at": asked.made_at,
                "new_tries": asked.tries,
                "times": asked.times,
                "since": asked.since,
            },
        )

    @override
    def forget_asked(self, person_id: int) -> None:
        self._connection.execute(_FORGET, {"person": person_id})

    @override
    def confirm(self, person_id: int, at: datetime) -> None:
        self._connection.execute(_CONFIRM, {"person": person_id, "at": at})

    @override
    def take_away(self, person_id: int, at: datetime) -> None:
        self._begin(person_id)
        self._connection.execute(_TAKE_AWAY, {"person": person_id, "at": at})

    @override
    def refuse(self, person_id: int, address: str, at: datetime) -> bool:
        self._begin(person_id)
        refused = {"person": person_id, "address": address, "at": at}
        return self._connection.execute(_REFUSE, refused).rowcount == 1

    @override
    def take_refusal(self, person_id: int) -> datetime | None:
        since: datetime | None = self._connection.execute(_REFUSED, {"person": person_id}).scalar()
        if since is not None:
            self._connection.execute(_ACCEPT, {"person": person_id})
        return since

    @override
    def stop_code(self, person_id: int) -> str:
        self._begin(person_id)
        return str(self._connection.execute(_STOP, {"person": person_id}).scalar_one())

    @override
    def find_stopped(self, stop: str) -> int | None:
        return self._connection.execute(_STOPPED, {"stop": stop}).scalar()

    def _begin(self, person_id: int) -> None:
        fresh = {"person": person_id, "stop": secrets.token_urlsafe(18)}
        self._connection.execute(_BEGIN, fresh)


def _address_of(row: Row[*tuple[Any, ...]]) -> MailAddress:
    giver = MailGiver.OWN if row.is_own else MailGiver.SCHOOL
    return MailAddress(row.id, row.address, giver, row.refused_at)
