"""How two views lean against each other on a track's other competences, which is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.divergence.raters import Form, Leniency, leniencies
from bot.domain.divergence.verdicts import find_opposed
from bot.domain.school.tracks import Role
from bot.ports import UnitOfWork
from bot.use_cases.divergence.see_divergence import Course, Seen, course_of


@dataclass(frozen=True, slots=True)
class Leans:
    """How much higher the view that says acquired scores elsewhere than the one that does not."""

    acquired: Role
    not_acquired: Role
    leniency: Leniency


def see_leniency(uow: UnitOfWork, seen: Seen) -> Leans | None:
    """Say for an alert's coach which leaning was counted; None where none was, or none is known."""
    if seen.found is None or seen.found.kind is not DivergenceKind.VERDICT:
        return None
    course = course_of(uow, seen.track.programme_id, seen.case.now)
    forms = read_forms(uow, course, seen.track.id, seen.case.now)
    leaning = leniencies_beside(seen.competence.id, forms)
    opposed = find_opposed(replace(seen.case, leniencies=leaning))
    if opposed is None or opposed.leniency is None or opposed.between is None:
        return None
    return Leans(*opposed.between, opposed.leniency)


def read_forms(uow: UnitOfWork, course: Course, track: int, at: datetime) -> Mapping[int, Form]:
    """Read what all three say in this period of each competence of a track."""
    found: dict[int, Form] = {}
    for competence_id, marks in uow.alerts.read_marks_of_track(track).items():
        competence = course.programme.competence_by_id(competence_id)
        if competence is not None:
            ids = tuple(indicator.id for indicator in competence.indicators)
            opened_at = course.period.opens_at if course.period else None
            case = Case(ids, marks, at, course.programme.cut_off, course.thresholds, opened_at)
            found[competence_id] = len(ids), case.masteries
    return found


def leniencies_beside(
    competence_id: int, forms: Mapping[int, Form]
) -> dict[tuple[Role, Role], Leniency]:
    """Compute how views lean by what is said of every other competence."""
    return leniencies(form for own, form in forms.items() if own != competence_id)
