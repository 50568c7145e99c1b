"""What is left to plan, as numbers and sets of bits: quick to try many rules on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Table = tuple[tuple[int, ...], ...]
"""A number by competence and student."""


@dataclass(frozen=True, slots=True)
class CampusBlock:
    """A group on one competence in sessions on end; a set of bits says who is in it."""

    starts: int
    competence: int
    students: int


@dataclass(frozen=True, slots=True)
class Work:
    """What is left: students and competences by their place in order, sessions that are open.

    A set of bits is a set of students. What is given to everyone together is not left any more.
    """

    left: Table
    """Sessions still to be had in blocks; 0 where nothing is lacked."""
    needs: Table
    """As `Need`; 0 where nothing is lacked."""
    groups: int
    size: int
    """So many students at most; as many as there are where the teacher set no limit."""
    going_on: tuple[CampusBlock, ...] = ()
    together: tuple[CampusBlock, ...] = ()
    """What everybody has together, each of these blocks being one session."""
    together_from: int = 0
    away: Mapping[int, int] = field(default_factory=dict)
    """Students who are away, by session."""

    @property
    def together_to(self) -> int:
        """The first session after those with everybody."""
        return self.together_from + len(self.together)

    def lacking(self, competence: int) -> int:
        """Say who are still to be planned for a competence."""
        return bits(student for student, n in enumerate(self.left[competence]) if n)

    def length(self, competence: int, students: int) -> int:
        """Say how many sessions a block has: as many as the one who needs most."""
        row = self.left[competence]
        return max([row[place] for place in places(students)])

    def present(self, student: int, starts: int, length: int) -> bool:
        """Say whether a student is there in each of these sessions."""
        if not self.away:
            return True
        sessions = range(starts, starts + length)
        return not any(self.away.get(session, 0) >> student & 1 for session in sessions)


def bits(numbers: Iterable[int]) -> int:
    """Make a set of bits of places."""
    found = 0
    for number in numbers:
        found |= 1 << number
    return found


def places(students: int) -> Iterator[int]:
    """List the places of a set of bits, in order."""
    while students:
        lowest = students & -students
        yield lowest.bit_length() - 1
        students ^= lowest
