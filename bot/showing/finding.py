"""What a picture found, in a few words: the title that stands above all it shows."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery
from bot.messages import (
    CardPicture,
    FilmPicture,
    HeatMapPicture,
    MatrixPicture,
    OverviewPicture,
    Picture,
    ReportPicture,
    RoutePicture,
    Sayable,
    Text,
    TuningPicture,
    WeeksPicture,
    _,
    _n,
    colon,
    words,
)
from bot.showing.matrix import found_in_matrix
from bot.showing.route import overlap_found
from bot.showing.tuning import found_in_tuning
from bot.showing.words.scores.colours import COLOUR_MEANING

SILENT = COLOUR_MEANING[Colour.GREY]
"""What is found where nobody scored anything."""


def finding_of(picture: Picture) -> Sayable:
    """Say what a picture found: 'Views differ on 4 of 8', '3 deeper, 5 broader since Period 1'."""
    return picture.found or _FOUND[type(picture)](picture)


def _photographed(picture: ReportPicture) -> Sayable:
    return words(colon(picture.photo), _reported(picture))


def _reported(picture: ReportPicture) -> Sayable:
    cells = [cell for row in picture.rows for cell in row.cells]
    grown = grown_words(
        sum(cell.deeper for cell in cells),
        sum(cell.broader for cell in cells),
        sum(cell.back for cell in cells),
    )
    if grown:
        return words(words(*grown, by=", "), picture.since)
    if _is_silent(cell.colour for cell in cells):
        return SILENT
    if len(picture.columns) > 1:
        return _differ(sum(row.differ for row in picture.rows), len(picture.rows))
    acquired = sum(cell.colour.acquired for cell in cells)
    return _("{count} of {total} acquired", count=acquired, total=len(picture.rows))


def _is_silent(colours: Iterable[Colour | None]) -> bool:
    """Say whether nothing was scored."""
    return all(colour in (None, Colour.GREY) for colour in colours)


def grown_words(deeper: int, broader: int, back: int) -> list[Text]:
    """Say how many indicators are deeper, broader and back, of each that is."""
    said = [
        (deeper, _("{count} deeper", count=deeper)),
        (broader, _("{count} broader", count=broader)),
        (back, _("{count} back", count=back)),
    ]
    return [text for count, text in said if count]


def _overseen(picture: OverviewPicture) -> Sayable:
    now = [row.moments[-1] for row in picture.rows]
    if _is_silent(colour for moment in now for colour in moment.colours):
        return SILENT
    return _differ(sum(moment.diverges for moment in now), len(now))


def _differ(count: int, total: int) -> Text:
    if not count:
        return _("Views do not differ")
    return _("Views differ on {count} of {total}", count=count, total=total)


def _on_card(picture: CardPicture) -> Sayable:
    """Say on how many indicators views differ, else what one who is seen in depth has said."""
    deep = [column for column in picture.columns if column.in_depth]
    marks = [mark for row in picture.rows for mark in row.marks]
    if len(deep) > 1 and all(mark == Mark() for mark in marks):
        return SILENT
    if len(deep) > 1:
        return _differ(sum(marks_differ(row.marks) for row in picture.rows), len(picture.rows))
    column = (deep or picture.columns)[0]
    return words(colon(column.who), COLOUR_MEANING[column.cell.colour])


def marks_differ(marks: Sequence[Mark]) -> bool:
    """Say whether some call an indicator shown and others not; who scored nothing says neither."""
    return len({mark.mastery is Mastery.NOT_SHOWN for mark in marks if mark.mastery}) > 1


def _mapped(picture: HeatMapPicture) -> Sayable:
    count, total = sum(row.gap for row in picture.rows), len(picture.rows)
    if not count:
        silent = _is_silent(colour for row in picture.rows for colour in row.colours)
        return SILENT if silent else _("No collective gaps")
    return _n(
        "{count} collective gap, of {total}",
        "{count} collective gaps, of {total}",
        count,
        total=total,
    )


def _changed(picture: FilmPicture) -> Text:
    """Say how many competences ended in another colour than they began with, and since when."""
    first, last = picture.frames[0], picture.frames[-1]
    pairs = zip(first.colours, last.colours, strict=True)
    changed = sum(was != now for was, now in pairs)
    if not changed:
        return _("Nothing changed since {day}", day=first.when)
    return _(
        "{count} of {total} changed since {day}",
        count=changed,
        total=len(picture.rows),
        day=first.when,
    )


def _overlapped(picture: RoutePicture) -> Sayable:
    return overlap_found(picture.rows)


_FOUND: dict[type, Callable[[Any], Sayable]] = {
    ReportPicture: _photographed,
    CardPicture: _on_card,
    OverviewPicture: _overseen,
    HeatMapPicture: _mapped,
    MatrixPicture: found_in_matrix,
    FilmPicture: _changed,
    WeeksPicture: _changed,
    RoutePicture: _overlapped,
    TuningPicture: found_in_tuning,
}
