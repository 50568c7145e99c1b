"""The evaluations to prepare as a spreadsheet: two sheets of text."""

from datetime import UTC, datetime

import pytest

from bot.exchange.spreadsheets.evaluations_xlsx import evaluations_xlsx
from bot.i18n import Voice
from bot.messages import EvaluationsSheet, Table, _
from tests.exchange.spreadsheets.test_heat_map_xlsx import ACTIVE, MAIN, Reopened

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def sheet(words: str) -> EvaluationsSheet:
    columns = (_("student"), _("course component"))
    tables = (
        Table(_("By component"), columns, ((words, words),)),
        Table(_("By student"), columns, ()),
    )
    return EvaluationsSheet(words, words, tables, AT)


@pytest.mark.parametrize("words", ACTIVE)
def test_whatever_somebody_wrote_is_text_and_never_a_formula(words: str):
    written = evaluations_xlsx(sheet(words), Voice("nl", "UTC"))
    seen, other = Reopened(written), Reopened(written, 2)
    assert not list(seen.sheet.iter(f"{MAIN}f"))
    assert [seen.cells[at] for at in ("A1", "A5", "B5")] == [words] * 3
    assert [seen.cells["A4"], other.cells["A4"]] == ["leerling", "leerling"]
    assert written == evaluations_xlsx(sheet(words), Voice("nl", "UTC"))
