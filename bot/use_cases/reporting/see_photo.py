"""See a photo of a track as one viewer may see it, and compare two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.folding import is_typed_as
from bot.domain.periods.period import Period
from bot.domain.periods.photos import FrozenColour, FrozenComponent
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.domain.school.visibility import SEES_CHOICES, ClaimSight, claim_sight_of
from bot.domain.scoring.colours import Colour, Counts
from bot.domain.scoring.film import Growth
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Photo
from bot.use_cases.reporting.see_growth import grown_since
from bot.use_cases.reporting.see_prior import by_competence
from bot.use_cases.reporting.see_report import Report, ReportRow, perspectives_of, row_of


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """A track in a photo, in the perspectives that a viewer may see."""

    photo: Photo
    report: Report


@dataclass(frozen=True, slots=True)
class ColourChange:
    """What changed in one perspective of a competence: its colour, and where it grew or went back.

    The growth, by indicator id, is None where the viewer sees colours only.
    """

    before: Colour
    after: Colour
    growth: Growth | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two photos of a track: what changed, by competence and perspective; unchanged is left out.

    Names and titles are those of the later one.
    """

    earlier: Photo
    later: SeenPhoto
    changes: Mapping[int, Mapping[Role, ColourChange]]


def photos_of(uow: UnitOfWork, track: Track) -> Sequence[Photo]:
    """List the photos in which a track is, the oldest first."""
    return uow.photos.list_of_track(track.programme_id, track.id)


def photo_of_period(uow: UnitOfWork, period: Period) -> Photo | None:
    """Find the photo that was taken at the end of a period."""
    taken = uow.photos.list_of_programme(period.programme_id)
    return next((photo for photo in taken if photo.head.period_id == period.id), None)


def choose_photo(taken: Sequence[Photo], period: str) -> Photo | None:
    """Choose the newest photo, or the newest that a period of this name has."""
    fitting = [photo for photo in taken if not period or is_typed_as(photo.name, period)]
    return fitting[-1] if fitting else None


def photo_among(taken: Sequence[Photo], photo_id: int) -> Photo | None:
    """Find a photo by its identity."""
    return next((photo for photo in taken if photo.id == photo_id), None)


def see_earlier(
    uow: UnitOfWork,
    viewer_id: int,
    track: Track,
    photo: Photo,
    most: int,
    council_since: datetime | None = None,
) -> list[SeenPhoto]:
    """Read a track in the photos before one as `see_photo` does: so many at most, oldest first."""
    before = [own for own in photos_of(uow, track) if own.head.as_of < photo.head.as_of][-most:]
    return [
        seen for own in before if (seen := see_photo(uow, viewer_id, track, own, council_since))
    ]


@opened_as(OpenedKind.PHOTO)
def see_photo(
    uow: UnitOfWork,
    viewer_id: int,
    track: Track,
    photo: Photo,
    council_since: datetime | None = None,
) -> SeenPhoto | None:
    """Read a track in a photo; None where it was not there yet, or its programme is another.

    For a class council it is seen also by who was around a track that has ended since an instant
    (aware).
    """
    if not uow.photos.has_track(photo.id, track.id):
        return None
    frozen = uow.film_reads.read_colours(viewer_id, track.id, photo.id, council_since)
    away = uow.film_reads.read_not_here(viewer_id, track.id, photo.id, council_since)
    return SeenPhoto(photo, as_report(uow, track, photo, frozen, perspectives_of(track), away))


def see_whole_photo(uow: UnitOfWork, track: Track, photo: Photo) -> Report:
    """Read the whole of a track in a photo: for whoever runs Kompaan, not for a person."""
    uow.glimpses.count_in([track.id], OpenedKind.PHOTO)
    return as_report(uow, track, photo, uow.photos.read_colours(photo.id, track.id), PERSPECTIVES)


def see_components(uow: UnitOfWork, track: Track, photo: Photo) -> Sequence[FrozenComponent]:
    """Read which course components counted for a track in a photo, as its viewer may see that."""
    if not track.roles & SEES_CHOICES or not photo.kept:
        return ()
    texts = uow.photos.read_texts(photo.id, track.id)
    return texts.components if texts else ()


def as_report(
    uow: UnitOfWork,
    track: Track,
    photo: Photo,
    frozen: Sequence[FrozenColour],
    perspectives: tuple[Role, ...],
    not_here: Mapping[tuple[int, Role], int] | None = None,
) -> Report:
    """Arrange the colours of a photo as a report, by the names and titles that it kept.

    `not_here` counts what the ledger had as such at the photo's instant: a photo holds no count of
    it.
    """
    texts = uow.photos.read_texts(photo.id, track.id) if photo.kept else None
    programme = texts.programme if texts else uow.tracks.read_programme(track.programme_id)
    held = {(colour.competence_id, Role(colour.role)): colour for colour in frozen}
    rows = tuple(
        _row(competence, perspectives, held, photo, not_here or {})
        for competence in programme.competences
    )
    prior = by_competence(programme, texts.prior) if texts and _sees_prior(track) else {}
    return Report(texts.named(track) if texts else track, programme, perspectives, rows, prior)


def _sees_prior(track: Track) -> bool:
    return claim_sight_of(track.roles) >= ClaimSight.RECOGNISED


def _row(
    competence: Competence,
    perspectives: tuple[Role, ...],
    held: Mapping[tuple[int, Role], FrozenColour],
    photo: Photo,
    not_here: Mapping[tuple[int, Role], int],
) -> ReportRow:
    own = {role: held.get((competence.id, role)) for role in perspectives}
    sizes = [frozen.indicators for frozen in own.values() if frozen is not None]
    counts = {
        role: replace(
            frozen.counts if frozen else Counts(), not_here=not_here.get((competence.id, role), 0)
        )
        for role, frozen in own.items()
    }
    total = max(sizes, default=len(competence.indicators))
    return row_of(competence, counts, total, photo.head.cut_off)


@opened_as(OpenedKind.PHOTO)
def compare_photos(
    uow: UnitOfWork, viewer_id: int, track: Track, earlier: Photo, later: Photo
) -> Compared | None:
    """Compare a track in two photos; None where it is not in both."""
    before, after = (see_photo(uow, viewer_id, track, photo) for photo in (earlier, later))
    if before is None or after is None:
        return None
    grown = grown_since(uow, viewer_id, after.report, earlier, later).growth
    was = before.report.by_competence
    changes: dict[int, dict[Role, ColourChange]] = {}
    for row in after.report.rows:
        former = was.get(row.competence.id)
        for role in after.report.perspectives:
            own = grown.get((row.competence.id, role))
            colour = former.colours[role] if former else Colour.GREY
            change = ColourChange(colour, row.colours[role], own)
            if change.before is not change.after or (own and own != Growth()):
                changes.setdefault(row.competence.id, {})[role] = change
    return Compared(earlier, after, changes)
