"""The first cells of rows as heads in a PDF's structure, which Typst makes of no cell.

It makes heads of the cells above columns alone. A PDF may be followed by objects that take the
place of its own (ISO 32000-1, 7.5.6): here those of such cells, written by the rules of 14.8.4.3.4.
"""

import re
from collections.abc import Iterable, Iterator

_ELEMENT = re.compile(
    rb"^(\d+) 0 obj\n<</Type/StructElem/S/(Table|TBody|TR|TD)(/.*?)>>\nendobj$", re.M
)
_CHILDREN = re.compile(rb"/K\[([^]]*)\]")
_NUMBER = re.compile(rb"(\d+) 0 R")
_TRAILER = re.compile(rb"trailer\n<<(.*)>>\nstartxref\n(\d+)\n%%EOF\s*\Z", re.S)
_OF_COLUMN, _OF_ROW = b"/O/Table/", b"/O/Table/Scope/Row/"


def with_row_heads(pdf: bytes, tables: Iterable[bool]) -> bytes:
    """Make heads of the first cells of rows, of those tables, in their order, that have such heads.

    Raises ValueError for a PDF that is not built as Typst builds one.
    """
    found = {int(number): (kind, rest) for number, kind, rest in _ELEMENT.findall(pdf)}
    whole = [number for number, (kind, _rest) in found.items() if kind == b"Table"]
    wanted = [table for table, heads in zip(whole, tables, strict=True) if heads]
    heads = [cell for table in wanted for cell in _first_cells(found, table)]
    changed = [
        (cell, b"<</Type/StructElem/S/TH" + found[cell][1].replace(_OF_COLUMN, _OF_ROW) + b">>")
        for cell in heads
    ]
    return _with(pdf, changed) if changed else pdf


def _first_cells(found: dict[int, tuple[bytes, bytes]], table: int) -> Iterator[int]:
    for body in _children(found, table, b"TBody"):
        for row in _children(found, body, b"TR"):
            yield from _children(found, row, b"TD")[:1]


def _children(found: dict[int, tuple[bytes, bytes]], parent: int, kind: bytes) -> list[int]:
    (inside,) = _CHILDREN.findall(found[parent][1])
    numbers = map(int, _NUMBER.findall(inside))
    return [number for number in numbers if found.get(number, (b"",))[0] == kind]


def _with(pdf: bytes, changed: list[tuple[int, bytes]]) -> bytes:
    """Put objects after a PDF, each in the place of the one that has its number."""
    trailer = _TRAILER.search(pdf)
    if trailer is None:
        raise ValueError("this PDF has no table of its objects")
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    table = bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number, body in changed:
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    begins = len(out)
    entries, before = trailer.groups()
    end = b"trailer\n<<%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (entries, before, begins)
    return bytes(out + table + end)
