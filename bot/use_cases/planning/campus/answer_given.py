"""Take in what a teacher says of a session that began: given as planned, otherwise, or not."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import replace

from bot.domain.planning.sessions import (
    CampusSession,
    Outcome,
    SessionState,
    mark_away,
    say_what_came,
)
from bot.domain.school.tracks import Track
from bot.ports import UnitOfWork
from bot.ports.acts import Doer
from bot.use_cases.planning.campus.change_session import ChangedSession, change_session


def find_begun(uow: UnitOfWork, session_id: int, doer: Doer) -> CampusSession | None:
    """Find a session of this teacher's own that has begun."""
    session = uow.campus.find_session(doer.person_id, session_id)
    if session is None or session.teacher_id != doer.person_id or session.starts_at > doer.at:
        return None
    return session


def list_away(uow: UnitOfWork, session: CampusSession, tracks: Sequence[Track]) -> Set[int]:
    """List of whom, by track, it was noted before a session began that they are away."""
    placed = {track for group in session.groups for track in group.tracks}
    own = [track for track in tracks if track.id in placed]
    away = uow.absences.list_away([track.student_id for track in own], session.starts_at)
    return {track.id for track in own if track.student_id in away}


def answer_as_planned(
    uow: UnitOfWork, session: CampusSession, away: Collection[int], doer: Doer
) -> ChangedSession:
    """Note that a session was given as planned: all was reached by who was not `away`, by track."""
    everybody = {
        place.track_id: Outcome.REACHED
        for group in session.groups
        for place in group.places
        if place.track_id not in away or place.outcome not in (None, Outcome.AWAY)
    }
    return answer_outcomes(uow, session, everybody, away, doer)


def answer_outcomes(
    uow: UnitOfWork,
    session: CampusSession,
    outcomes: Mapping[int, Outcome],
    away: Collection[int],
    doer: Doer,
) -> ChangedSession:
    """Note that a session was given, with what came of it for these students, by track.

    Of the others, those who were noted as `away` were so, until somebody says otherwise.
    """
    came = say_what_came(mark_away(session, away), outcomes)
    return change_session(uow, session, came, doer)


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
