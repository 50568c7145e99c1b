"""Blocks as sessions, in which everybody who is present has work."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from bot.domain.planning.campus.model import CampusSituation, GroupKind, LessonGroup, PlannedSession
from bot.domain.planning.campus.opening import Opened
from bot.domain.planning.campus.work import CampusBlock, Work, places


def seat(
    situation: CampusSituation, opened: Opened, blocks: Iterable[CampusBlock]
) -> tuple[PlannedSession, ...]:
    """Make the sessions of a plan, with the locked ones among them as they are."""
    groups = _groups(opened, blocks)
    seating = _Seating(situation, opened)
    sessions: list[PlannedSession] = []
    opens = 0
    most = max([situation.at_least, *(number + 1 for number in situation.locked)])
    while opens < len(groups) or len(sessions) < most:
        number = len(sessions)
        if number in situation.locked:
            session = replace(situation.locked[number], locked=True)
        else:
            led = groups[opens] if opens < len(groups) else []
            session = seating.fill(led, situation.away.get(number, frozenset()))
            opens += 1
        seating.count(session, situation.away.get(number, frozenset()))
        sessions.append(session)
    return tuple(sessions)


def _groups(opened: Opened, blocks: Iterable[CampusBlock]) -> list[list[LessonGroup]]:
    """List the groups of each open session, what is needed first before the rest."""
    work = opened.work
    found: dict[int, list[tuple[int, LessonGroup]]] = {}
    for block in work.together:
        group = _group(opened, GroupKind.GAP, block.competence, places(block.students))
        found.setdefault(block.starts, []).append((0, group))
    for block in blocks:
        need = min(work.needs[block.competence][student] for student in places(block.students))
        for later in range(work.length(block.competence, block.students)):
            group = _group(opened, GroupKind.TOGETHER, block.competence, _still(work, block, later))
            found.setdefault(block.starts + later, []).append((need, group))
    by_need = [found.get(session, []) for session in range(max(found, default=-1) + 1)]
    return [
        [group for _need, group in sorted(led, key=lambda pair: (pair[0], pair[1].competence or 0))]
        for led in by_need
    ]


def _still(work: Work, block: CampusBlock, later: int) -> Iterator[int]:
    """List who of a block is in it so many sessions after its first."""
    left = work.left[block.competence]
    return (student for student in places(block.students) if left[student] > later)


def _group(
    opened: Opened, kind: GroupKind, competence: int, students: Iterable[int]
) -> LessonGroup:
    tracks = tuple(opened.students[student].track for student in students)
    return LessonGroup(kind, opened.competences[competence], tracks)


class _Seating:
    """Sessions that are filled one after the other, and what each student still has to have."""

    def __init__(self, situation: CampusSituation, opened: Opened) -> None:
        self.groups = situation.limits.groups
        self.size = opened.work.size
        self.tracks = [student.track for student in opened.students]
        self.supported = {student.track: set(student.supported) for student in opened.students}
        self.to_have = {
            (student.track, number): situation.sessions.get(number, 1) - lack.had
            for student in opened.students
            for number, lack in student.lacks.items()
        }
        for student in opened.students:
            for number in student.lacks:
                self._had(student.track, number)

    def count(self, session: PlannedSession, away: Collection[int]) -> None:
        """Take what a session gives off what is to be had; who had all of it may join others.

        To who is away it gives nothing, though a locked one names them.
        """
        for group in session.groups:
            for track in group.given.difference(away):
                if group.competence is not None and (track, group.competence) in self.to_have:
                    self.to_have[track, group.competence] -= 1
                    self._had(track, group.competence)

    def _had(self, track: int, competence: int) -> None:
        if self.to_have[track, competence] <= 0:
            self.supported[track].add(competence)

    def fill(self, led: list[LessonGroup], away: Collection[int]) -> PlannedSession:
        """Find work for all who are present and in no group."""
        busy = {track for group in led for track in group.students}
        idle = [track for track in self.tracks if track not in busy and track not in away]
        groups = self._join(led, idle)
        if not any(group.kind is GroupKind.GAP for group in led):
            groups += self._meet(idle, self.groups - len(led))
        if idle:
            groups.append(LessonGroup(GroupKind.OWN, None, tuple(idle)))
        return PlannedSession(tuple(groups))

    def _join(self, led: list[LessonGroup], idle: list[int]) -> list[LessonGroup]:
        """Let students join a group with room, the smallest first; takes them out of the idle."""
        groups = list(led)
        for track in tuple(idle):
            open_to = [
                at
                for at, group in enumerate(groups)
                if group.competence in self.supported[track] and self._has_room(group)
            ]
            if open_to:
                at = min(open_to, key=lambda at: len(groups[at].students))
                groups[at] = _joined(groups[at], track)
                idle.remove(track)
        return groups

    def _has_room(self, group: LessonGroup) -> bool:
        return group.kind is GroupKind.GAP or len(group.students) < self.size

    def _meet(self, idle: list[int], most: int) -> list[LessonGroup]:
        """Let students meet on what they show with support; takes them out of the idle."""
        groups: list[LessonGroup] = []
        while len(groups) < most:
            shown = {number for track in idle for number in self.supported[track]}
            meeting = {
                number: [track for track in idle if number in self.supported[track]][: self.size]
                for number in sorted(shown)
            }
            if not meeting:
                break
            number = max(meeting, key=lambda number: (len(meeting[number]), -number))
            groups.append(LessonGroup(GroupKind.SUPPORT, number, tuple(meeting[number])))
            idle[:] = [track for track in idle if track not in meeting[number]]
        return groups


def _joined(group: LessonGroup, track: int) -> LessonGroup:
    students = tuple(sorted((*group.students, track)))
    return replace(group, students=students, joining=group.joining | {track})
