"""Take in what a teacher says of a session that began: given as planned, otherwise, or not."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.planning.sessions import CampusSession, Outcome, SessionState, say_what_came
from bot.ports import UnitOfWork
from bot.ports.acts import Doer
from bot.use_cases.planning.campus.change_session import ChangedSession, change_session


def find_begun(uow: UnitOfWork, session_id: int, doer: Doer) -> CampusSession | None:
    """Find a session of this teacher's own that has begun."""
    session = uow.campus.find_session(doer.person_id, session_id)
    if session is None or session.teacher_id != doer.person_id or session.starts_at > doer.at:
        return None
    return session


def answer_as_planned(uow: UnitOfWork, session: CampusSession, doer: Doer) -> ChangedSession:
    """Note that a session was given as planned: everybody was there, all was reached."""
    everybody = {track: Outcome.REACHED for group in session.groups for track in group.tracks}
    return answer_outcomes(uow, session, everybody, doer)


def answer_outcomes(
    uow: UnitOfWork, session: CampusSession, outcomes: Mapping[int, Outcome], doer: Doer
) -> ChangedSession:
    """Note that a session was given, with what came of it for these students, by track."""
    return change_session(uow, session, say_what_came(session, outcomes), doer)


def answer_not_given(uow: UnitOfWork, session: CampusSession, doer: Doer) -> ChangedSession:
    """Note that a session was not given: what it was for is planned again."""
    skipped = replace(session, state=SessionState.SKIPPED)
    return change_session(uow, session, skipped, doer)


def note_covered(uow: UnitOfWork, session: CampusSession, entry_id: int) -> None:
    """Remember by which entry it was noted that the session's scenarios came up."""
    uow.campus.keep(replace(session, entry_id=entry_id))


def is_covered(uow: UnitOfWork, session: CampusSession) -> bool:
    """Say whether that was noted, and not undone since."""
    entry = uow.ledger.find_entry(session.entry_id) if session.entry_id else None
    return entry is not None and entry.undone_at is None
