"""What is too long for one answer, in pages: buttons turn them, and nothing is left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.messages import Button, Joined, Listed, Quoted, Sayable, Text, _
from handlers.talking.routing.tap import Tap, button

T = TypeVar("T")

PAGE = 8_000
"""How long a page is at most, in UTF-16 units: three messages of Telegram's, or four."""

BETWEEN = 4
"""Units of quotation marks, or between two things that are listed, at most."""

BESIDE = 3_500
"""How long it is where something else stands above it."""


def length_of(said: Sayable) -> int:
    """Measure about how long something is once it is said, in UTF-16 units."""
    if isinstance(said, str):
        return len(said.encode("utf-16-le", "surrogatepass")) // 2
    if isinstance(said, Text):
        return len(said.key) + sum(map(length_of, said.args.values()))
    if isinstance(said, Joined):
        return sum(length_of(part) + len(said.by) for part in said.parts)
    if isinstance(said, Listed):
        return sum(length_of(part) + BETWEEN for part in said.parts)
    if isinstance(said, Quoted):
        return length_of(said.what) + BETWEEN
    return 24  # a day, a moment or a number


def pages_of(things: Sequence[Sayable], first: int = PAGE) -> list[list[Sayable]]:
    """Divide things among pages, one at least on each; the first may be of another length."""
    pages: list[list[Sayable]] = [[]]
    room = first
    for thing in things:
        size = length_of(thing) + 1
        if pages[-1] and size > room:
            pages.append([])
            room = PAGE
        pages[-1].append(thing)
        room -= size
    return pages


def in_pages(things: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    """Divide things among pages or rows of so many at most."""
    return (tuple(things[start : start + most]) for start in range(0, len(things), most))


@dataclass(frozen=True, slots=True)
class OnePage(Generic[T]):
    """What of a list is shown at once: its page (0 is the first), and how many there are."""

    things: Sequence[T]
    page: int
    count: int

    def turns(self, tap: Callable[[int], Tap]) -> tuple[tuple[Button, ...], ...]:
        """Give the row that leads to the pages beside this one; no row where there are none."""
        row = tuple(_leading(self.count, self.page, tap))
        return (row,) if row else ()


def open_page(things: Sequence[T], most: int, page: int) -> OnePage[T]:
    """Open one page of so many things at most; the last one, where the list became shorter."""
    count = max(1, -(-len(things) // most))
    page = min(page, count - 1)
    return OnePage(things[page * most : (page + 1) * most], page, count)


def turning(pages: Sequence[object], page: int, tap: Callable[[int], Tap]) -> tuple[Button, ...]:
    """Lead to the pages beside this one."""
    return tuple(_leading(len(pages), page, tap))


def _leading(count: int, page: int, tap: Callable[[int], Tap]) -> Iterator[Button]:
    if page > 0:
        yield button(_("‹ back"), tap(page - 1))
    if page + 1 < count:
        yield button(_("more ›"), tap(page + 1))
