"""Interim: why groups are as they are."""

from collections import Counter

from bot.domain.planning.campus.model import Kind, Need, Plan, Situation
from bot.domain.planning.campus.reasons import Reason, Why

_WHY = {
    Need.GAP: Why.NOWHERE,
    Need.NOWHERE: Why.NOWHERE,
    Need.NOTHING_YET: Why.NOTHING_YET,
    Need.CAME_UP: Why.CAME_UP,
}


def explain(situation: Situation, plan: Plan) -> tuple[tuple[Reason, ...], ...]:
    """Explain each group of each session."""
    students = {student.track: student for student in situation.students}
    had: Counter[tuple[int, int]] = Counter()
    for student in situation.students:
        for competence, lack in student.lacks.items():
            had[student.track, competence] = lack.had
    out = []
    for session in plan.sessions:
        reasons = []
        for group in session.groups:
            if group.kind is Kind.OWN or group.competence is None:
                reasons.append(Reason(Why.OWN, None, ()))
                continue
            lacking = tuple(t for t in group.students if t in group.given)
            needs = [
                students[t].lacks[group.competence].need
                for t in lacking
                if group.competence in students[t].lacks
            ]
            why = (
                Why.GAP
                if group.kind is Kind.GAP
                else Why.SUPPORT
                if group.kind is Kind.SUPPORT
                else _WHY[min(needs)]
                if needs
                else Why.SUPPORT
            )
            for t in lacking:
                had[t, group.competence] += 1
            which = max((had[t, group.competence] for t in lacking), default=1)
            of = situation.sessions.get(group.competence, 1)
            differing = tuple(
                t
                for t in lacking
                if group.competence in students[t].lacks
                and students[t].lacks[group.competence].differs
            )
            reasons.append(
                Reason(
                    why,
                    group.competence,
                    lacking,
                    tuple(sorted(group.joining)),
                    None,
                    which,
                    of,
                    differing,
                )
            )
        out.append(tuple(reasons))
    return tuple(out)
