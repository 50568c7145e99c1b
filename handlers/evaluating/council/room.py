"""What fits on the two pages of a student: of what may grow long the newest, and how many more.

Lines are counted by letters at a small size, so an estimate is enough; the writer of documents then
takes the largest letters with which two pages do.
"""

from collections.abc import Sequence

from bot.messages import Sayable, _n
from handlers.talking.paging import length_of

LINES = 128
"""Lines on two pages, the head of the first one and all feet left out."""

LETTERS = 118
"""Letters of a line of a list."""

TITLE_LETTERS = 38
"""Letters of a line of a competence's title in the table."""

HEADING = 3
"""Lines that the heading of a section takes."""

ROW = 2.5
"""Lines of a competence at least: a colour, and how much came up."""

Points = tuple[Sayable, ...]


def lines_of(points: Sequence[Sayable]) -> int:
    """Count about how many lines a list takes, with its heading."""
    return HEADING + sum(-(-length_of(point) // LETTERS) for point in points)


def lines_of_table(titles: Sequence[Sayable]) -> float:
    """Count about how many lines a table of competences with these titles takes."""
    return HEADING + sum(max(ROW, -(-length_of(title) // TITLE_LETTERS)) for title in titles)


def fit(lists: Sequence[Points], lines: float) -> list[Points]:
    """Shorten lists so that together they take so many lines: the longest gives way first.

    Each keeps one point at least, and says how many were left out.
    """
    fitted: dict[int, Points] = {}
    left = lines
    by_length = sorted(range(len(lists)), key=lambda place: lines_of(lists[place]))
    for done, place in enumerate(by_length):
        fitted[place] = _shortened(lists[place], left / (len(lists) - done))
        left -= lines_of(fitted[place])
    return [fitted[place] for place in range(len(lists))]


def _shortened(points: Points, lines: float) -> Points:
    if lines_of(points) <= lines:
        return points
    shown = points[:1]
    while lines_of(points[: len(shown) + 1]) < lines:
        shown = points[: len(shown) + 1]
    left = len(points) - len(shown)
    return (*shown, _n("and {count} more", "and {count} more", left)) if left else shown
