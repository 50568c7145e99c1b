"""CSV for spreadsheets: opened, no cell of it is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


def inert(cell: str) -> str:
    """Make a cell that a spreadsheet shows as text, whatever it begins with."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_ACTIVE) else cell


def table_of(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table, marked as UTF-8: Excel takes it for another encoding otherwise."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
