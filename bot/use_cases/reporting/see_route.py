"""Read what the workplace and the campus contributed to each competence of a track."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import Level
from bot.domain.scoring.film import Mark
from bot.ports import UnitOfWork
from bot.use_cases.reporting.see_report import perspectives_of

ENVIRONMENTS = (Role.MENTOR, Role.TEACHER)
"""The workplace and the campus, by who speaks for them."""


@dataclass(frozen=True, slots=True)
class Contributed:
    """The indicators of a competence that came up at each place, by id."""

    competence: Competence
    workplace: frozenset[int]
    campus: frozenset[int]


def sees_route(track: Track) -> bool:
    """Say whether a track's viewer sees single indicators of both places: the overlap is theirs."""
    return set(ENVIRONMENTS) <= set(perspectives_of(track, Level.INDICATORS))


def see_route(uow: UnitOfWork, viewer_id: int, track: Track) -> list[Contributed]:
    """Read a track's route, as its mentors and teachers say what came up.

    Source: document 004, chapter 2 §5 (routes).
    """
    marks = [uow.reads.read_perspective(viewer_id, track.id, role) for role in ENVIRONMENTS]
    competences = uow.tracks.read_programme(track.programme_id).competences
    return [
        Contributed(competence, *(_came_up(competence, own) for own in marks))
        for competence in competences
    ]


def _came_up(competence: Competence, marks: Mapping[int, Mark]) -> frozenset[int]:
    own = ((indicator.id, marks.get(indicator.id)) for indicator in competence.indicators)
    return frozenset(id_ for id_, mark in own if mark and mark.came_up)
