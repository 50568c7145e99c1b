"""Files that administrators send in the chat: read as what they are, and kept until then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.importing.drafts import FrameworkDraft, RosterRow
from bot.domain.telling.holidays import SchoolHoliday
from bot.messages import _
from bot.ports.worlds import World
from bot.refusal import Refused


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A roster, with the headers of its columns that were not read."""

    rows: Sequence[RosterRow]
    left_out: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class FrameworkFile:
    """A framework, with the headers of its columns that were not read."""

    draft: FrameworkDraft
    left_out: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class HolidaysFile:
    """The holidays of a school."""

    holidays: Sequence[SchoolHoliday]


FileDraft = RosterFile | FrameworkFile | HolidaysFile


def _read_none(_name: str, _data: bytes, _zone: str) -> FileDraft:
    raise Refused(_("Files are read in by the program that runs, and not here."))


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads a file's name and bytes as what they hold, days by a time zone. Raises Refused."""

    read: Callable[[str, bytes, str], FileDraft] = _read_none


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file that waits to be read in."""

    id: int
    name: str
    data: bytes


class HandedFiles(Protocol):
    """Files that administrators sent, in one transaction: one for each of them at most."""

    def keep(
        self, organisation_id: int, person_id: int, name: str, data: bytes, at: datetime
    ) -> int:
        """Keep a file in the place of the one before it; gives its identity. `at` is aware."""

    def find(self, person_id: int, file_id: int) -> HandedFile | None:
        """Find a file of somebody's that waits; None for one that was read in or put away."""

    def drop(self, person_id: int) -> None:
        """Delete the file of somebody's that waits."""

    def list_old(self, world: World, before: datetime) -> Sequence[int]:
        """List whose files of a world were sent before an instant (aware)."""
