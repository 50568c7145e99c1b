"""A report and a competence's card as pictures, described from what somebody may see."""

from datetime import datetime

from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import Level
from bot.domain.scoring.colours import Colour, verdicts_differ
from bot.domain.scoring.film import Growth, Mark
from bot.messages import (
    CardColumn,
    CardPicture,
    CardRow,
    Cell,
    Day,
    PictureRow,
    ReportPicture,
    Sayable,
    _,
    colon,
    words,
)
from bot.showing.finding import marks_differ
from bot.showing.words.prior import stripe_of
from bot.use_cases.reporting.see_growth import Grown
from bot.use_cases.reporting.see_report import Card, Report, ReportRow, perspectives_of
from handlers.talking.phrases import ROLE_WORD, aside, full_name, of_competence


def describe_report(
    seen: Report, at: datetime, grown: Grown | None = None, photo: str = ""
) -> ReportPicture:
    """Describe a report as it is at an instant (aware), or the photo of a period of that name.

    Where a photo lies behind it, it says what grew since.
    """
    return ReportPicture(
        title=f"{full_name(seen.track)} · {seen.programme.title}",
        columns=tuple(ROLE_WORD[role] for role in seen.perspectives),
        rows=tuple(_report_row(seen, row, grown) for row in seen.rows),
        under=seen.track.class_group,
        day=Day(at, full=True),
        photo=photo,
        since=_("since {period}", period=grown.since.name) if grown else "",
    )


def _report_row(seen: Report, row: ReportRow, grown: Grown | None) -> PictureRow:
    deep = perspectives_of(seen.track, Level.INDICATORS)
    cells = tuple(_cell(row, role, grown, in_depth=role in deep) for role in seen.perspectives)
    differ = verdicts_differ(row.sides[role] for role in seen.perspectives)
    before = stripe_of(seen.prior.get(row.competence.id), seen.programme.cut_off)
    return PictureRow(row.competence.number, row.competence.title, cells, differ, before)


def _cell(row: ReportRow, role: Role, grown: Grown | None = None, *, in_depth: bool) -> Cell:
    place = (row.competence.id, role)
    growth = grown.growth.get(place, Growth()) if grown else Growth()
    before = grown.before.get(place, Colour.GREY) if grown else Colour.GREY
    return Cell(
        row.colours[role],
        row.counts[role].covered,
        row.indicators,
        deeper=len(growth.deeper),
        broader=len(growth.broader),
        back=len(growth.back),
        fell_from=before if before.rank > row.colours[role].rank else None,
        not_here=row.counts[role].not_here,
        shown=row.counts[role].acquired if in_depth else None,
    )


def describe_card(track: Track, seen: Card, programme: Programme, at: datetime) -> CardPicture:
    """Describe a competence as it is at an instant (aware): its colours, and what is seen of more.

    Indicators on which views differ come first.
    """
    columns = (
        CardColumn(
            ROLE_WORD[role],
            _cell(seen.row, role, in_depth=role in seen.in_depth),
            in_depth=role in seen.in_depth,
        )
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
    return CardPicture(
        title=of_competence(track, seen.row.competence),
        columns=tuple(columns),
        rows=tuple(sorted(rows, key=lambda row: not marks_differ(row.marks))),
        under=words(programme.title, track.class_group, by=" · "),
        before=stripe_of(seen.prior, programme.cut_off),
        day=Day(at, full=True),
    )


def _mark(seen: Card, indicator_id: int, role: Role) -> Mark:
    shown = seen.marks.get((indicator_id, role))
    return shown.mark if shown else Mark()


def asides(seen: Report, row: ReportRow) -> Sayable:
    """Say of which perspectives something is not here: 'mentor: 1 of 5 shown, 4 not here'."""
    deep = perspectives_of(seen.track, Level.INDICATORS)
    said = (
        words(colon(ROLE_WORD[role]), away)
        for role in seen.perspectives
        if (away := aside(row.counts[role], row.indicators, in_depth=role in deep))
    )
    found = tuple(said)
    return words(*found, by=" · ") if found else ""
