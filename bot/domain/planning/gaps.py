"""Gaps of one student: what is planned nowhere, and came up nowhere, while there is still time.

Source: document 004, chapter 2 §4 (what no workplace trains is for the campus); that it is told
four weeks before is ours, and that only students are looked at for whom anything was ever planned:
planned nowhere is no news to a school that plans nothing. What a workplace could offer is no plan.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.planning.contexts import WorkCounts
from bot.domain.planning.matrix import CompetenceAtPlaces
from bot.domain.school.frameworks import Competence, Context, Programme
from bot.domain.scoring.colours import Counts

BEFORE = timedelta(weeks=4)
"""So long before a photo, and before a track ends, a gap is told: there is time to plan it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A competence that nobody plans and that came up nowhere, and the work that would bring it."""

    competence: Competence
    contexts: tuple[Context, ...]


def gaps_of(
    programme: Programme,
    planned: Mapping[int, CompetenceAtPlaces],
    at_places: WorkCounts,
    coming: Collection[int] = (),
    on_campus: Collection[int] = (),
    before: Collection[int] = (),
) -> tuple[Gap, ...]:
    """List a student's gaps, as the competences come; `planned` goes by their identity.

    What came up counts whoever says so, and what a context of the `coming` ones trains is planned;
    so is what sessions `on_campus` are on, by identity. What was learned `before` has come up where
    the programme counts it so.
    """
    trained = {
        number
        for context in programme.contexts
        if context.id in coming
        for number in context.competences()
    }
    return tuple(
        Gap(competence, _bring(programme, competence))
        for competence in programme.competences
        if competence.number not in trained
        and competence.id not in on_campus
        and competence.id not in before
        and not _is_planned(planned.get(competence.id, CompetenceAtPlaces()))
        and not _came_up(at_places, competence)
    )


def _is_planned(cell: CompetenceAtPlaces) -> bool:
    return cell.planned_at_work or cell.planned_on_campus


def _came_up(at_places: WorkCounts, competence: Competence) -> bool:
    said: Collection[Counts] = at_places.get(competence.id, {}).values()
    return any(counts.covered for counts in said)


def _bring(programme: Programme, competence: Competence) -> tuple[Context, ...]:
    return tuple(own for own in programme.contexts if competence.number in own.competences())
