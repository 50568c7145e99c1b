"""Who wants to be forgotten, as it is stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.rights.forgetting import Forgetting
from bot.ports.worlds import World


class Forgettings(Protocol):
    """Wishes to be forgotten, in one transaction."""

    def find(self, forgetting_id: int) -> Forgetting | None:
        """Find a wish by identity."""

    def find_open(self, person_id: int) -> Forgetting | None:
        """Find the wish of somebody that was neither taken back nor carried out, if any."""

    def hold_open(self, person_id: int) -> Forgetting | None:
        """Find it, and let nobody else change it until this transaction ends."""

    def find_latest_no(self, person_id: int) -> datetime | None:
        """Say when somebody's wish was last taken back, or put off as it still is (aware)."""

    def list_open(self, world: World) -> Sequence[Forgetting]:
        """List the wishes of a world that wait for something, the oldest first."""

    def list_decided_by(self, person_id: int) -> Sequence[Forgetting]:
        """List the wishes that wait for something and about which somebody decides."""

    def add(self, person_id: int, organisation_id: int, at: datetime) -> Forgetting:
        """Note a wish."""

    def confirm(self, forgetting_id: int, at: datetime, due_at: datetime) -> None:
        """Note that it was confirmed, and when the clock erases."""

    def hasten(self, forgetting_id: int, due_at: datetime) -> None:
        """Let the clock erase from an instant on, whatever was held against it."""

    def put_off(self, forgetting_id: int, by_id: int | None, why: str, at: datetime) -> None:
        """Note who said why it has to wait."""

    def withdraw(self, forgetting_id: int, at: datetime) -> None:
        """Note that it was taken back."""

    def list_due(self, world: World) -> Sequence[Forgetting]:
        """List whom the clock erases by now."""

    def list_unclean(self, world: World) -> Sequence[Forgetting]:
        """List who was erased and has to be looked through once more."""

    def mark_erased(self, forgetting_id: int, at: datetime) -> None:
        """Note that somebody was erased; what was held against it is forgotten, too."""

    def mark_clean(self, forgetting_id: int, at: datetime) -> None:
        """Note that nothing is left to be looked through."""

    def read_days(self, organisation_id: int) -> int:
        """Read how many days those who decide have in a school."""

    def set_days(self, organisation_id: int, days: int) -> None:
        """Change how many days they have."""
