"""What of a situation is left to plan: without what was had, is locked, or goes to everyone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.planning.campus.model import CampusSituation, Need, PlannedSession, Student
from bot.domain.planning.campus.work import CampusBlock, Work, bits, places


@dataclass(frozen=True, slots=True)
class Opened:
    """A situation's work, and what its places mean."""

    work: Work
    students: tuple[Student, ...]
    competences: tuple[int, ...]


def open_work(situation: CampusSituation) -> Opened:
    """Take what is left out of a situation; sorted, since the order of what came says nothing."""
    students = tuple(sorted(situation.students, key=lambda student: student.track))
    competences = tuple(sorted({number for student in students for number in student.lacks}))
    left = [[_left(situation, student, number) for student in students] for number in competences]
    needs = tuple(
        tuple(
            student.lacks[number].need if n else 0 for student, n in zip(students, row, strict=True)
        )
        for number, row in zip(competences, left, strict=True)
    )
    whole = Work(
        left=tuple(map(tuple, left)),
        needs=needs,
        groups=max(situation.limits.groups, 1),
        size=situation.limits.size or max(len(students), 1),
        away=_away(situation, students),
    )
    begun = _begun(situation, students, competences)
    had = [any(s.lacks[n].had for s in students if n in s.lacks) for n in competences]
    return Opened(_begin(whole, begun, had), students, competences)


def gives(session: PlannedSession, track: int, competence: int) -> bool:
    """Say whether a session gives a student one session of a competence."""
    return any(group.competence == competence and track in group.given for group in session.groups)


def _left(situation: CampusSituation, student: Student, competence: int) -> int:
    lack = student.lacks.get(competence)
    if lack is None:
        return 0
    locked = sum(
        gives(session, student.track, competence)
        for number, session in situation.locked.items()
        if student.track not in situation.away.get(number, ())
    )
    return max(situation.sessions.get(competence, 1) - lack.had - locked, 0)


def _away(situation: CampusSituation, students: Sequence[Student]) -> Mapping[int, int]:
    """List who is away by open session: those that are locked before it do not count."""
    return {
        number - sum(locked < number for locked in situation.locked): bits(
            at for at, student in enumerate(students) if student.track in who
        )
        for number, who in situation.away.items()
        if number not in situation.locked
    }


def _begun(
    situation: CampusSituation, students: Sequence[Student], competences: Sequence[int]
) -> list[tuple[int, int]]:
    """List what was going on: competence and students by their places."""
    return sorted(
        (
            competences.index(block.competence),
            bits(at for at, student in enumerate(students) if student.track in block.students),
        )
        for block in situation.going_on
        if block.competence in competences
    )


def _begin(work: Work, begun: Sequence[tuple[int, int]], had: Sequence[bool]) -> Work:
    """Put first what goes on, then what is given to everyone, and take the latter off the rest."""
    shared = [_shared(work, competence) for competence in range(len(work.left))]
    going_on = _going_on(work, [(at, who) for at, who in begun if not shared[at]])
    starts = max((work.length(block.competence, block.students) for block in going_on), default=0)
    # What everyone has begun together comes first.
    order = sorted(range(len(shared)), key=lambda competence: not had[competence])
    left = [list(row) for row in work.left]
    together = []
    sessions = [competence for competence in order for _session in range(shared[competence])]
    for session, at in enumerate(sessions, starts):
        students = bits(
            student for student, n in enumerate(left[at]) if n and work.present(student, session, 1)
        )
        together.append(CampusBlock(session, at, students))
        for student in places(students):
            left[at][student] -= 1
    return replace(
        work,
        left=tuple(map(tuple, left)),
        going_on=going_on,
        together=tuple(together),
        together_from=starts,
    )


def _shared(work: Work, competence: int) -> int:
    """Say for how many sessions everybody, or more than fit in all groups, lack a gap."""
    if Need.GAP not in work.needs[competence]:
        return 0
    ordered = sorted(work.left[competence], reverse=True)
    fit = work.size * work.groups
    return max(ordered[-1], ordered[fit] if fit < len(ordered) else 0)


def _going_on(work: Work, begun: Sequence[tuple[int, int]]) -> tuple[CampusBlock, ...]:
    """List the blocks that go on, with who still lacks it and will be there; nobody is in two."""
    blocks: list[CampusBlock] = []
    busy = 0
    for competence, students in begun:
        row = work.left[competence]
        stay = bits(
            at for at in places(students & ~busy) if row[at] and work.present(at, 0, row[at])
        )
        if stay:
            busy |= stay
            blocks.append(CampusBlock(0, competence, stay))
    return tuple(blocks)
