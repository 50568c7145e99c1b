"""What the sessions on campus ask of the storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.planning.sessions import CampusGroup, CampusSession
from bot.domain.planning.settings import CampusSetting
from bot.domain.telling.hours import Hours
from bot.ports.worlds import People, World


@dataclass(frozen=True, slots=True)
class ClassHome:
    """A class group in one programme, and whose it is."""

    organisation_id: int
    class_group_id: int
    programme_id: int


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """A student's own group in a coming session, with whom, by name, and nothing of them else."""

    starts_at: datetime
    group: CampusGroup
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionToAsk:
    """A session that began, of which its teacher has not said yet whether it was given."""

    session: CampusSession
    zone: str
    hours: Hours


class Campus(Protocol):
    """Sessions on campus and how they are planned, in one transaction."""

    def read_setting(self, home: ClassHome) -> CampusSetting | None:
        """Read what was set with the teacher; None where nothing was."""

    def keep_setting(self, home: ClassHome, teacher_id: int, setting: CampusSetting) -> None:
        """Keep what was set with a teacher."""

    def drop_setting(self, home: ClassHome) -> None:
        """Forget what was set."""

    def read_needs(self, home: ClassHome) -> Mapping[int, int]:
        """Read how many sessions competences take, of those of which the teacher said so."""

    def keep_need(self, home: ClassHome, competence_id: int, sessions: int | None) -> None:
        """Keep how many sessions a competence takes; None forgets it."""

    def list_sessions(self, viewer_id: int, home: ClassHome) -> Sequence[CampusSession]:
        """List the sessions of a class group, with the students whose whole class is seen."""

    def find_session(self, viewer_id: int, session_id: int) -> CampusSession | None:
        """Find a session with the students whose whole class this viewer sees."""

    def read_own_groups(self, student_id: int, since: datetime) -> Sequence[OwnGroup]:
        """Read a student's own groups in confirmed sessions from an instant on, the next first."""

    def keep(self, session: CampusSession) -> int:
        """Add a session, or replace the one with its `id`; gives its identity."""

    def drop(self, sessions: Collection[int]) -> None:
        """Drop sessions with their groups."""

    def list_to_ask(self, world: World, people: People, since: datetime) -> Sequence[SessionToAsk]:
        """List confirmed sessions of these teachers, begun since an instant and not asked about."""
