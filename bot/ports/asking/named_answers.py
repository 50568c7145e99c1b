"""What people answered with their names, as others around them see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.questions import GivenAnswer


@dataclass(frozen=True, slots=True)
class NamedSheet:
    """What somebody sent, as a reader may see it."""

    sheet_id: int
    round_id: int
    person_id: int
    name: str


class NamedAnswers(Protocol):
    """Answers with names, for one reader, in one transaction: by the visibility table alone."""

    def list_seen(self, reader_id: int) -> Sequence[NamedSheet]:
        """List the sheets that this reader sees, the own ones too, by name."""

    def read_seen(self, reader_id: int, sheet_id: int) -> Sequence[GivenAnswer] | None:
        """Read a sheet that this reader sees; None for any other."""
