"""Described documents to write: invented, with every part, and as long as real ones are."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import cycle

from bot.domain.scoring.colours import Colour
from bot.messages import Document, DocumentCell, DocumentTable, Section, _

AT = datetime(2027, 6, 18, 14, tzinfo=UTC)
HEADS = ("Competence", _("student"), _("mentor"), _("teacher"))
WIDTHS = (10, 4, 4, 4)
FOOT = f"Photo of Period 3, fingerprint {'3b1c5f0a' * 8}"

COMPETENCES = 35
"""More than any framework has that we know; its longest title has 160 letters."""

LONG_TITLE = (
    "Puts an ordinary and a less ordinary installation of a house, a shop and a workshop into "
    "service, checks by measurements that it is safe, and writes down what it found"
)


def cell(number: int) -> DocumentCell:
    """A colour with all that may belong to it, another one for each number."""
    colours = tuple(Colour)
    return DocumentCell(
        growth=(number % 3, number % 4, number % 2) if number % 3 else (),
        colour=colours[number % 5],
        progress=(number % 13, 12),
        before=(None if number % 4 else colours[(number + 3) % 5], colours[(number + 1) % 5]),
    )


def council_page(count: int = COMPETENCES, titles: Sequence[str] = (LONG_TITLE,)) -> Document:
    """One student for the class council: as many competences, with these titles in turn."""
    rows = tuple(
        (DocumentCell(f"{number} {title}"), *(cell(3 * number + view) for view in range(3)))
        for number, title in zip(range(1, count + 1), cycle(titles), strict=False)
    )
    return Document(
        title="Class council: Jonas Peeters",
        under="Electrician · 6A · photo of Period 3, 18 June 2027",
        sections=(
            Section("Colours", (DocumentTable("In three views", HEADS, rows, WIDTHS),)),
            Section("Chosen", ("To be evaluated:", ("Wiring: 1, 2, 3", "Safety: 4"))),
            Section("Goals", (("By June I want to connect a fuse box alone. " * 3,) * 5)),
        ),
        foot=FOOT,
        made_at=AT,
        most=2,
    )


def one_table(*rows: tuple[DocumentCell, ...], **table: object) -> Document:
    """A document with nothing but a table."""
    heads = tuple(f"Head {number}" for number, _cell in enumerate(rows[0], start=1))
    made = DocumentTable("", heads, rows, **table)  # type: ignore[arg-type]
    return Document("Table", "", (Section("Rows", (made,)),), "Foot", AT)
