"""What came of a file of planning, and of which programme a line of it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.importing.changes import Changes
from bot.domain.school.frameworks import Programme

Wrong = TypeVar("Wrong")


@dataclass(frozen=True, slots=True)
class RejectedLine(Generic[Wrong]):
    """A line that is not taken in, and what is wrong with it."""

    line: int
    wrong: Wrong


@dataclass(frozen=True, slots=True)
class FileReport(Generic[Wrong]):
    """What came of a file; where it is `refused` nothing of it was written."""

    changes: Changes
    rejected: tuple[RejectedLine[Wrong], ...]
    refused: bool

    @property
    def failed(self) -> bool:
        """Whether nothing at all was taken in."""
        return self.refused or bool(self.rejected and not any(self.changes.counts.values()))


def find_programme(programmes: Sequence[Programme], written: str) -> Programme | None:
    """Find a programme by its code or title; the only one where nothing is written."""
    if not written and len(programmes) == 1:
        return programmes[0]
    folded = written.casefold()
    named = [own for own in programmes if folded in (own.code.casefold(), own.title.casefold())]
    return named[0] if len(named) == 1 else None
