"""Read a track's colours as one viewer may see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import Competence, CutOff, Programme
from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.domain.school.visibility import Level, sight_of
from bot.domain.scoring.colours import Colour, Counts, colour_of, side_of
from bot.domain.scoring.prior import PriorLearning
from bot.ports import SeenMark, SeenNote, UnitOfWork


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One competence: its counts and colour in each perspective that may be seen, out of how many.

    A photo keeps the number of indicators that there were. Views differ by their `sides`: see
    `side_of`.
    """

    competence: Competence
    counts: Mapping[Role, Counts]
    colours: Mapping[Role, Colour]
    sides: Mapping[Role, Colour]
    indicators: int


@dataclass(frozen=True, slots=True)
class Report:
    """A track's competences, in the perspectives that a viewer may see.

    What is recognised as learned before (`prior`, by competence) stands beside them, where it was
    asked for.
    """

    track: Track
    programme: Programme
    perspectives: tuple[Role, ...]
    rows: tuple[ReportRow, ...]
    prior: Mapping[int, PriorLearning] = field(default_factory=dict)

    @property
    def by_competence(self) -> Mapping[int, ReportRow]:
        """Its rows by the id of their competence."""
        return {row.competence.id: row for row in self.rows}


@dataclass(frozen=True, slots=True)
class Card:
    """One competence in depth: its row, its marks and its notes, as a viewer may see them.

    What is recognised of it as learned before (`prior`) stands beside them.
    """

    track: Track
    row: ReportRow
    perspectives: tuple[Role, ...]
    in_depth: tuple[Role, ...]
    marks: Mapping[tuple[int, Role], SeenMark]
    notes: tuple[SeenNote, ...]
    prior: PriorLearning | None = None


@opened_as(OpenedKind.REPORT)
def see_report(uow: UnitOfWork, viewer_id: int, track: Track) -> Report:
    """Read a whole track; what the viewer may not see is not read."""
    programme = uow.tracks.read_programme(track.programme_id)
    seen = {
        (colour.competence_id, colour.role): colour.counts
        for colour in uow.reads.read_colours(viewer_id, track.id)
    }
    perspectives = perspectives_of(track)
    rows = tuple(
        _row(programme, competence, perspectives, seen) for competence in programme.competences
    )
    return Report(track, programme, perspectives, rows)


@opened_as(OpenedKind.CARD)
def see_card(uow: UnitOfWork, viewer_id: int, track: Track, competence: Competence) -> Card:
    """Read one competence in depth; what the viewer may not see is not read."""
    report = see_report(uow, viewer_id, track)
    row = next(row for row in report.rows if row.competence.id == competence.id)
    seen = uow.reads.read_marks(viewer_id, track.id, competence.id)
    return Card(
        track,
        row,
        report.perspectives,
        perspectives_of(track, Level.INDICATORS),
        {(mark.indicator_id, mark.role): mark for mark in seen},
        tuple(uow.reads.read_notes(viewer_id, track.id, competence.id)),
    )


def perspectives_of(track: Track, level: Level = Level.COLOURS) -> tuple[Role, ...]:
    """List the perspectives of a track into which its viewer looks so deep."""
    return tuple(role for role in PERSPECTIVES if sight_of(track.roles, role).level >= level)


def _row(
    programme: Programme,
    competence: Competence,
    perspectives: tuple[Role, ...],
    seen: Mapping[tuple[int, Role], Counts],
) -> ReportRow:
    counts = {role: seen.get((competence.id, role), Counts()) for role in perspectives}
    total = len(competence.indicators)
    return row_of(competence, counts, total, programme.cut_off)


def row_of(
    competence: Competence, counts: Mapping[Role, Counts], total: int, cut_off: CutOff
) -> ReportRow:
    """Work out the colours of a competence with so many indicators from its counts."""
    return ReportRow(
        competence,
        counts,
        {role: colour_of(total, own, cut_off) for role, own in counts.items()},
        {role: side_of(total, own, cut_off) for role, own in counts.items()},
        total,
    )
