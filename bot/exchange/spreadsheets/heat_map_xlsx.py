"""The class heat map as a spreadsheet: the same colours, and never a formula."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from bot.domain.scoring.colours import Colour
from bot.i18n import Voice
from bot.messages import HeatMapPicture, HeatMapRow, _, words
from bot.showing.heat_map import ORDER, acquired
from bot.showing.palette import COLOUR_PAINT, Scheme
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING

Fields = Mapping[Colour, Any]
"""The format of each colour's cells."""

_HEAD = 3
"""The row of the students' names; above it stand the titles."""

TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""With what a book is made in which whatever somebody wrote stays text."""


def heat_map_xlsx(picture: HeatMapPicture, voice: Voice, at: datetime) -> bytes:
    """Write the map in the order it has, made at that instant (aware), in the reader's language."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, TEXT_ONLY)
    book.set_properties({"created": at.astimezone(UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet(voice.say(_("Competences")))
    sheet.write_string(0, 0, voice.say(picture.title), book.add_format({"bold": True, "size": 14}))
    sheet.write_string(1, 0, voice.say(words(picture.under, picture.day, ORDER, by=" · ")))
    fields = {colour: book.add_format(_field(colour)) for colour in Colour}
    _heads(sheet, picture, voice, book.add_format({"bold": True, "rotation": 90}))
    for place, row in enumerate(picture.rows, start=_HEAD + 1):
        _row(sheet, place, row, voice, fields)
    _legend(sheet, _HEAD + 2 + len(picture.rows), voice, fields)
    book.close()
    return out.getvalue()


def _field(colour: Colour) -> dict[str, Any]:
    paint = COLOUR_PAINT[Scheme.LIGHT][colour]
    fill = {"bg_color": paint.ground, "font_color": paint.ink, "border_color": "#ffffff"}
    return {**fill, "bold": True, "align": "center", "border": 1}


def _heads(sheet: Any, picture: HeatMapPicture, voice: Voice, upright: Any) -> None:
    names = [*picture.students, voice.say(_("acquired"))]
    for column, name in enumerate(names, start=2):
        sheet.write_string(_HEAD, column, name, upright)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 1 + len(names), 4)
    sheet.freeze_panes(_HEAD + 1, 2)


def _row(sheet: Any, place: int, row: HeatMapRow, voice: Voice, fields: Fields) -> None:
    sheet.write_number(place, 0, row.number)
    sheet.write_string(place, 1, row.title)
    for column, colour in enumerate(row.colours, start=2):
        sheet.write_string(place, column, voice.say(COLOUR_LETTER[colour]), fields[colour])
    beyond = 2 + len(row.colours)
    sheet.write_number(place, beyond, acquired(row))
    if row.gap:
        sheet.write_string(place, beyond + 1, voice.say(_("collective gap")))


def _legend(sheet: Any, top: int, voice: Voice, fields: Fields) -> None:
    for place, colour in enumerate(Colour, start=top):
        sheet.write_string(place, 0, voice.say(COLOUR_LETTER[colour]), fields[colour])
        sheet.write_string(place, 1, voice.say(COLOUR_MEANING[colour]))
