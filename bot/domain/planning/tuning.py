"""Whether campus and work are tuned to each other, for one student and one competence.

Source: document 004, chapter 2 §5 (places that build on each other: no needless overlap, no gaps).
By which moments an overlap is seen is ours.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.matrix import ComeUp, CompetenceAtPlaces
from bot.domain.planning.sessions import CampusSession, Outcome, SessionState
from bot.domain.school.frameworks import CutOff


class Tuning(StrEnum):
    """How campus and work stand to each other; the first is what nobody has to look at."""

    TUNED = "tuned"
    """It came up at one of them, or at both."""
    AWAITED = "awaited"
    """It is planned at one of them, and came up at neither yet."""
    OVERLAP = "overlap"
    """The campus began with it when it was shown alone at work already."""
    GAP = "gap"
    """It is planned nowhere, and came up nowhere."""


def tune(
    cell: CompetenceAtPlaces, *, on_campus: datetime | None, alone_at: datetime | None
) -> Tuning:
    """Say how campus and work stand to each other on a competence of a student.

    `on_campus` is when it first came up there, `alone_at` from when on it was shown alone at work,
    where it still is; both are aware, and None where they did not happen.
    """
    if on_campus and alone_at and on_campus > alone_at:
        return Tuning.OVERLAP
    if on_campus or cell.at_work is not ComeUp.NOT or cell.reached:
        return Tuning.TUNED
    return Tuning.AWAITED if cell.planned_at_work or cell.planned_on_campus else Tuning.GAP


def alone_since(firsts: Iterable[datetime], indicators: int, cut_off: CutOff) -> datetime | None:
    """Say from when on a competence was shown alone.

    `firsts` are the instants at which each of its indicators was first shown alone.
    """
    needed = cut_off.needed(indicators)
    shown = sorted(firsts)
    return shown[needed - 1] if len(shown) >= needed else None


def count_saved(
    sessions: Iterable[CampusSession],
    alone_at: Mapping[tuple[int, int], datetime],
    competences: Collection[int],
) -> int:
    """Count the student-sessions that given sessions spared who showed their subject alone.

    A fixed timetable gives what a session was on to everybody who was there; spared is of those
    who was in another group, and showed it alone at work before it began (`alone_at`, by track and
    competence, aware). Only these competences are counted.
    """
    return sum(
        begun <= session.starts_at
        for session in sessions
        if session.state is SessionState.GIVEN
        for competence in _subjects(session) & set(competences)
        for track in _others(session, competence)
        if (begun := alone_at.get((track, competence))) is not None
    )


def _subjects(session: CampusSession) -> set[int]:
    """List the competences that a session was on, for whoever lacked them."""
    return {
        group.competence_id
        for group in session.groups
        if group.competence_id is not None and group.kind in (GroupKind.GAP, GroupKind.TOGETHER)
    }


def _others(session: CampusSession, competence: int) -> Iterator[int]:
    """Yield who was there in no group on a competence."""
    for group in session.groups:
        if group.competence_id != competence:
            yield from (p.track_id for p in group.places if p.outcome is not Outcome.AWAY)
