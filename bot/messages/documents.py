"""Documents as a handler describes them: pages to read and to print, made at sending.

What they say stands here, in order and by its parts; how it looks is the writer's.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.scoring.colours import Colour
from bot.messages.texts import Sayable


@dataclass(frozen=True, slots=True)
class DocumentCell:
    """One cell of a table: words, or a colour with what belongs to it, or both.

    `progress` is how many indicators came up, of how many. `before` are the colours that went
    before this one, the oldest first, None where there was no photo of it. `tally` counts for each
    colour, grey first, how many (students, competences) have it. `growth` counts the indicators
    that are deeper, broader and back.
    """

    text: Sayable = ""
    colour: Colour | None = None
    progress: tuple[int, int] | None = None
    before: tuple[Colour | None, ...] = ()
    tally: tuple[int, ...] = ()
    growth: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table with as many cells in each row as heads; `widths` are relative, none for even ones.

    The first cell of a row is its head where it has `row_heads`. Without a caption none is shown.
    """

    caption: Sayable
    head: tuple[Sayable, ...]
    rows: tuple[tuple[DocumentCell, ...], ...]
    widths: tuple[int, ...] = ()
    row_heads: bool = True


Block = Sayable | DocumentTable | tuple[Sayable, ...]
"""A paragraph, a table, or a list of points."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: Sayable
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Pages with one title, `under` it what they are of, and on each page its `foot`.

    It was made at that instant (aware): the same description makes the same bytes. Where it would
    take more than `most` pages, and smaller letters help, it is written in smaller letters.
    """

    title: Sayable
    under: Sayable
    sections: tuple[Section, ...]
    foot: Sayable
    made_at: datetime
    landscape: bool = False
    most: int = 0
