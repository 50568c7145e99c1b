"""Change a session on campus as its teacher decides, and note what stood there before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.planning.sessions import CampusSession, SessionState
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.planning.campus import ClassHome
from bot.use_cases.planning.campus.snapshots import write_session


@dataclass(frozen=True, slots=True)
class ChangedSession:
    """A session as it is stored now, and the entry that takes the change back; None for none."""

    session: CampusSession
    entry: int | None = None


def change_session(
    uow: UnitOfWork, before: CampusSession, after: CampusSession, doer: Doer
) -> ChangedSession:
    """Store a session as its teacher has it now; `before` is as it stood, an id of 0 if nowhere."""
    if after == before and after.id:
        return ChangedSession(after)
    entry = _note(uow, doer, before.class_group_id, [before])
    return ChangedSession(replace(after, id=uow.campus.keep(after)), entry)


def keep_proposal(uow: UnitOfWork, session: CampusSession) -> CampusSession:
    """Keep a session as it was proposed, so that what is confirmed is what was shown."""
    return session if session.id else replace(session, id=uow.campus.keep(session))


def hold_session(
    uow: UnitOfWork, viewer_id: int, home: ClassHome, starts_at: datetime, doer: Doer
) -> None:
    """Take back that a teacher's lesson is skipped, so that it is planned like the others."""
    skipped = [
        session
        for session in uow.campus.list_sessions(viewer_id, home)
        if (session.teacher_id, session.starts_at) == (doer.person_id, starts_at)
        and session.state is SessionState.SKIPPED
    ]
    if skipped:
        _note(uow, doer, home.class_group_id, skipped)
        uow.campus.drop([session.id for session in skipped])


def plan_again(uow: UnitOfWork, viewer_id: int, home: ClassHome, doer: Doer) -> int | None:
    """Drop what was fixed of a teacher's coming sessions, unless it is locked or skipped.

    What was given stays. Gives the entry that takes it back; None where nothing was dropped.
    """
    dropped = [
        session
        for session in uow.campus.list_sessions(viewer_id, home)
        if session.starts_at > doer.at
        and not session.stays
        and session.teacher_id == doer.person_id
    ]
    if not dropped:
        return None
    entry = _note(uow, doer, home.class_group_id, dropped)
    uow.campus.drop([session.id for session in dropped])
    return entry


def _note(uow: UnitOfWork, doer: Doer, class_group_id: int, before: Sequence[CampusSession]) -> int:
    kept = {"of": class_group_id, "sessions": [write_session(session) for session in before]}
    return uow.acts.record(doer.person_id, Act.CAMPUS, doer.at, before=kept)
