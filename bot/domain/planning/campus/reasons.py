"""Why a group is as it is: as data, for whoever puts it into words."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.planning.campus.model import (
    CampusSituation,
    GroupKind,
    Lack,
    LessonGroup,
    Need,
    PlannedSession,
)


class GroupWhy(StrEnum):
    """What is true of all who lack the competence of a group."""

    GAP = "gap"
    """It is a collective gap, given to everyone together."""
    NOWHERE = "nowhere"
    """It is trained at nobody's work of them, or not before a day."""
    NOTHING_YET = "nothing_yet"
    """Nothing of it came up at work yet; of some it is planned there."""
    NOT_SHOWN = "not_shown"
    """They do not show it yet; at work of some it came up."""
    SUPPORT = "support"
    """They show it with support, or had its sessions."""
    OWN = "own"
    """Nothing that is given in this session fits them."""


_WHY = {
    Need.GAP: GroupWhy.NOWHERE,
    Need.NOWHERE: GroupWhy.NOWHERE,
    Need.NOTHING_YET: GroupWhy.NOTHING_YET,
    Need.CAME_UP: GroupWhy.NOT_SHOWN,
}


@dataclass(frozen=True, slots=True)
class GroupReason:
    """Why one group is as it is: 'B and D: both lack 6, which nobody trains at work before May'."""

    why: GroupWhy
    competence: int | None
    lacking: tuple[int, ...] = ()
    """Who of the group lack it, by track."""
    joining: tuple[int, ...] = ()
    """Who show it with support, or had its sessions."""
    came_up: tuple[int, ...] = ()
    """At whose work it came up, of those who lack it."""
    not_before: date | None = None
    """The first day on which it is expected at work of anybody who lacks it."""
    session: int = 1
    """Which of its sessions it is for the one who had fewest, from 1."""
    of: int = 1
    """How many sessions it needs."""
    differing: tuple[int, ...] = ()
    """Of whom mentor and teacher see it differently: they stay, and the teacher is told."""
    waiting: tuple[int, ...] = ()
    """In a group of the own choice: who lack something that comes in another session."""


def explain(
    situation: CampusSituation, sessions: Sequence[PlannedSession]
) -> list[list[GroupReason]]:
    """Say why each group of each session is as it is; also of those that a teacher changed."""
    known = _Known(situation)
    return [
        known.explain(session, situation.away.get(number, frozenset()))
        for number, session in enumerate(sessions)
    ]


class _Known:
    """What is known when a session begins: what each student lacks, and has had."""

    def __init__(self, situation: CampusSituation) -> None:
        self.sessions = situation.sessions
        self.lacks = {student.track: student.lacks for student in situation.students}
        self.had = Counter(
            {
                (student.track, number): lack.had
                for student in situation.students
                for number, lack in student.lacks.items()
            }
        )

    def explain(self, session: PlannedSession, away: Collection[int]) -> list[GroupReason]:
        """Say why each group is as it is, and count what the session gives to who is there."""
        reasons = [self._reason(group) for group in session.groups]
        for group in session.groups:
            if group.competence is not None:
                self.had.update((track, group.competence) for track in group.given.difference(away))
        return reasons

    def _reason(self, group: LessonGroup) -> GroupReason:
        if group.competence is None:
            waiting = tuple(track for track in group.students if self._is_waiting(track))
            return GroupReason(GroupWhy.OWN, None, waiting=waiting)
        number, found = group.competence, self._lacking(group)
        if not found:
            return GroupReason(GroupWhy.SUPPORT, number, joining=group.students)
        days = [lack.at_work_from for lack in found.values() if lack.at_work_from]
        why = (
            GroupWhy.GAP
            if group.kind is GroupKind.GAP
            else _WHY[max(lack.need for lack in found.values())]
        )
        return GroupReason(
            why,
            number,
            lacking=tuple(found),
            joining=tuple(track for track in group.students if track not in found),
            came_up=tuple(track for track, lack in found.items() if lack.need is Need.CAME_UP),
            not_before=min(days, default=None),
            session=1 + min(self.had[track, number] for track in found),
            of=self._needed(number),
            differing=tuple(track for track, lack in found.items() if lack.differs),
        )

    def _lacking(self, group: LessonGroup) -> dict[int, Lack]:
        """List who lack the competence of a group, and have not had all of it."""
        number = group.competence
        if number is None:
            return {}
        lacks = {track: self.lacks.get(track, {}).get(number) for track in group.students}
        return {
            track: lack
            for track, lack in lacks.items()
            if lack is not None and self.had[track, number] < self._needed(number)
        }

    def _is_waiting(self, track: int) -> bool:
        own = self.lacks.get(track, {})
        return any(self.had[track, number] < self._needed(number) for number in own)

    def _needed(self, competence: int) -> int:
        return self.sessions.get(competence, 1)
