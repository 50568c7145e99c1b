"""Read a class group by competence, in one perspective, as its teacher or coach may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.planning.matrix import (
    CompetenceAtPlaces,
    is_collective_gap,
    place_competence,
    tells_of_work,
)
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour, Counts
from bot.domain.scoring.prior import PriorLearning
from bot.ports import UnitOfWork
from bot.use_cases.planning.matrix.see_matrix import Planned, read_planned
from bot.use_cases.reporting.see_prior import by_competence
from bot.use_cases.reporting.see_report import Report, see_report


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One competence over a class group; `gap`: no workplace trains it, and some lack it.

    `not_here` counts for each student the indicators that the perspective cannot see, `not_at_work`
    those that the workplace cannot offer: a gap for planning, whoever's colours are looked at.
    `before` is what each had learned before.
    """

    competence: Competence
    colours: tuple[Colour, ...]
    not_here: tuple[int, ...]
    not_at_work: tuple[int, ...]
    gap: bool
    before: tuple[PriorLearning | None, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenClass:
    """The students of a class group in one programme, and their competences."""

    programme: Programme
    tracks: tuple[Track, ...]
    rows: tuple[ClassRow, ...]


@opened_as(OpenedKind.CLASS)
def see_class(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], perspective: Role
) -> list[SeenClass]:
    """Read tracks, by programme; a perspective that may not be seen of one is grey there."""
    planned = read_planned(uow, [track.id for track in tracks])
    recognised = uow.claim_reads.list_recognised(viewer_id, [track.id for track in tracks])
    programmes: dict[int, list[Report]] = {}
    for track in tracks:
        seen = replace(
            see_report(uow, viewer_id, track),
            prior=by_competence(
                uow.tracks.read_programme(track.programme_id), recognised.get(track.id, ())
            ),
        )
        programmes.setdefault(track.programme_id, []).append(seen)
    return [arrange_class(reports, perspective, planned) for reports in programmes.values()]


def arrange_class(reports: Sequence[Report], perspective: Role, planned: Planned) -> SeenClass:
    """Arrange reports of one programme, as their viewer saw them, by competence.

    What a collective gap is, the class matrix says (`bot.domain.planning.matrix`).
    """
    known = any(_is_known(report, planned) for report in reports)
    rows = tuple(
        ClassRow(
            row.competence,
            tuple(_colour(report.rows[place].colours, perspective) for report in reports),
            _not_here(reports, place, perspective),
            _not_here(reports, place, Role.MENTOR),
            is_collective_gap([_place(report, place, planned) for report in reports], known=known),
            tuple(report.prior.get(row.competence.id) for report in reports),
        )
        for place, row in enumerate(reports[0].rows)
    )
    return SeenClass(reports[0].programme, tuple(report.track for report in reports), rows)


def _colour(colours: Mapping[Role, Colour], perspective: Role) -> Colour:
    return colours.get(perspective, Colour.GREY)


def _not_here(reports: Sequence[Report], place: int, perspective: Role) -> tuple[int, ...]:
    counts = (report.rows[place].counts.get(perspective, Counts()) for report in reports)
    return tuple(own.not_here for own in counts)


def _is_known(report: Report, planned: Planned) -> bool:
    told = tells_of_work(row.counts for row in report.rows)
    return told or planned.is_known(report.track.id)


def _place(report: Report, place: int, planned: Planned) -> CompetenceAtPlaces:
    row = report.rows[place]
    where = (report.track.id, row.competence.id)
    prior = report.prior.get(row.competence.id)
    return place_competence(
        row.counts,
        row.colours,
        place=planned.place(*where),
        offered=planned.is_offered(*where),
        before=prior is not None and prior.is_acquired(report.programme.cut_off),
    )
