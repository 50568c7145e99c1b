"""A document as plain data in the reader's language, as its layout takes it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from bot.domain.scoring.colours import Colour
from bot.i18n import Voice
from bot.messages import Document, DocumentCell, DocumentTable, Sayable, _
from bot.showing.documents import GROWTH_SIGN, cell_words
from bot.showing.palette import COLOUR_PAINT, Scheme
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING

Say = Callable[[Sayable], str]

_UNTITLED = "Kompaan"
"""What a document is called that has no title: one without any is not PDF/UA."""


def parts_of(document: Document, voice: Voice, tidy: Callable[[str], str]) -> dict[str, Any]:
    """Say all of a document; `tidy` makes a line of signs that our fonts have."""

    def say(what: Sayable) -> str:
        return "\n".join(tidy(line) for line in voice.say(what).split("\n")).strip("\n")

    def say_line(what: Sayable) -> str:
        return say(what).replace("\n", " ")

    tables = (block for part in document.sections for block in part.blocks)
    cells = [
        cell
        for table in tables
        if isinstance(table, DocumentTable)
        for row in table.rows
        for cell in row
    ]
    return {
        "title": say_line(document.title) or _UNTITLED,
        "under": say(document.under),
        "foot": say(document.foot),
        "page": say(_("page {page} of {pages}", page="{page}", pages="{pages}")),
        "language": voice.language,
        "landscape": document.landscape,
        "paints": _paints(),
        "legend": _legend(cells, say),
        "sections": [
            {
                "title": say_line(part.title),
                "blocks": [made for block in part.blocks if (made := _block(block, say))],
            }
            for part in document.sections
        ],
    }


def _block(block: Any, say: Say) -> Mapping[str, Any] | None:
    """Say a block; None where it would be empty."""
    match block:
        case DocumentTable(caption, head, rows, widths):
            return {
                "kind": "table",
                "caption": say(caption),
                "head": [say(cell) for cell in head],
                "widths": list(widths or (1,) * len(head)),
                "rows": [[_cell(cell, say) for cell in row] for row in rows],
            }
        case tuple():
            items = [item for item in map(say, block) if item]
            return {"kind": "list", "items": items} if items else None
    said = say(block)
    return {"kind": "text", "text": said} if said else None


def _cell(cell: DocumentCell, say: Say) -> dict[str, Any]:
    sign, drawn = partial(_sign, say=say), cell_words(cell)
    tally = zip(Colour, cell.tally, strict=True) if cell.tally else ()
    return {
        "text": say(cell.text),
        "growth": " ".join(
            f"{mark}{count}"
            for mark, count in zip(GROWTH_SIGN, cell.growth or (0, 0, 0), strict=True)
            if count
        ),
        "alt": say(drawn) if drawn else None,
        "sign": sign(cell.colour) if cell.colour else None,
        "before": [sign(colour) if colour else None for colour in cell.before],
        "progress": cell.progress,
        "tally": [{**sign(colour), "count": count} for colour, count in tally] or None,
    }


def _sign(colour: Colour, say: Say) -> dict[str, Any]:
    return {"colour": colour.value, "letter": say(COLOUR_LETTER[colour]), "rank": colour.rank}


def _paints() -> Mapping[str, Mapping[str, str]]:
    paints = COLOUR_PAINT[Scheme.LIGHT]
    return {
        colour.value: {"ink": paint.ink, "ground": paint.ground} for colour, paint in paints.items()
    }


def _legend(cells: list[DocumentCell], say: Say) -> list[Mapping[str, Any]]:
    """Explain, at the foot of each page, what is drawn in the tables: all colours, or none."""
    entries: list[Mapping[str, Any]] = []
    if any(cell.colour or cell.tally for cell in cells):
        entries += [
            {"sign": _sign(colour, say), "meaning": say(COLOUR_MEANING[colour])}
            for colour in Colour
        ]
    if any(cell.progress for cell in cells):
        entries.append({"sign": None, "meaning": say(_("has come up"))})
    for place, (mark, meaning) in enumerate(GROWTH_SIGN.items()):
        if any(cell.growth[place] for cell in cells if cell.growth):
            entries.append({"sign": mark, "meaning": say(meaning)})
    return entries
