"""What periods ask of the storage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.periods.period import Period


@dataclass(frozen=True, slots=True)
class Home:
    """Whose a programme is, and by which clock its periods are agreed."""

    organisation_id: int
    zone: str


class Periods(Protocol):
    """Periods of programmes, and what was planned for each."""

    def read_home(self, programme_id: int) -> Home:
        """Read the organisation of a programme, with its time zone."""

    def list_of(self, programme_id: int) -> Sequence[Period]:
        """List a programme's periods, cancelled ones too, in the order of their opening."""

    def find(self, period_id: int) -> Period | None:
        """Find a period."""

    def hold(self, period_id: int) -> None:
        """Let nobody else change a period, or begin its photo, in this transaction."""

    def add(self, period: Period) -> Period:
        """Store a new period; gives it its id."""

    def change(self, period: Period) -> None:
        """Replace a stored period, found by its id."""
