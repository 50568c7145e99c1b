"""Files that administrators send in the chat: read as what they are, and kept until then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.administering.handed import FileStep
from bot.domain.asking.questionnaires import QuestionnaireDraft
from bot.domain.importing.drafts import FrameworkDraft, RosterRow
from bot.domain.matching.intakes import IntakeDraft
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


@dataclass(frozen=True, slots=True)
class QuestionnaireFile:
    """A questionnaire of a school."""

    draft: QuestionnaireDraft


@dataclass(frozen=True, slots=True)
class IntakeFile:
    """A round of an intake."""

    draft: IntakeDraft


FileDraft = RosterFile | FrameworkFile | HolidaysFile | QuestionnaireFile | IntakeFile


def _read_none(_name: str, _data: bytes, _zone: str) -> FileDraft:
    raise Refused(_("Files are read in by the program that runs, and not here."))


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads a file's name and bytes as what they hold, days by a time zone. Raises Refused."""

    read: Callable[[str, bytes, str], FileDraft] = _read_none


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file that an administrator sent, how far it is with it, and what was told of it.

    Of a roster that is being read in, so many lines of so many are in.
    """

    id: int
    organisation_id: int
    person_id: int
    name: str
    data: bytes
    step: FileStep
    tries: int
    told: str
    lines_done: int
    line_count: int


class HandedFiles(Protocol):
    """Files that administrators sent, in one transaction: one for each of them at most."""

    def keep(
        self,
        organisation_id: int,
        person_id: int,
        name: str,
        data: bytes,
        at: datetime,
        step: FileStep = FileStep.SHOWN,
    ) -> int:
        """Keep a file in the place of the one before it; gives its identity. `at` is aware."""

    def find(self, person_id: int, file_id: int) -> HandedFile | None:
        """Find a file of somebody's; None for one that was read in at once or put away."""

    def find_newest(self, person_id: int) -> HandedFile | None:
        """Find what somebody sent last, as long as it is there."""

    def drop(self, person_id: int) -> None:
        """Delete the file of somebody's."""

    def list_old(self, world: World, before: datetime) -> Sequence[int]:
        """List whose files of a world were sent before an instant (aware).

        One that is being read in is none of them.
        """

    def begin(self, at: datetime) -> HandedFile | None:
        """Take the next file in hand that is to be done beside, at an instant (aware)."""

    def hold(self, file_id: int, until: datetime, lines_done: int, line_count: int) -> bool:
        """Note how many lines are in, and keep it in hand until an instant (aware).

        False where it is not there any more.
        """

    def step_to(self, file_id: int, step: FileStep, told: str = "") -> bool:
        """Note how far it is, and what is told; of one that ended the file itself is deleted.

        False where it is not there any more.
        """
