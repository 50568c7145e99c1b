"""Read what the workplace and the campus contributed to each competence of a track."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.planning.matrix import CompetenceAtPlaces
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import Level
from bot.domain.scoring.film import Mark
from bot.ports import UnitOfWork
from bot.use_cases.planning.matrix.see_matrix import read_planned
from bot.use_cases.reporting.see_report import perspectives_of

ENVIRONMENTS = (Role.MENTOR, Role.TEACHER)
"""The workplace and the campus, by who speaks for them."""


@dataclass(frozen=True, slots=True)
class Contributed:
    """The indicators of a competence that came up at each place, by id, and what was planned.

    `not_at_work` are those of which the workplace says that they cannot be seen there.
    """

    competence: Competence
    workplace: frozenset[int]
    campus: frozenset[int]
    not_at_work: frozenset[int]
    planned: CompetenceAtPlaces


def sees_route(track: Track) -> bool:
    """Say whether a track's viewer sees single indicators of both places: the overlap is theirs."""
    return set(ENVIRONMENTS) <= set(perspectives_of(track, Level.INDICATORS))


@opened_as(OpenedKind.REPORT)
def see_route(uow: UnitOfWork, viewer_id: int, track: Track) -> list[Contributed]:
    """Read a track's route: what came up, say mentors and teachers, beside the training plans.

    Source: document 004, chapter 2 §5 (routes).
    """
    at_work, on_campus = (
        uow.reads.read_perspective(viewer_id, track.id, role) for role in ENVIRONMENTS
    )
    planned = read_planned(uow, [track.id])
    return [
        Contributed(
            competence,
            _those(competence, at_work, lambda mark: mark.came_up),
            _those(competence, on_campus, lambda mark: mark.came_up),
            _those(competence, at_work, lambda mark: mark.not_here),
            planned.at_places(track.id, competence.id),
        )
        for competence in uow.tracks.read_programme(track.programme_id).competences
    ]


def _those(
    competence: Competence, marks: Mapping[int, Mark], says: Callable[[Mark], bool]
) -> frozenset[int]:
    """List the indicators of a competence of which a mark says something, by id."""
    ids = (indicator.id for indicator in competence.indicators)
    return frozenset(id_ for id_ in ids if id_ in marks and says(marks[id_]))
