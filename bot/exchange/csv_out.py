"""CSV for spreadsheets: it opens in columns where the school is, and no cell is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


def inert(cell: str) -> str:
    """Make a cell that a spreadsheet shows as text, whatever it begins with."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_ACTIVE) else cell


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
    writer.writerow(header)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
