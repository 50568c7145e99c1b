"""Read a class group by competence, in one perspective, as its teacher or coach may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour, Counts
from bot.domain.scoring.workplace import met_at_work
from bot.ports import UnitOfWork
from bot.use_cases.reporting.see_report import Report, see_report


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One competence over a class group; `gap`: the workplaces do not offer it, and some lack it.

    `not_here` counts for each student the indicators that the perspective cannot see, `not_at_work`
    those that the workplace cannot offer: a gap for planning, whoever's colours are looked at.
    """

    competence: Competence
    colours: tuple[Colour, ...]
    not_here: tuple[int, ...]
    not_at_work: tuple[int, ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class SeenClass:
    """The students of a class group in one programme, and their competences."""

    programme: Programme
    tracks: tuple[Track, ...]
    rows: tuple[ClassRow, ...]


def see_class(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], perspective: Role
) -> list[SeenClass]:
    """Read tracks, by programme; a perspective that may not be seen of one is grey there.

    Source of the gap: document 004, chapter 2 §6; that silent workplaces do not count, and that it
    is none where everybody has acquired it on campus, is ours.
    """
    programmes: dict[int, list[Report]] = {}
    for track in tracks:
        seen = see_report(uow, viewer_id, track)
        programmes.setdefault(track.programme_id, []).append(seen)
    return [arrange_class(reports, perspective) for reports in programmes.values()]


def arrange_class(reports: Sequence[Report], perspective: Role) -> SeenClass:
    """Arrange reports of one programme, as their viewer saw them, by competence."""
    telling = any(map(_tells, reports))
    rows = tuple(
        ClassRow(
            row.competence,
            tuple(_colour(report.rows[place].colours, perspective) for report in reports),
            _not_here(reports, place, perspective),
            _not_here(reports, place, Role.MENTOR),
            telling
            and not any(met_at_work(report.rows[place].counts) for report in reports)
            and not all(_acquired_on_campus(report, place) for report in reports),
        )
        for place, row in enumerate(reports[0].rows)
    )
    return SeenClass(reports[0].programme, tuple(report.track for report in reports), rows)


def _colour(colours: Mapping[Role, Colour], perspective: Role) -> Colour:
    return colours.get(perspective, Colour.GREY)


def _not_here(reports: Sequence[Report], place: int, perspective: Role) -> tuple[int, ...]:
    counts = (report.rows[place].counts.get(perspective, Counts()) for report in reports)
    return tuple(own.not_here for own in counts)


def _tells(report: Report) -> bool:
    """Say whether a mentor told of anything that came up, or cannot: else we know nothing."""
    counts = (row.counts.get(Role.MENTOR) for row in report.rows)
    return any(own is not None and (own.covered or own.not_here) for own in counts)


def _acquired_on_campus(report: Report, place: int) -> bool:
    return _colour(report.rows[place].colours, Role.TEACHER).acquired
