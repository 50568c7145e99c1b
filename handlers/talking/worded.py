"""Marks as their signs and letters, each with its word the first time that a message shows it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Sayable, words
from bot.showing.words.scores.marks import COVERAGE_WORD, MASTERY_WORD, NOT_HERE
from handlers.talking.phrases import MASTERY_SIGN, spans

Value = tuple[Mastery | None, Coverage | None, bool, bool]
"""A mastery, a coverage, whether it is one more time, and whether it is not here."""


class Worded:
    """What a message has put in words so far."""

    def __init__(self) -> None:
        """Begin a message."""
        self._said: set[Mastery | Coverage] = set()

    def value(self, value: Value) -> Sayable:
        """Say a value: '✓R alone, regularly', and the next time '✓R'."""
        mastery, coverage, again, not_here = value
        if not_here:
            return NOT_HERE
        sign = MASTERY_SIGN[mastery] if mastery else ""
        letters = f"{sign}{coverage.value if coverage else ''}{'+1' if again else ''}"
        new = [*self._new(mastery, coverage)]
        return words(letters, words(*new, by=", ")) if new else letters

    def mark(self, mark: Mark) -> Sayable:
        """Say a mark; without a mastery there is a dash in its place."""
        said = self.value((mark.mastery, mark.coverage, False, mark.not_here))
        return said if mark.mastery or mark.not_here else words("–", said, by="")

    def runs(self, values: Iterable[tuple[int, Value]]) -> Sayable:
        """Show values by indicator, neighbours together: '1-2 ✓ alone · 3 ◐ with support'."""
        parts: list[Sayable] = []
        ordered = sorted(values, key=lambda pair: pair[0])
        for value, group in groupby(ordered, key=lambda pair: pair[1]):
            numbers = [number for number, _value in group]
            parts += [words(span, self.value(value)) for span in spans(numbers)]
        return words(*parts, by=" · ")

    def _new(self, mastery: Mastery | None, coverage: Coverage | None) -> Iterator[Sayable]:
        """Find the words that were not said before."""
        if mastery and mastery not in self._said:
            yield MASTERY_WORD[mastery]
        if coverage and coverage not in self._said:
            yield COVERAGE_WORD[coverage]
        self._said |= {value for value in (mastery, coverage) if value}


def value_of(score: Score) -> Value:
    """Take what a score says as a value."""
    return score.mastery, score.coverage, bool(score.tally), score.not_here
