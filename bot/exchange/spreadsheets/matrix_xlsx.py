"""The class matrix as a spreadsheet: patterns and letters, no colours, and never a formula."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from bot.domain.planning.matrix import ComeUp
from bot.exchange.spreadsheets.heat_map_xlsx import TEXT_ONLY
from bot.i18n import Voice
from bot.messages import MatrixCell, MatrixPicture, MatrixRow, Sayable, _, words
from bot.showing.matrix import ALONE, CAME_UP, MATRIX_ORDER, PLANNED, standing_of
from bot.showing.words.prior import ACQUIRED_BEFORE

_HEAD = 3
"""The row of the students' names; below it stand their companies."""

_FIRST = _HEAD + 2
_INK, _PAPER = "#17202e", "#ffffff"
_SOLID, _HATCHED = 1, 15
"""The patterns of a spreadsheet's cells."""

_FILLS: Mapping[ComeUp, Mapping[str, Any]] = {
    ComeUp.NOT: {},
    ComeUp.SOMETIMES: {"pattern": _HATCHED, "fg_color": "#9aa5b3", "bg_color": _PAPER},
    ComeUp.REGULARLY: {"pattern": _SOLID, "bg_color": _INK, "font_color": _PAPER},
}
_TIMES = {ComeUp.NOT: "", ComeUp.SOMETIMES: "1-3", ComeUp.REGULARLY: "4+"}
"""How often it came up: no letters, since those of the colours are some."""

_STAR = "★"
_FULL = "■"


def matrix_xlsx(picture: MatrixPicture, voice: Voice, at: datetime) -> bytes:
    """Write the matrix in the order it has, made at that instant (aware), in a language."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, TEXT_ONLY)
    book.set_properties({"created": at.astimezone(UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet(voice.say(_("Competences")))
    sheet.write_string(0, 0, voice.say(picture.title), book.add_format({"bold": True, "size": 14}))
    under = words(picture.under, picture.day, MATRIX_ORDER, by=" · ")
    sheet.write_string(1, 0, voice.say(under))
    formats = {cell: book.add_format(_format(cell)) for cell in _kinds()}
    _write_heads(sheet, picture, book.add_format({"bold": True, "rotation": 90}))
    for place, row in enumerate(picture.rows, start=_FIRST):
        _write_row(sheet, place, row, voice, formats)
    _write_legend(sheet, _FIRST + 1 + len(picture.rows), voice, formats)
    book.close()
    return out.getvalue()


def _kinds() -> list[MatrixCell]:
    return [
        MatrixCell(planned, often, alone)
        for planned in (False, True)
        for often in ComeUp
        for alone in (False, True)
    ]


def _format(cell: MatrixCell) -> dict[str, Any]:
    framed = {"border": 2, "border_color": _INK} if cell.planned else {}
    return {"align": "center", "bold": True, **_FILLS[cell.at_work], **framed}


def _write_heads(sheet: Any, picture: MatrixPicture, upright: Any) -> None:
    for below, names in enumerate((picture.students, picture.companies)):
        for column, name in enumerate(names, start=2):
            sheet.write_string(_HEAD + below, column, name, upright)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 1 + len(picture.students), 6)
    sheet.freeze_panes(_FIRST, 2)


def _write_row(
    sheet: Any, place: int, row: MatrixRow, voice: Voice, formats: Mapping[MatrixCell, Any]
) -> None:
    sheet.write_number(place, 0, row.number)
    sheet.write_string(place, 1, row.title)
    for column, cell in enumerate(row.cells, start=2):
        painted = formats[replace(cell, before=False)]
        sheet.write_string(place, column, voice.say(_signs(cell)), painted)
    standing = standing_of(row)
    if standing:
        sheet.write_string(place, 2 + len(row.cells), voice.say(standing))


def _signs(cell: MatrixCell) -> Sayable:
    """Write a cell in signs, which stay where patterns are lost: 'P 1-3 ★ ■'."""
    planned = _("P") if cell.planned else ""
    return words(
        planned,
        _TIMES[cell.at_work],
        _STAR if cell.alone else "",
        _FULL if cell.before else "",
    )


def _write_legend(sheet: Any, top: int, voice: Voice, formats: Mapping[MatrixCell, Any]) -> None:
    signs: list[tuple[MatrixCell, Sayable]] = [
        (MatrixCell(planned=True), PLANNED),
        *((MatrixCell(at_work=often), said) for often, said in CAME_UP.items()),
        (MatrixCell(alone=True), ALONE),
        (MatrixCell(before=True), ACQUIRED_BEFORE),
    ]
    for place, (cell, meaning) in enumerate(signs, start=top):
        painted = formats[replace(cell, before=False)]
        sheet.write_string(place, 0, voice.say(_signs(cell)), painted)
        sheet.write_string(place, 1, voice.say(meaning))
