"""CSV for spreadsheets: it opens in columns where the school is, and no cell is ever a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_ACTIVE = "[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]"
"""What a formula begins with, in full width as well: some spreadsheets take that for the same."""

_UNSEEN = r"[\s\"\x00-\x1f\x7f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
"""Blanks, marks that are not seen, and quotes, which a spreadsheet takes away."""

_PARTS = r"[;,\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]"
"""What parts cells or lines where a spreadsheet is set for another separator than the file's."""

_BEGINS = re.compile(rf" *[\t\r\n]|{_UNSEEN}{_ACTIVE}")
_INSIDE = re.compile(rf"({_PARTS}{_UNSEEN})(?={_ACTIVE}[^;,\t\r\n]*[^\s;,])")
"""Not before a dash alone, as in '€ 10,-': that is no formula."""


def inert(cell: str) -> str:
    """Make a cell that a spreadsheet shows as text, also where it parts cells at other signs."""
    begun = f"'{cell}" if _BEGINS.match(cell) else cell
    return _INSIDE.sub(r"\1'", begun)


def separator_of(language: str, zone: str) -> str:
    """Find what separates lists where a language is spoken in a time zone: ';' or ','.

    Where numbers have a decimal comma, as in Belgium, a spreadsheet parts columns at semicolons.
    """
    from babel import Locale, UnknownLocaleError  # loading it takes longer than most commands
    from babel.core import get_global
    from babel.numbers import get_decimal_symbol

    land = get_global("zone_territories").get(zone)
    try:
        locale = Locale.parse(f"{language}_{land}" if land else language)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(language)
    return ";" if get_decimal_symbol(locale) == "," else ","


def table_of(header: Sequence[str], rows: Iterable[Sequence[str]], separator: str) -> bytes:
    """Write a table, marked as UTF-8: Excel takes it for another encoding otherwise.

    Its first line names the separator, for a spreadsheet that is set for another one.
    """
    out = io.StringIO(newline="")
    out.write(f"sep={separator}\r\n")
    writer = csv.writer(out, delimiter=separator)
    writer.writerow([inert(cell) for cell in header])
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
