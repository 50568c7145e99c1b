"""What is kept of somebody, and the files in which they have it, as they are stored."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.rights.having import Onlooker, OwnData, TakeAway
from bot.domain.school.tracks import Person


class OwnRecords(Protocol):
    """What the privacy table says is in somebody's export, in one transaction."""

    def count_of(self, person_id: int) -> Mapping[str, int]:
        """Count the rows of each table that lead to somebody, as far as they may have them."""

    def read_of(self, person_id: int) -> OwnData:
        """Read all of it, as far as its person may have it."""

    def list_onlookers(self, student_id: int) -> Sequence[Onlooker]:
        """List who is around the tracks of a student today, by name."""

    def is_shown_others(self, person_id: int) -> bool:
        """Say whether Kompaan shows somebody the records of others, or did."""


class TakeAways(Protocol):
    """Files with what is kept of somebody, in one transaction."""

    def find_newest(self, person_id: int) -> TakeAway | None:
        """Find the file that somebody asked for last; None where none is kept."""

    def find(self, take_away_id: int, person_id: int) -> TakeAway | None:
        """Find one of somebody's; None where it is gone, or another one's."""

    def find_by_code(self, code: str, at: datetime) -> TakeAway | None:
        """Find the one that a link opens; None where there is none any more at that instant."""

    def read_data(self, take_away_id: int, person_id: int, at: datetime) -> bytes | None:
        """Read the file itself; None where it is not there, or another one's."""

    def ask(self, person: Person, code: str, at: datetime) -> TakeAway:
        """Note that somebody wants one, in the place of those of before."""

    def begin(self, at: datetime) -> TakeAway | None:
        """Take one in hand that was wanted, has waited and is in nobody's hands; None otherwise."""

    def keep(self, take_away: TakeAway, data: bytes, at: datetime) -> bool:
        """Keep what was made; False where it is not wanted any more."""

    def drop(self, take_away: TakeAway) -> None:
        """Forget one."""

    def drop_over(self, at: datetime, at_most: int) -> Sequence[TakeAway]:
        """Forget some whose time is over, or that nobody tries to make any more; gives them."""

    def is_over(self, at: datetime) -> bool:
        """Say whether there is any such."""
