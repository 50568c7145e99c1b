"""Tables too wide for paper: several below each other, the first column on each."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.messages import Document, DocumentTable
from bot.messages.documents import Block

MOST = 30
"""Columns beside the first: in more of them a colour's letter is too small on paper."""


def in_columns(document: Document) -> Document:
    """Part the tables that have more columns than can be read, evenly."""
    sections = tuple(
        replace(section, blocks=tuple(part for block in section.blocks for part in _parts(block)))
        for section in document.sections
    )
    return replace(document, sections=sections)


def _parts(block: Block) -> Iterator[Block]:
    if not isinstance(block, DocumentTable) or len(block.head) - 1 <= MOST:
        yield block
        return
    beside = len(block.head) - 1
    parts = -(-beside // MOST)
    ends = [1 + beside * part // parts for part in range(parts + 1)]
    for begin, end in pairwise(ends):
        yield replace(
            block,
            head=(block.head[0], *block.head[begin:end]),
            rows=tuple((row[0], *row[begin:end]) for row in block.rows),
            widths=(block.widths[0], *block.widths[begin:end]) if block.widths else (),
        )
