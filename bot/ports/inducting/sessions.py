"""The steps that teachers new to dual learning take, as they are stored."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.inducting.steps import InductionSession, InductionStep, Starter


class Inductions(Protocol):
    """Steps of teachers, one of each for each, in one transaction; instants come back in UTC."""

    def begin(self, starter: Starter, step: InductionStep, at: datetime) -> InductionSession:
        """Find the row of a step, or begin it."""

    def ask(self, session_id: int, asked_at: datetime) -> None:
        """Note that the teacher asks for it."""

    def plan(self, session_id: int, coach_id: int, planned_for: datetime, at: datetime) -> None:
        """Note when a teachers' coach holds it."""

    def call_off(self, session_id: int, at: datetime) -> None:
        """Note that it does not take place then, whoever asked for it."""

    def hold(self, session_id: int, coach_id: int, held_on: date) -> None:
        """Note on which day it was."""

    def reopen(self, session_id: int) -> None:
        """Take back that it was."""

    def find(self, session_id: int) -> InductionSession | None:
        """Find one step of a teacher."""

    def list_of(self, teachers: Collection[int]) -> Sequence[InductionSession]:
        """List the steps of teachers that were begun."""

    def keep_words(self, session_id: int, author_id: int, words: str, at: datetime) -> None:
        """Keep what somebody wrote of it, instead of what they wrote before."""

    def read_words(self, session_id: int) -> Mapping[int, str]:
        """Read what was written of it, by who wrote it; `reads_words` says who may read which."""
