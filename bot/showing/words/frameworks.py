"""Of which framework the competences of a programme are, where it has several."""

from collections.abc import Iterator, Sequence

from bot.domain.school.frameworks import Programme
from bot.messages import Sayable, colon, words


def say_frameworks(programme: Programme) -> Iterator[Sayable]:
    """Name each framework with the numbers of its competences; nothing where there is only one."""
    for title, numbers in programme.frameworks().items():
        yield words(colon(title), say_numbers(numbers))


def say_numbers(numbers: Sequence[int]) -> str:
    """Write numbers, those that follow on each other as one: 1–7, 12."""
    return ", ".join(_runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Write each run of numbers that follow on each other."""
    first = last = None
    for number in sorted(numbers):
        if first is not None and last is not None and number == last + 1:
            last = number
            continue
        if first is not None:
            yield _run(first, last)
        first = last = number
    if first is not None:
        yield _run(first, last)


def _run(first: int, last: int | None) -> str:
    return str(first) if last in (None, first) else f"{first}–{last}"
