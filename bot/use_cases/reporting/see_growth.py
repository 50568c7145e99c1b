"""Read how a track grew between two moments, where a viewer sees single indicators."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import Level
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Growth, Mark, growth
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Photo
from bot.use_cases.reporting.see_report import Report, perspectives_of

Films = Mapping[Role, Mapping[int, Mark]]
"""The marks of each perspective, by indicator id."""


@dataclass(frozen=True, slots=True)
class Grown:
    """How a track grew since a photo, by competence id and by the perspectives seen in depth.

    `before` are the colours in that photo, of every perspective seen in colour.
    """

    since: Photo
    growth: Mapping[tuple[int, Role], Growth]
    before: Mapping[tuple[int, Role], Colour]


@opened_as(OpenedKind.REPORT)
def grown_since(
    uow: UnitOfWork,
    viewer_id: int,
    report: Report,
    photo: Photo,
    until: Photo | None = None,
    council_since: datetime | None = None,
) -> Grown:
    """Compare a track in a photo with a later one, or with how it stands now: with that report.

    Photos are compared for a class council also by who was around a track that has ended since.
    """
    track = report.track
    in_depth = perspectives_of(track, Level.INDICATORS)
    before = uow.film_reads.read_masteries(viewer_id, track.id, photo.id, council_since)
    if until is not None:
        after: Films = uow.film_reads.read_masteries(viewer_id, track.id, until.id, council_since)
    else:
        after = {role: uow.reads.read_perspective(viewer_id, track.id, role) for role in in_depth}
    colours = {
        (frozen.competence_id, Role(frozen.role)): frozen.colour(photo.head.cut_off)
        for frozen in uow.film_reads.read_colours(viewer_id, track.id, photo.id, council_since)
    }
    return Grown(photo, _compared(report.programme, in_depth, before, after), colours)


def _compared(
    programme: Programme, roles: Iterable[Role], before: Films, after: Films
) -> dict[tuple[int, Role], Growth]:
    return {
        (competence.id, role): growth(
            *(
                {
                    indicator.id: own[indicator.id]
                    for indicator in competence.indicators
                    if indicator.id in own
                }
                for own in (before.get(role, {}), after.get(role, {}))
            )
        )
        for role in roles
        for competence in programme.competences
    }
