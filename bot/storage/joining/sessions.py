"""The sessions of people's devices, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, func, insert, select, union, update
from typing_extensions import override

from bot.domain.joining.sessions import Ending, Session
from bot.domain.school.tracks import Person, Role
from bot.ports.joining.sessions import DeviceHolder, NewSession, Sessions
from bot.storage.connected import Connected
from bot.storage.tables import involvement, page_session, person, track

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
    page_session.c.ended_why,
    page_session.c.ended_by,
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
STALE = (
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
    .values(ended_at=bindparam("at"), ended_why=bindparam("why"), ended_by=bindparam("by"))
)
_BY_ID = select(*_SHOWN).where(_ONE)
_ENDED = (
    select(*_SHOWN)
    .where(page_session.c.person_id == bindparam("person"), page_session.c.ended_at.is_not(None))
    .order_by(page_session.c.ended_at.desc(), page_session.c.id.desc())
    .limit(bindparam("at_most"))
)
_COACHED = select(involvement.c.track_id).where(
    involvement.c.person_id == bindparam("coach"), involvement.c.role == Role.COACH.value
)
_AROUND = union(
    select(track.c.student_id.label("person_id")).where(track.c.id.in_(_COACHED)),
    select(involvement.c.person_id).where(involvement.c.track_id.in_(_COACHED)),
)
_HOLDERS = (
    select(person.c.id, person.c.name, func.count(page_session.c.id).label("devices"))
    .outerjoin(
        page_session,
        and_(
            page_session.c.person_id == person.c.id,
            _STANDING,
            page_session.c.used_at >= bindparam("used_since"),
        ),
    )
    .where(person.c.id.in_(_AROUND), person.c.id != bindparam("coach"))
    .group_by(person.c.id, person.c.name)
    .order_by(person.c.name, person.c.id)
)


def _session(row: Row[*tuple[Any, ...]]) -> Session:
    why = row._mapping["ended_why"]
    return Session(**{**row._mapping, "ended_why": Ending(why) if why else None})


class StoredSessions(Connected, Sessions):
    """Sessions on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction, which has ended none yet."""
        super().__init__(connection)
        self._ended: list[int] = []

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
    def find_by_id(self, session_id: int) -> Session | None:
        row = self._connection.execute(_BY_ID, {"session": session_id}).one_or_none()
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
    def end(self, session: Session, why: Ending, at: datetime, by: int | None = None) -> bool:
        values = {"session": session.id, "at": at, "why": why.value, "by": by}
        ended = self._connection.execute(_END, values).rowcount == 1
        if ended:
            self._ended.append(session.person_id)
        return ended

    @override
    def list_ended(self, person_id: int, at_most: int) -> Sequence[Session]:
        asked = {"person": person_id, "at_most": at_most}
        return [_session(row) for row in self._connection.execute(_ENDED, asked)]

    @override
    def list_around(self, coach_id: int, used_since: datetime) -> Sequence[DeviceHolder]:
        asked = {"coach": coach_id, "used_since": used_since}
        return [DeviceHolder(*row) for row in self._connection.execute(_HOLDERS, asked)]

    @override
    def take_ended(self) -> Sequence[int]:
        ended, self._ended = self._ended, []
        return ended

    @override
    def list_stale(self, unused_since: datetime, at_most: int) -> Sequence[Session]:
        asked = {"unused_since": unused_since, "at_most": at_most}
        return [_session(row) for row in self._connection.execute(STALE, asked)]
