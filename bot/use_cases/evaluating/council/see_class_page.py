"""See the page of a class for its council: each student in a line, and each competence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.periods.photos import FrozenComponent
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.endings import council_since
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.domain.school.visibility import SEES_COUNCIL_PAGE
from bot.domain.scoring.colours import Colour
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Photo
from bot.use_cases.evaluating.council.list_disputes import Dispute, list_disputes
from bot.use_cases.evaluating.deliberating.see_result import SeenResult, see_results
from bot.use_cases.reporting.see_photo import SeenPhoto, see_components, see_photo

Tally = Mapping[Role, Counter[Colour]]
"""How many have each colour, by perspective."""


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One student of a class in a photo: colours, what counted, the result, and disputes."""

    seen: SeenPhoto
    colours: Tally
    components: Sequence[FrozenComponent]
    result: SeenResult | None
    disputes: Sequence[Dispute]


@dataclass(frozen=True, slots=True)
class CompetenceLine:
    """One competence over the students of a class: how many have which colour in each view."""

    competence: Competence
    colours: Tally


@dataclass(frozen=True, slots=True)
class ClassPage:
    """What the class council reads of a class: its students in a photo, and their competences."""

    programme: Programme
    photo: Photo
    lines: Sequence[ClassLine]
    competences: Sequence[CompetenceLine]


def photos_of_class(uow: UnitOfWork, tracks: Sequence[Track]) -> Sequence[Photo]:
    """List the photos in which any of these tracks of one programme is, the oldest first."""
    taken = uow.photos.list_of_programme(tracks[0].programme_id)
    return [
        photo
        for photo in taken
        if any(uow.photos.has_track(photo.id, track.id) for track in tracks)
    ]


@opened_as(OpenedKind.COUNCIL)
def see_class_page(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], photo: Photo, at: datetime
) -> ClassPage | None:
    """See the tracks of one programme in a photo, as far as this viewer opens their pages.

    It is made at an instant (aware). None where none of them is in it.
    """
    there = (track for track in tracks if track.was_there(photo.head.as_of))
    shown = [track for track in there if track.roles & SEES_COUNCIL_PAGE]
    since = council_since(at)
    seen = [found for own in shown if (found := see_photo(uow, viewer_id, own, photo, since))]
    if not seen:
        return None
    programme = uow.tracks.read_programme(photo.programme_id)
    disputes = list_disputes(uow, shown, programme, with_words=False)
    results = see_results(uow, viewer_id, shown, photo, at)
    lines = [
        ClassLine(
            found,
            _of_student(found),
            see_components(uow, found.report.track, photo),
            results.get(found.report.track.id),
            disputes[found.report.track.id],
        )
        for found in seen
    ]
    frozen = seen[0].report.programme
    competences = [CompetenceLine(own, _of_competence(seen, own.id)) for own in frozen.competences]
    return ClassPage(frozen, photo, lines, competences)


def _of_student(seen: SeenPhoto) -> Tally:
    return {
        role: Counter(row.colours[role] for row in seen.report.rows if role in row.colours)
        for role in PERSPECTIVES
    }


def _of_competence(seen: Sequence[SeenPhoto], competence_id: int) -> Tally:
    rows = [found.report.by_competence[competence_id] for found in seen]
    return {
        role: Counter(row.colours[role] for row in rows if role in row.colours)
        for role in PERSPECTIVES
    }
