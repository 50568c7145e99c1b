"""A picture in words, from the same description: for people who cannot see it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.domain.scoring.colours import Colour
from bot.messages import (
    AtPhoto,
    CardColumn,
    CardPicture,
    CardRow,
    Cell,
    FilmPicture,
    HeatMapPicture,
    HeatMapRow,
    MatrixPicture,
    OverviewPicture,
    OverviewRow,
    Picture,
    PictureRow,
    ReportPicture,
    RoutePicture,
    RouteRow,
    Sayable,
    TuningPicture,
    _,
    colon,
    lines,
    words,
)
from bot.showing.caption import titles_of, who_what
from bot.showing.finding import finding_of
from bot.showing.heat_map import before_words
from bot.showing.matrix import matrix_words
from bot.showing.route import planned_word, route_word
from bot.showing.tuning import tuning_words
from bot.showing.words.counts import not_here_words, progress_words
from bot.showing.words.prior import stripe_words
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.showing.words.scores.marks import mark_words


def alt_of(picture: Picture) -> Sayable:
    """Say what a picture found and of whom it is, then a line for each of its rows."""
    return lines(finding_of(picture), *titles_of(picture), *_rows(picture))


def _rows(picture: Picture) -> Iterable[Sayable]:
    match picture:
        case ReportPicture(columns=columns, rows=rows, since=since):
            return (since, *(_reported(columns, row) for row in rows))
        case CardPicture(columns=columns, rows=rows, before=before):
            deep = [column.who for column in columns if column.in_depth]
            indicators = (_indicator(row, deep) for row in rows if deep)
            return (*map(_column, columns), *_said(stripe_words(before)), *indicators)
        case OverviewPicture():
            return (_overview(picture, row) for row in picture.rows)
        case HeatMapPicture() | MatrixPicture() | TuningPicture():
            return _of_class(picture)
        case FilmPicture():
            return _film(picture)
        case RoutePicture(rows=rows):
            return (_row(row.number, row.title, _route(row)) for row in rows)


def _of_class(picture: HeatMapPicture | MatrixPicture | TuningPicture) -> Iterable[Sayable]:
    """Say of each competence of how many students it stands how."""
    match picture:
        case HeatMapPicture(rows=rows):
            return (_row(row.number, row.title, _students(row)) for row in rows)
        case MatrixPicture(rows=rows):
            return (_row(row.number, row.title, matrix_words(row)) for row in rows)
        case TuningPicture(rows=rows):
            return (_row(row.number, row.title, tuning_words(picture, row)) for row in rows)


def _row(number: int, title: str, parts: Iterable[Sayable]) -> Sayable:
    return words(f"{number} {title}:", words(*parts, by="; "))


def _reported(columns: Sequence[Sayable], row: PictureRow) -> Sayable:
    cells = map(_cell, columns, row.cells)
    return _row(row.number, row.title, (*cells, *_said(stripe_words(row.before))))


def _said(what: Sayable | None) -> tuple[Sayable, ...]:
    return () if what is None else (what,)


def _cell(who: Sayable, cell: Cell) -> Sayable:
    return words(
        who_what(who, cell.colour),
        progress_words(cell.colour, cell.covered, cell.indicators),
        not_here_words(cell.not_here, cell.shown, cell.indicators),
        _("{count} deeper", count=cell.deeper) if cell.deeper else None,
        _("{count} broader", count=cell.broader) if cell.broader else None,
        _("{count} back", count=cell.back) if cell.back else None,
        _("down from {colour}", colour=COLOUR_MEANING[cell.fell_from]) if cell.fell_from else None,
        by=", ",
    )


def _column(column: CardColumn) -> Sayable:
    return _cell(column.who, column.cell)


def _indicator(row: CardRow, deep: Sequence[Sayable]) -> Sayable:
    said = (words(who, mark_words(mark)) for who, mark in zip(deep, row.marks, strict=True))
    return _row(row.number, row.text, said)


def _overview(picture: OverviewPicture, row: OverviewRow) -> Sayable:
    moments = zip(picture.periods, row.moments, strict=True)
    said = (_moment(period, picture.columns, moment) for period, moment in moments)
    return _row(row.number, row.title, said)


def _moment(period: Sayable, columns: Sequence[Sayable], moment: AtPhoto) -> Sayable:
    colours = (
        who_what(who, colour) for who, colour in zip(columns, moment.colours, strict=True) if colour
    )
    differ = _("the views differ") if moment.diverges else None
    said = words(*colours, differ, moment.aside, by=" · ")
    return words(colon(period), said) if said.parts else period


def _students(row: HeatMapRow) -> Iterable[Sayable]:
    """Count the students by colour, from the best on."""
    counts = Counter(row.colours)
    best_first = (colour for colour in reversed(Colour) if counts[colour])
    said = (words(counts[colour], COLOUR_MEANING[colour]) for colour in best_first)
    gap = _("collective gap") if row.gap else None
    before = before_words(row)
    return tuple(part for part in (words(*said, by=" · "), gap, row.aside, before) if part)


def _film(picture: FilmPicture) -> Iterable[Sayable]:
    first, last = picture.frames[0], picture.frames[-1]
    photos = words(*(frame.photo for frame in picture.frames), by=", ")
    yield _("From {first} to {last}.", first=first.when, last=last.when)
    if any(frame.photo for frame in picture.frames):
        yield _("Photos: {photos}", photos=photos)
    for row, was, now in zip(picture.rows, first.colours, last.colours, strict=True):
        changes = map(_change, picture.columns, was, now)
        yield _row(row.number, row.title, (*changes, *_said(stripe_words(row.before))))


def _change(who: Sayable, was: Colour, now: Colour) -> Sayable:
    if was is now:
        return who_what(who, now)
    return words(who, _("from {was} to {now}", was=COLOUR_MEANING[was], now=COLOUR_MEANING[now]))


def _route(row: RouteRow) -> Iterable[Sayable]:
    counts = {"workplace": row.workplace, "campus": row.campus, "total": row.indicators}
    numbers = _("workplace {workplace} and campus {campus} of {total}", **counts)
    said = (numbers, route_word(row)) if row.workplace or row.campus else (route_word(row),)
    return tuple(part for part in (*said, planned_word(row), row.aside) if part)
