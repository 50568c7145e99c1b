"""Read how a track's colours evolved, in the perspectives that a viewer may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.prior import PriorLearning
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Photo
from bot.use_cases.reporting.see_photo import photos_of
from bot.use_cases.reporting.see_prior import see_prior
from bot.use_cases.reporting.see_report import perspectives_of


@dataclass(frozen=True, slots=True)
class Still:
    """All colours at one instant, by competence and perspective; the photo, if it was one."""

    at: datetime
    colours: tuple[tuple[Colour, ...], ...]
    photo: Photo | None


@dataclass(frozen=True, slots=True)
class Film:
    """A track's colours over time; without stills nothing was said yet.

    What was learned before (`prior`, by competence) is as it is recognised now.
    """

    programme: Programme
    perspectives: tuple[Role, ...]
    stills: Sequence[Still]
    prior: Mapping[int, PriorLearning] = field(default_factory=dict)


@opened_as(OpenedKind.FILM)
def see_film(uow: UnitOfWork, viewer_id: int, track: Track, at: datetime) -> Film:
    """Read a track's film up to an instant: a year of it at most."""
    programme = uow.tracks.read_programme(track.programme_id)
    roles = perspectives_of(track)
    photos = {photo.head.as_of: photo for photo in photos_of(uow, track)}
    stills = []
    for instant, counts in uow.film_reads.read_film(viewer_id, track.id, at, list(photos)):
        colours = tuple(
            tuple(
                colour_of(
                    len(competence.indicators),
                    counts.get((competence.id, role), Counts()),
                    programme.cut_off,
                )
                for role in roles
            )
            for competence in programme.competences
        )
        stills.append(Still(instant, colours, photos.get(instant)))
    return Film(programme, roles, stills, see_prior(uow, viewer_id, track))
