"""Doing what is to be done with a large file: it is read and checked while nothing is held."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.handed import PORTION, TRIES, FileStep
from bot.domain.school.tracks import Person
from bot.i18n import Voice, voice_of
from bot.messages import Sayable
from bot.ports.administering.handed_files import FileDraft, HandedFile, RosterFile
from bot.ports.importing import OrganisationRow
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.do_beside import (
    begin_file,
    end_file,
    note_roster,
    show_file,
    write_portion,
)
from bot.use_cases.administering.files.files_outcome import FileOutcome, RosterOutcome
from bot.use_cases.administering.files.keep_file import find_school, rehearse_file
from bot.use_cases.administering.files.take_file import take_in_file
from bot.use_cases.administering.files.take_in_portions import part_in_portions, settle_lessons
from bot.use_cases.importing.dry_run import Copy
from bot.use_cases.importing.import_roster import RosterReport, rehearse_roster
from bot.use_cases.importing.roster_known import Good
from handlers.administering.files.told import (
    FAILED,
    NO_LONGER,
    is_change,
    say_nothing_changes,
    say_refused,
    say_shown,
    say_taken,
)

log = logging.getLogger(__name__)

Transaction = Callable[[], AbstractContextManager[StoredUnitOfWork]]
Now = Callable[[], datetime]
Pause = Callable[[], None]
"""Waits between two portions, so that whoever talks meanwhile has their turn."""


def do_next(
    transaction: Transaction,
    reading: Transaction,
    now: Now,
    pause: Pause,
    portion: int = PORTION,
) -> bool:
    """Do what is next with a file that was sent; False where none is. `now` tells the time."""
    with transaction() as uow:
        handed = begin_file(uow, now())
    if handed is None:
        return False
    doing = _Doing(transaction, reading, handed, now)
    try:
        if handed.step is FileStep.LOOKING:
            doing.look()
        else:
            doing.take(pause, portion)
    except Refused as refused:
        doing.end(say_refused(refused.text))
    except Exception as error:
        # Only its kind: a file holds people's names.
        log.warning("a file was not read in: %s", type(error).__name__)
        if handed.tries >= TRIES:
            doing.end(FAILED)
    return True


@dataclass(frozen=True, slots=True)
class _Read:
    """Whose file it is, what it holds, and what the school has."""

    school: OrganisationRow
    sender: Person
    voice: Voice
    draft: FileDraft
    copy: Copy


class _Doing:
    """One file in hand."""

    def __init__(
        self, transaction: Transaction, reading: Transaction, handed: HandedFile, now: Now
    ) -> None:
        self._transaction = transaction
        self._reading = reading
        self._handed = handed
        self._now = now

    def look(self) -> None:
        """Find out what would come of the file, and show it."""
        read = self._read()
        outcome: FileOutcome
        if isinstance(read.draft, RosterFile):
            report, _good = self._rehearse(read, read.draft)
            outcome = RosterOutcome(report, read.draft.left_out)
        else:
            with self._reading() as uow:
                outcome = rehearse_file(uow, read.school, read.draft, read.sender, self._now())
        if not is_change(outcome):
            self.end(say_nothing_changes(outcome))
            return
        told = read.voice.say(say_shown(outcome))
        with self._transaction() as uow:
            show_file(uow, self._handed, told, self._now())

    def take(self, pause: Pause, portion: int) -> None:
        """Read the file in, a roster by portions."""
        read = self._read()
        if not isinstance(read.draft, RosterFile):
            with self._transaction() as uow:
                outcome = take_in_file(uow, read.school, self._handed, read.sender, self._now())
            self.end(say_taken(outcome))
            return
        report, good = self._rehearse(read, read.draft)
        if self._write(read.school, report, good, pause, portion):
            self.end(say_taken(RosterOutcome(report, read.draft.left_out)))

    def _rehearse(self, read: _Read, draft: RosterFile) -> tuple[RosterReport, list[Good]]:
        return rehearse_roster(read.copy, read.school, draft.rows, read.sender.school_id)

    def end(self, said: Sayable) -> None:
        """Tell the sender what became of it."""
        with self._transaction() as uow:
            person = uow.people.find(self._handed.person_id)
            if person is not None:
                end_file(uow, self._handed, voice_of(person, self._now()).say(said), self._now())

    def _write(
        self,
        school: OrganisationRow,
        report: RosterReport,
        good: list[Good],
        pause: Pause,
        portion: int,
    ) -> bool:
        done = 0
        for lines in part_in_portions(good, portion):
            with self._transaction() as uow:
                reached = (done + len(lines), len(good))
                if not write_portion(uow, school, self._handed, lines, reached, self._now()):
                    return False
                if not done and not self._handed.lines_done:
                    note_roster(uow, self._handed, report.changes, self._now())
            done += len(lines)
            pause()
        with self._transaction() as uow:
            settle_lessons(uow.catalogue, school.id, good)
        return True

    def _read(self) -> _Read:
        """Read what is needed of the database in a moment, and then the file. Raises Refused."""
        handed = self._handed
        with self._reading() as uow:
            person = uow.people.find(handed.person_id)
            if person is None or not uow.administrators.is_one(person.id):
                raise Refused(NO_LONGER)
            school, reader = find_school(uow, person), uow.file_reader
            copy = Copy(uow.catalogue, school.id)
        draft = reader.read(handed.name, handed.data, school.time_zone)
        return _Read(school, person, voice_of(person, self._now()), draft, copy)
