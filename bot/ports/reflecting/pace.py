"""How often questions come to a student unasked, and how many follow on an answer."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol


class Paces(Protocol):
    """What came unasked and stayed unanswered, and how long to wait, in one transaction."""

    def list_unanswered(self, student_id: int, since: datetime) -> Sequence[datetime]:
        """List when questions came unasked since an instant that no answer followed, in order.

        What came before the student wanted them every workplace day again does not count.
        """

    def find_first(self, student_id: int, since: datetime) -> datetime | None:
        """Say when the first question came unasked since an instant, if any did."""

    def wait_until(self, organisation_id: int, student_id: int, next_on: date) -> None:
        """Keep from which day on a question may come again."""

    def wait_no_longer(self, student_id: int) -> None:
        """Let a question come on any workplace day again."""

    def read_follow_ups(self, student_id: int) -> int:
        """Read how many follow-ups an answer of a student's gets at most."""

    def set_follow_ups(self, organisation_id: int, student_id: int, most: int) -> None:
        """Keep how many follow-ups the next answer gets at most."""

    def bring_back(self, organisation_id: int, student_id: int, at: datetime) -> None:
        """Let questions come on every workplace day, whatever stayed unanswered before."""
