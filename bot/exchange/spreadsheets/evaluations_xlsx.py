"""The evaluations to prepare as a spreadsheet: a sheet for each arrangement, never a formula."""

import io
from datetime import UTC
from typing import Any

import xlsxwriter

from bot.exchange.spreadsheets.heat_map_xlsx import TEXT_ONLY
from bot.i18n import Voice
from bot.messages import EvaluationsSheet, Table

LONGEST_TAB = 31
"""Letters of a sheet's name."""

WIDEST = 60
"""Signs of a column; longer texts are wrapped."""


def evaluations_xlsx(described: EvaluationsSheet, voice: Voice) -> bytes:
    """Write the evaluations in a language: what is in a cell is text, whatever it looks like."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, TEXT_ONLY)
    book.set_properties({"created": described.made_at.astimezone(UTC).replace(tzinfo=None)})
    formats = {
        "title": book.add_format({"bold": True, "size": 14}),
        "head": book.add_format({"bold": True, "bottom": 1}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for table in described.tables:
        sheet = book.add_worksheet(voice.say(table.title)[:LONGEST_TAB])
        _write(sheet, described, table, voice, formats)
    book.close()
    return out.getvalue()


def _write(
    sheet: Any, described: EvaluationsSheet, table: Table, voice: Voice, formats: dict[str, Any]
) -> None:
    sheet.write_string(0, 0, voice.say(described.title), formats["title"])
    sheet.write_string(1, 0, voice.say(described.under).replace("\n", " · "))
    said = [[voice.say(cell) for cell in row] for row in (table.columns, *table.rows)]
    for place, row in enumerate(said, start=3):
        for column, text in enumerate(row):
            sheet.write_string(place, column, text, formats["head" if place == 3 else "cell"])
    for column, texts in enumerate(zip(*said, strict=True)):
        sheet.set_column(column, column, min(max(map(len, texts)) + 2, WIDEST))
    sheet.freeze_panes(4, 0)
    sheet.fit_to_pages(1, 0)
