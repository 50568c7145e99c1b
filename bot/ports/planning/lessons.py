"""What lessons ask of the storage."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.planning.lessons import LessonTime
from bot.domain.telling.hours import Hours, Works
from bot.ports.worlds import EVERYBODY, People, World


@dataclass(frozen=True, slots=True)
class Timetable:
    """The lesson times of one teacher, by name, with one class group; `zone` is the school's.

    `hours` and `own_zone` are when the teacher may be spoken to unasked.
    """

    organisation_id: int
    class_group_id: int
    class_group: str
    teacher_id: int
    teacher: str
    times: tuple[LessonTime, ...]
    zone: str
    own_zone: str
    hours: Hours

    def has(self, starts: datetime, class_group_id: int | None) -> bool:
        """Say whether a lesson of this class group still begins at an instant."""
        day = starts.astimezone(ZoneInfo(self.zone)).date()
        return self.class_group_id == class_group_id and any(
            time.on(day, self.zone) == starts
            for time in self.times
            if time.weekday == day.weekday()
        )

    def holds(self, starts: datetime, works: Works) -> bool:
        """Say whether a lesson still begins at an instant, and not on a day off."""
        works_then = works(starts.astimezone(ZoneInfo(self.zone)).date())
        return works_then and self.has(starts, self.class_group_id)


class Lessons(Protocol):
    """Lesson times, in one transaction."""

    def list_of_teacher(self, teacher_id: int) -> Sequence[Timetable]:
        """List a teacher's timetables, by class group."""

    def list_of_class_group(self, class_group_id: int) -> Sequence[Timetable]:
        """List the timetables of a class group, by teacher."""

    def list_taught(self, class_group_id: int, programme_id: int) -> Sequence[Timetable]:
        """List the timetables of those who teach a programme's students in a class group."""

    def list_to_plan(self, world: World, people: People = EVERYBODY) -> Sequence[Timetable]:
        """List the timetables of these teachers of which no coming lesson has an errand yet."""

    def read_told(
        self, teacher_id: int, class_group_id: int, but: Collection[int]
    ) -> datetime | None:
        """Read when a teacher was last told of a class group, by other errands than these."""

    def list_taught_lately(self, track_id: int, since: datetime) -> frozenset[int]:
        """List the competences of a track's lessons since an instant: confirmed, or given to it."""

    def set_times(
        self,
        organisation_id: int,
        class_group_id: int,
        teacher_id: int,
        times: Collection[LessonTime],
    ) -> None:
        """Replace the lesson times of a teacher with a class group."""
