"""What is counted of answers without a name, and what of it may be shown: all at once, or never.

That it takes five answers is the school's order; why a count that tells what somebody answered is
not shown, however many answered, is argued in docs/questionnaires.md.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.domain.questions import GivenAnswer, SchoolQuestion, bare
from bot.domain.school.naming import in_full

T = TypeVar("T")

FEWEST = 5
"""Answers from which on something is shown."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each value was answered, by question and value, and all words of a question.

    Words stand in the order of the alphabet, so that it tells nothing: by themselves, whatever is
    shown here in their place.
    """

    counts: Mapping[tuple[int, int], int] = field(default_factory=dict)
    words: Mapping[int, Sequence[str]] = field(default_factory=dict)
    sheets: int = 0


def add_sheet(tally: Tally, given: Sequence[GivenAnswer]) -> Tally:
    """Count one more sheet in; nothing in what comes of it says which answers were on it."""
    counts = Counter(tally.counts)
    words = {number: list(said) for number, said in tally.words.items()}
    for answer in given:
        if answer.value is not None:
            counts[answer.number, answer.value] += 1
        else:
            words.setdefault(answer.number, []).append(answer.words)
    in_order = {number: sorted(words[number], key=in_full) for number in sorted(words)}
    return Tally(dict(sorted(counts.items())), in_order, tally.sheets + 1)


def tells_nobody(counts: Mapping[T, int]) -> bool:
    """Say whether how often each value was answered tells nobody's answer.

    There are five answers at least, and who takes the own one away still sees two different ones
    left: so neither a stranger nor one of those who answered knows what another one said.
    """
    if sum(counts.values()) < FEWEST:
        return False
    answered = [value for value, count in counts.items() if count]
    return all(
        sum(1 for value in answered if counts[value] - (value == own) > 0) > 1 for own in answered
    )


def freeze(tally: Tally, questions: Sequence[SchoolQuestion]) -> Tally | None:
    """Keep what may be shown for good; None where fewer than five answered, and nothing is kept."""
    if tally.sheets < FEWEST:
        return None
    counts: dict[tuple[int, int], int] = {}
    for question in questions:
        own = {value: tally.counts.get((question.number, value), 0) for value in question.values}
        if tells_nobody(own):
            counts |= {(question.number, value): count for value, count in own.items() if count}
    # The same words are the same answer: five times "no" tells what everybody said.
    words = {
        number: said
        for number, said in tally.words.items()
        if tells_nobody(Counter(bare(in_full(own)) for own in said))
    }
    return Tally(counts, words, tally.sheets)
