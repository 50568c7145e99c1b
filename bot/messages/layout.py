"""The same that a message says, by its parts: for a platform that lays them out by itself.

Where a platform has nothing for it, the message's own text and buttons say all of it.
"""

from dataclasses import dataclass

from bot.messages.buttons import Button
from bot.messages.texts import Sayable


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """What a row is about, in full, and what can be chosen of it: none, where nothing is asked.

    At most one holds (`chosen`), and choosing it again says nothing new; taking it back is a
    choice of its own, the last.
    """

    text: Sayable
    choices: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what it shows, the heads of its columns, and as many cells in each row.

    Whole numbers are numbers, by which somebody may sort; by its first cell a row is known.
    """

    caption: Sayable
    heads: tuple[Sayable, ...]
    rows: tuple[tuple[Sayable, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands above, the rows with their choices or a table, and the buttons below."""

    above: Sayable
    rows: tuple[ChoiceRow, ...] = ()
    grid: Grid | None = None
    below: tuple[tuple[Button, ...], ...] = ()
