"""Two teachers of one class group: what both plan for the same students in one week (ours)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.days import day_of
from bot.domain.planning.sessions import CampusGroup, CampusSession, SessionState


@dataclass(frozen=True, slots=True)
class ColleagueSession:
    """A session with the same class group that is another teacher's, by name."""

    teacher: str
    session: CampusSession


@dataclass(frozen=True, slots=True)
class PlannedTwice:
    """A competence that some students, by track, would have with a colleague in the same week."""

    competence_id: int
    tracks: tuple[int, ...]
    beside: ColleagueSession


def list_planned_twice(
    own: CampusSession, beside: Iterable[ColleagueSession], zone: str
) -> list[PlannedTwice]:
    """List what a session is on that a colleague planned before it, in the week of the school.

    That is what is confirmed, and what is proposed for earlier; what was given counts as had. A
    lesson at the same time is given by both together.
    """
    found = [
        PlannedTwice(group.competence_id, both, colleague)
        for colleague in beside
        if _is_first(colleague.session, own) and _in_one_week(colleague.session, own, zone)
        for group in colleague.session.groups
        if group.competence_id is not None and (both := _list_both(group, own))
    ]
    return sorted(found, key=lambda twice: (twice.competence_id, twice.beside.session.starts_at))


def _is_first(other: CampusSession, own: CampusSession) -> bool:
    if other.state is SessionState.PROPOSED:
        return other.starts_at < own.starts_at
    return other.state is SessionState.CONFIRMED


def _in_one_week(other: CampusSession, own: CampusSession, zone: str) -> bool:
    together = other.starts_at == own.starts_at
    return not together and _week(other.starts_at, zone) == _week(own.starts_at, zone)


def _week(at: datetime, zone: str) -> tuple[int, int]:
    year, week, _weekday = day_of(at, zone).isocalendar()
    return year, week


def _list_both(group: CampusGroup, own: CampusSession) -> tuple[int, ...]:
    """List who is on the same with both, where both need it."""
    same = {
        track
        for mine in own.groups
        if mine.is_needed and group.is_needed and mine.competence_id == group.competence_id
        for track in mine.tracks
    }
    return tuple(track for track in group.tracks if track in same)
