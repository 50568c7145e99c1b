"""The training of mentors, as it is stored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.agreeing.mentor_courses import CourseState, MentorCourse
from bot.domain.school.frameworks import Setting


@dataclass(frozen=True, slots=True)
class MentorThere:
    """A mentor, where they are one, and what is known of their training.

    `settings` are those of the programmes of their students; `starts_on` is the first day of the
    earliest of these placements, where one is known.
    """

    organisation_id: int
    person_id: int
    name: str
    zone: str
    workplaces: tuple[str, ...]
    settings: frozenset[Setting]
    starts_on: date | None
    course: MentorCourse | None


class MentorCourses(Protocol):
    """Trainings of mentors, in one transaction: one for each."""

    def list_mentors(self, viewer_id: int, tracks: Collection[int]) -> Sequence[MentorThere]:
        """List the mentors of the running placements of tracks whom somebody follows, by name."""

    def find_mentor(self, person_id: int) -> MentorThere | None:
        """Find a mentor of a running placement; None for whoever is none."""

    def keep(
        self,
        organisation_id: int,
        person_id: int,
        said: tuple[CourseState, date | None],
        said_by: int,
        at: datetime,
    ) -> None:
        """Keep how far a mentor's training is, instead of what was known."""

    def drop(self, person_id: int) -> None:
        """Forget what was said of a mentor's training."""
