"""The sessions of people's devices, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from typing_extensions import override

from bot.domain.joining.sessions import Ending, Session
from bot.domain.school.tracks import Person
from bot.ports.joining.sessions import NewSession, Sessions
from bot.storage.connected import Connected
from bot.storage.tables import page_session

_STANDING = page_session.c.ended_at.is_(None)
_SHOWN = (
    page_session.c.id,
    page_session.c.organisation_id,
    page_session.c.person_id,
    page_session.c.seat,
    page_session.c.digest,
    page_session.c.device,
    page_session.c.made_at,
    page_session.c.used_at,
    page_session.c.ended_at,
)
_SESSIONS = select(*_SHOWN).order_by(page_session.c.used_at.desc(), page_session.c.id.desc())
_OPEN = insert(page_session).returning(*_SHOWN)
_HELD = page_session.c.digest.in_(bindparam("digests", expanding=True))
_FIND = select(*_SHOWN).where(page_session.c.seat == bindparam("of_seat"), _HELD)
_REPEATED = select(*_SHOWN).where(
    page_session.c.invitation_id == bindparam("by_invitation"),
    page_session.c.nonce_digest == bindparam("by_nonce"),
    _STANDING,
)
_ALL_HELD = _SESSIONS.where(_HELD, _STANDING)
_OF = _SESSIONS.where(page_session.c.person_id == bindparam("person"), _STANDING)
_STALE = (
    select(*_SHOWN)
    .where(page_session.c.used_at < bindparam("unused_since"), _STANDING)
    .order_by(page_session.c.used_at, page_session.c.id)
    .limit(bindparam("at_most"))
)
_ONE = page_session.c.id == bindparam("session")
_RENEW = update(page_session).where(_ONE, _STANDING).values(digest=bindparam("new_digest"))
_TOUCH = update(page_session).where(_ONE, _STANDING).values(used_at=bindparam("at"))
_END = (
    update(page_session)
    .where(_ONE, _STANDING)
    .values(ended_at=bindparam("at"), ended_why=bindparam("why"))
)


def _session(row: Row[*tuple[Any, ...]]) -> Session:
    return Session(**row._mapping)


class StoredSessions(Connected, Sessions):
    """Sessions on one connection."""

    @override
    def open(self, person: Person, new: NewSession, at: datetime) -> Session:
        row = self._connection.execute(
            _OPEN,
            {
                "organisation_id": person.organisation_id,
                "person_id": person.id,
                "seat": new.seat,
                "digest": new.digest,
                "nonce_digest": new.nonce_digest,
                "invitation_id": new.invitation_id,
                "device": new.device,
                "made_at": at,
                "used_at": at,
            },
        ).one()
        return _session(row)

    @override
    def find(self, seat: str, digests: Collection[str]) -> Session | None:
        asked = {"of_seat": seat, "digests": list(digests)}
        row = self._connection.execute(_FIND, asked).one_or_none()
        return _session(row) if row else None

    @override
    def find_repeated(self, invitation_id: int, nonce_digest: str) -> Session | None:
        asked = {"by_invitation": invitation_id, "by_nonce": nonce_digest}
        row = self._connection.execute(_REPEATED, asked).one_or_none()
        return _session(row) if row else None

    @override
    def list_held(self, digests: Collection[str]) -> Sequence[Session]:
        rows = self._connection.execute(_ALL_HELD, {"digests": list(digests)})
        return [_session(row) for row in rows]

    @override
    def list_of(self, person_id: int) -> Sequence[Session]:
        return [_session(row) for row in self._connection.execute(_OF, {"person": person_id})]

    @override
    def renew(self, session: Session, digest: str) -> None:
        self._connection.execute(_RENEW, {"session": session.id, "new_digest": digest})

    @override
    def touch(self, session: Session, at: datetime) -> None:
        self._connection.execute(_TOUCH, {"session": session.id, "at": at})

    @override
    def end(self, session: Session, why: Ending, at: datetime) -> bool:
        ended = {"session": session.id, "at": at, "why": why.value}
        return self._connection.execute(_END, ended).rowcount == 1

    @override
    def list_stale(self, unused_since: datetime, at_most: int) -> Sequence[Session]:
        asked = {"unused_since": unused_since, "at_most": at_most}
        return [_session(row) for row in self._connection.execute(_STALE, asked)]
