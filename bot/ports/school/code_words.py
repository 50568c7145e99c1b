"""What people of a school are called on platforms that are not the school's."""

from collections.abc import Mapping
from typing import Protocol

from bot.domain.school.naming import Naming


class CodeWords(Protocol):
    """The code words by which a discreet school's people are known abroad."""

    def read_naming(self, person_id: int) -> Naming:
        """Read what this person's school lets others' platforms call its people."""

    def read_code_word(self, person_id: int) -> str:
        """Read somebody's code word, also where their school does not use them."""

    def list_names(self, person_id: int) -> Mapping[str, str]:
        """List the code words of everybody of this person's school, each by the whole name."""

    def call_everybody(self, organisation_id: int) -> None:
        """Settle what everybody of a school is called abroad; who has a code word keeps it."""

    def propose(self, person_id: int) -> str:
        """Propose another code word, which nobody of the school has, nor is called."""

    def choose(self, person_id: int, word: str) -> bool:
        """Change somebody's code word; False where the new one is taken by now."""
