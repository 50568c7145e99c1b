"""Read a track's competences by period and by perspective, as its coach compares them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.tracks import Track
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Photo
from bot.use_cases.reporting.see_photo import photos_of, see_photo
from bot.use_cases.reporting.see_report import Report, see_report

PHOTOS = 6
"""The newest photos in an overview: two school years of three periods."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A track in a photo, or as it stands now."""

    photo: Photo | None
    report: Report


@opened_as(OpenedKind.REPORT)
def see_overview(uow: UnitOfWork, viewer_id: int, track: Track) -> Sequence[Stage]:
    """Read a track in its newest photos and now, the oldest first; no more than may be seen.

    Source: document 004, chapter 3 §6 (the coach sees competence by actor by period).
    """
    stages = []
    for photo in photos_of(uow, track)[-PHOTOS:]:
        seen = see_photo(uow, viewer_id, track, photo)
        if seen is not None:
            stages.append(Stage(photo, seen.report))
    return [*stages, Stage(None, see_report(uow, viewer_id, track))]
