"""A report and a competence's card as pictures, described from what somebody may see."""

from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Growth, Mark
from bot.messages import (
    CardColumn,
    CardPicture,
    CardRow,
    Cell,
    PictureRow,
    ReportPicture,
    Sayable,
    _,
)
from bot.use_cases.reporting.see_growth import Grown
from bot.use_cases.reporting.see_report import Card, Report, ReportRow
from handlers.talking.phrases import ROLE_WORD, of_competence


def describe_report(seen: Report, under: Sayable = "", grown: Grown | None = None) -> ReportPicture:
    """Describe a report; where a photo lies behind it, with what grew since."""
    return ReportPicture(
        title=f"{seen.track.student} · {seen.programme.title}",
        columns=tuple(ROLE_WORD[role] for role in seen.perspectives),
        rows=tuple(_report_row(row, seen.perspectives, grown) for row in seen.rows),
        under=under,
        since=_("since {period}", period=grown.since.name) if grown else "",
    )


def _report_row(row: ReportRow, perspectives: tuple[Role, ...], grown: Grown | None) -> PictureRow:
    cells = tuple(_cell(row, role, grown) for role in perspectives)
    return PictureRow(row.competence.number, row.competence.title, cells)


def _cell(row: ReportRow, role: Role, grown: Grown | None = None) -> Cell:
    growth = grown.growth.get((row.competence.id, role), Growth()) if grown else Growth()
    return Cell(
        row.colours[role],
        row.counts[role].covered,
        row.indicators,
        deeper=len(growth.deeper),
        broader=len(growth.broader),
    )


def describe_card(track: Track, seen: Card) -> CardPicture:
    """Describe a competence: its colours, and its indicators where somebody sees these."""
    columns = (
        CardColumn(ROLE_WORD[role], _cell(seen.row, role), in_depth=role in seen.in_depth)
        for role in seen.perspectives
    )
    rows = (
        CardRow(
            indicator.number,
            indicator.text,
            tuple(_mark(seen, indicator.id, role) for role in seen.in_depth),
        )
        for indicator in seen.row.competence.indicators
    )
    title = of_competence(track, seen.row.competence)
    return CardPicture(title=title, columns=tuple(columns), rows=tuple(rows))


def _mark(seen: Card, indicator_id: int, role: Role) -> Mark:
    shown = seen.marks.get((indicator_id, role))
    return shown.mark if shown else Mark()
