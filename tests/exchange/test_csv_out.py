"""No cell of a table is ever a formula, whichever separator a spreadsheet is set for."""

import csv
import io

import pytest

from bot.exchange.csv_out import inert, table_of

FORMULAS = [
    f"{before}{sign}1+1"
    for sign in ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe66")
    for before in ("", " ", "\t", "\r", "\n", "\r\n", "\u00a0", "\u202f", "\ufeff", "\u200b",
                   "\u3000", "a;", "a; ", "a;\u00a0", "a;\ufeff", "a,", "a\n", "a\r", "a\t",
                   "a\n\u200b", 'a;"', '"', 'a";', "a\u2028", "a\x0b", "a;;", ";", "a\n\n")
]  # fmt: skip
PLAIN = ["", "Jonas", "€ 10,-", "a; b", "10.3 l", "a-b", "3,5", "wat; dan -", "x\ny", "d'accord",
         "6A – 7B", "mail@school.example"]  # fmt: skip
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66"
UNSEEN = ' \t\r\n\u00a0\u202f\ufeff\u200b\u3000\u2028\x0b"'


@pytest.mark.parametrize("written", [";", ","])
@pytest.mark.parametrize("sep", [";", ",", "\t"])
def test_reopened_with_any_separator_no_cell_is_a_formula(sep: str, written: str):
    for text in FORMULAS:
        data = table_of(("a", text), [(text, "x"), ("x", text), (text, text)], written)
        # Without the line of the separator, as where a spreadsheet does not know it.
        lines = data.decode("utf-8-sig").split("\r\n", 1)[1]
        reopened = csv.reader(io.StringIO(lines, newline=""), delimiter=sep)
        cells = [cell for row in reopened for cell in row]
        assert not [cell for cell in cells if cell.strip(UNSEEN)[:1] in tuple(SIGNS)], text


def test_nothing_of_it_is_lost():
    assert [text for text in FORMULAS if inert(text).replace("'", "") != text] == []


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_formula_stays(text: str):
    assert inert(text) == text
