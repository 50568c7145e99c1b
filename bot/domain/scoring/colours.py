"""The colour of a competence in one perspective, and its progress.

Source: document 004, chapter 3 §6 (interpretation of the scores) and §1 (the cut-off).
The sources disagree on exactly 80 %, so the cut-off is a setting of the programme.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.school.frameworks import CutOff
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery, came_up


class Colour(StrEnum):
    """What the marks on a competence's indicators sum up to."""

    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    LIGHT_GREEN = "light_green"
    DARK_GREEN = "dark_green"

    @property
    def acquired(self) -> bool:
        """Say whether the competence counts as acquired, with support or alone."""
        return self in (Colour.LIGHT_GREEN, Colour.DARK_GREEN)

    @property
    def rank(self) -> int:
        """Order the colours from nothing scored (0) to acquired autonomously (4)."""
        return tuple(Colour).index(self)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of a competence's indicators are scored, acquired, autonomous, covered, not here."""

    scored: int = 0
    acquired: int = 0
    autonomous: int = 0
    covered: int = 0
    not_here: int = 0

    def plus(self, other: "Counts", sign: int = 1) -> "Counts":
        """Add another set of counts, or take it away with sign -1."""
        return Counts(
            self.scored + sign * other.scored,
            self.acquired + sign * other.acquired,
            self.autonomous + sign * other.autonomous,
            self.covered + sign * other.covered,
            self.not_here + sign * other.not_here,
        )

    def minus(self, other: "Counts") -> "Counts":
        """Take another set of counts away."""
        return self.plus(other, -1)


def count_mark(mark: Mark) -> Counts:
    """Count one indicator by its mark: what it adds to its competence's counts."""
    return count_of(mark.mastery, mark.coverage, not_here=mark.not_here)


def count_of(
    mastery: Mastery | None, coverage: Coverage | None, *, not_here: bool = False
) -> Counts:
    """Count one indicator: what it adds to its competence's counts."""
    return Counts(
        scored=int(mastery is not None),
        acquired=int(mastery is not None and mastery.acquired),
        autonomous=int(mastery is Mastery.AUTONOMOUS),
        covered=int(came_up(mastery, coverage)),
        not_here=int(not_here),
    )


def counts_of(marks: Iterable[tuple[Mastery | None, Coverage | None]]) -> Counts:
    """Sum the counts of a competence's marks."""
    total = Counts()
    for mastery, coverage in marks:
        total = total.plus(count_of(mastery, coverage))
    return total


def counts_of_marks(marks: Iterable[Mark]) -> Counts:
    """Sum the counts of a competence's marks, with what is not here."""
    total = Counts()
    for mark in marks:
        total = total.plus(count_mark(mark))
    return total


def colour_of(indicators: int, counts: Counts, cut_off: CutOff = CutOff.AT_LEAST) -> Colour:
    """Work out the colour of a competence with so many indicators.

    Raises ValueError for a competence without indicators, which an import refuses.
    """
    if indicators < 1:
        raise ValueError("a competence has at least one indicator")
    if counts.scored == 0:
        return Colour.GREY
    if 2 * counts.acquired < indicators:
        return Colour.RED
    if not cut_off.reached(counts.acquired, indicators):
        return Colour.ORANGE
    if not cut_off.reached(counts.autonomous, indicators):
        return Colour.LIGHT_GREEN
    return Colour.DARK_GREEN


def side_of(indicators: int, counts: Counts, cut_off: CutOff = CutOff.AT_LEAST) -> Colour:
    """Work out the colour by which a perspective takes sides, acquired or not.

    It is the competence's colour, but grey where what was scored so far is acquired and only the
    rest keeps it from that: what was not scored yet, or is 'not here', is no opinion (ours).
    """
    colour = colour_of(indicators, counts, cut_off)
    if not counts.scored:
        return colour
    said = colour_of(counts.scored, counts, cut_off)
    return colour if said.acquired is colour.acquired else Colour.GREY


def verdicts_differ(colours: Iterable[Colour]) -> bool:
    """Say whether some call a competence acquired and others not; who scored nothing says neither.

    Source: document 004, chapter 3 §6 (one says it is acquired, another that it is not).
    """
    return len({colour.acquired for colour in colours if colour is not Colour.GREY}) > 1


def who_differ(colours: Sequence[Colour]) -> tuple[bool, ...]:
    """Say of each view whether it is the one that differs from the others' verdict.

    Where as many say acquired as not, all of them differ; who scored nothing never does.
    """
    said = [colour.acquired for colour in colours if colour is not Colour.GREY]
    acquired, not_acquired = said.count(True), said.count(False)
    fewest = min(acquired, not_acquired)
    return tuple(
        colour is not Colour.GREY and 0 < fewest == (acquired if colour.acquired else not_acquired)
        for colour in colours
    )
