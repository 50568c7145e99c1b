"""Take a large roster in by portions, so that nobody waits long for the database meanwhile.

Which lines are good is found once, before the first portion. Each portion is written in a
transaction of its own: lines of one student stay together, and all but lessons is told by those
alone. Lessons of a class group may stand in many lines, so they are settled behind the last
portion, together. A portion that is written twice changes nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.administering.handed import PORTION
from bot.ports.importing import Catalogue
from bot.use_cases.importing.roster_known import Good
from bot.use_cases.importing.roster_stored import Stored, read_stored
from bot.use_cases.importing.roster_writing import take_in, take_in_lessons


def part_in_portions(good: Sequence[Good], at_most: int = PORTION) -> Iterator[list[Good]]:
    """Part good lines in portions of so many at most, or of one student's where those are more."""
    by_student: dict[str, list[Good]] = {}
    for line in good:
        by_student.setdefault(line.student, []).append(line)
    portion: list[Good] = []
    for lines in by_student.values():
        if portion and len(portion) + len(lines) > at_most:
            yield portion
            portion = []
        portion += lines
    if portion:
        yield portion


def take_in_portion(catalogue: Catalogue, organisation_id: int, portion: Sequence[Good]) -> Stored:
    """Take one portion in; what is stored is read anew, since others write meanwhile.

    Gives what was stored before.
    """
    stored = read_stored(catalogue, organisation_id)
    take_in(catalogue, organisation_id, stored, [replace(line, lessons=()) for line in portion])
    return stored


def settle_lessons(catalogue: Catalogue, organisation_id: int, good: Sequence[Good]) -> None:
    """Settle the lessons of all lines, once they are in."""
    if any(line.lessons for line in good):
        stored = read_stored(catalogue, organisation_id)
        take_in_lessons(catalogue, organisation_id, stored, good)
