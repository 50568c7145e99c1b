"""A document as a PDF that can be read out loud: tagged (PDF/UA-1), in our own fonts.

The same description makes the same bytes.
"""

import json
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from bot.exchange.documents.columns import in_columns
from bot.exchange.documents.parts import parts_of
from bot.exchange.documents.row_heads import with_row_heads
from bot.i18n import Voice
from bot.messages import Document, DocumentTable

LAYOUT = Path(__file__).parent / "layout.typ"

SIZES = (9.5, 8.8, 8.1, 7.5)
"""Sizes of letters (points), the largest first; below the last one nobody reads on paper."""

_PAGE = b"/Type/Page/"


def pdf_of(document: Document, voice: Voice, fonts: Path, tidy: Callable[[str], str]) -> bytes:
    """Write a document in a language, with the fonts of a folder and no others.

    `tidy` makes a line of signs that these fonts have.
    """
    narrowed = in_columns(document)
    try:
        return _fitted(narrowed, parts_of(narrowed, voice, tidy), fonts)
    except typst.TypstError:
        # Marks above a letter that no font of ours can set on it: they go, the letter stays.
        bare = parts_of(narrowed, voice, lambda line: _without_marks(tidy(line)))
        return _fitted(narrowed, bare, fonts)


def _without_marks(line: str) -> str:
    return "".join(sign for sign in line if not unicodedata.combining(sign))


def _fitted(document: Document, parts: dict[str, Any], fonts: Path) -> bytes:
    written = _written(document, parts, fonts, SIZES[0])
    if not document.most < count_pages(written) <= 2 * document.most:
        return written
    smaller = (_written(document, parts, fonts, size) for size in SIZES[1:])
    return next((pdf for pdf in smaller if count_pages(pdf) <= document.most), written)


def count_pages(pdf: bytes) -> int:
    """Count the pages of what was written here."""
    return pdf.count(_PAGE)


def _written(document: Document, parts: dict[str, Any], fonts: Path, size: float) -> bytes:
    given = json.dumps({**parts, "size": size}, ensure_ascii=False)
    pdf = typst.compile(
        LAYOUT,
        sys_inputs={"document": given},
        font_paths=_fonts(fonts),
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(document.made_at.timestamp()),
    )
    blocks = (block for section in document.sections for block in section.blocks)
    return with_row_heads(
        pdf, [block.row_heads for block in blocks if isinstance(block, DocumentTable)]
    )


@lru_cache(maxsize=1)
def _fonts(folder: Path) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
