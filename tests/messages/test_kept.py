"""A described file is read back from plain data as what it was."""

import json
from datetime import UTC, datetime

import pytest

from bot.domain.scoring.colours import Colour
from bot.i18n import Voice, said
from bot.messages import (
    CalendarEntries,
    CalendarEntry,
    Document,
    DocumentCell,
    DocumentTable,
    EvaluationsSheet,
    MatrixSheet,
    Section,
    Spreadsheet,
    Table,
    _,
)
from bot.messages.kept import described, kept
from tests.pictures.samples import EVERY

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
FILES = {
    **EVERY,
    "spreadsheet": Spreadsheet(EVERY["heat_map"], AT),
    "matrix_sheet": MatrixSheet(EVERY["matrix"], AT),
    "entry": CalendarEntry("m1", _("student"), AT, 45, "about 8.3", "Room 2"),
    "document": Document(
        _("student"),
        "",
        (
            Section("Bare", (_("mentor"), (_("teacher"), "a point"))),
            Section(
                "Table",
                (
                    DocumentTable(
                        "",
                        ("a", _("teacher")),
                        (
                            (
                                DocumentCell("words", progress=(3, 4)),
                                DocumentCell(
                                    colour=Colour.RED, before=(None, Colour.GREY), tally=(1, 0, 2)
                                ),
                            ),
                        ),
                        (1, 2),
                    ),
                ),
            ),
        ),
        "foot",
        AT,
    ),
    "entries": CalendarEntries("6A", (CalendarEntry("m1", _("student"), AT, 0, version=3),)),
    "table": Table(_("student"), (_("mentor"), "b"), ((1, "x"), (_("teacher"), ""))),
    "evaluations": EvaluationsSheet("6A", "One", (Table(_("student"), ("b",), (("x",),)),), AT),
}


@pytest.mark.parametrize("name", FILES)
def test_it_goes_through_json_and_comes_back(name):
    file = said(FILES[name], Voice("nl", "UTC"))
    assert described(json.loads(json.dumps(kept(file)))) == file


def test_what_another_version_kept_is_refused():
    with pytest.raises(KeyError):
        described({"kind": "Hologram"})
    with pytest.raises(TypeError):
        described({"kind": "CalendarEntry", "title": "Talk"})
