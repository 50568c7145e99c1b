"""A list of erasures in memory, and a clock that erases."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from typing_extensions import override

from bot.domain.rights.erasures import Erasure, Lawful, lawful_of, named_row, without_taken_back
from bot.ports.rights.erasing import ErasureList
from bot.use_cases.rights.forgetting.erase_person import ErasingTools
from handlers.rights.forgetting.last_words import say_last
from tests.dialogues.clock import TOOLS


@dataclass
class ListInMemory(ErasureList):
    """The list without a file and a key."""

    written: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[Erasure]:
        """The lines that stand."""
        return without_taken_back(self.written)

    @override
    def mark(self, organisation_id: int, person_id: int, school_id: str) -> str:
        return named_row(organisation_id, person_id, school_id)

    @override
    def add(self, erasure: Erasure) -> None:
        self.written.append(erasure.written())

    @override
    def take_back(self, erasure: Erasure) -> None:
        self.written.append(erasure.written_back())

    @override
    def read(self) -> Sequence[Erasure]:
        return self.lines

    @override
    def lawful(self) -> Lawful:
        return lawful_of(self.lines)


LIST = ListInMemory()
ERASING = replace(TOOLS, erasing=ErasingTools(LIST, say_last))
