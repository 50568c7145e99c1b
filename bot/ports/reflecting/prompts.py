"""Questions for students: each one's own week, what was asked, and the goals to take up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Protocol

from bot.domain.reflecting.prompting import Chosen, Goal, PastPrompt
from bot.domain.reflecting.sharing import Share
from bot.domain.reflecting.weeks import USUAL_DAYS, USUAL_TIME, Week
from bot.ports.worlds import EVERYBODY, People, World


@dataclass(frozen=True, slots=True)
class Wishes:
    """A student's week: days chosen (0 is Monday), the time of the question, who reads answers.

    `lessons` are the days on which the class groups have lessons, `despite` those of them of which
    the student said that they are workplace days too. From `next_on` on a question may come again.
    """

    days: frozenset[int] = USUAL_DAYS
    at: time = USUAL_TIME
    share: Share = Share.ME
    despite: frozenset[int] = frozenset()
    lessons: frozenset[int] = frozenset()
    next_on: date | None = None

    @property
    def work_days(self) -> frozenset[int]:
        """The workplace days: a lesson day is none, unless the student says so."""
        return self.days - (self.lessons - self.despite)

    def turned(self, day: int) -> "Wishes":
        """Make a workplace day of a day of the week, or no longer."""
        if day in self.work_days:
            return replace(self, days=self.days - {day}, despite=self.despite - {day})
        return replace(self, days=self.days | {day}, despite=self.despite | ({day} & self.lessons))


@dataclass(frozen=True, slots=True)
class Asks:
    """A student whose workplace day it is, and when the question is wanted."""

    person_id: int
    organisation_id: int
    zone: str
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class AskedPrompt:
    """A question that was asked on a track, as it is said again; its key finds the words.

    `goal` is what the student intended, where the question takes that up; `answer_id` its answer.
    """

    id: int
    track_id: int
    key: str
    at: datetime
    indicator_id: int | None = None
    times: int = 0
    errand_id: int | None = None
    skipped_at: datetime | None = None
    goal: str | None = None
    answer_id: int | None = None


class Prompts(Protocol):
    """Questions and weeks, in one transaction."""

    def read_wishes(self, person_id: int) -> Wishes:
        """Read somebody's own week; the usual one where none was chosen."""

    def set_wishes(self, organisation_id: int, person_id: int, wishes: Wishes) -> None:
        """Replace what a student chose of it."""

    def list_to_ask(
        self, world: World, zones: Collection[str], day: date, people: People = EVERYBODY
    ) -> Sequence[Asks]:
        """List those of these students in zones whose workplace day it is, with no errand for it.

        Who is muted or away, has no workplace on that day, or wants the last reminder only, is
        asked nothing. Who may be asked again later this week is listed too, with the day.
        """

    def unplan(self, person_id: int) -> None:
        """Take back what is planned and was not asked yet: the week of the student changed."""

    def list_weeks(self, world: World) -> Sequence[Week]:
        """List the weeks that students live by, each once."""

    def list_asked(self, student_id: int, since: datetime) -> Sequence[PastPrompt]:
        """List what a student was asked since an instant."""

    def list_goals(self, student_id: int) -> Sequence[Goal]:
        """List a student's goals that no question has taken up."""

    def record_asked(
        self,
        organisation_id: int,
        track_id: int,
        chosen: Chosen,
        at: datetime,
        errand_id: int | None,
    ) -> int:
        """Keep that a question is asked, and that it takes up its goal; gives its id.

        One is open at a time: those of the student's that waited are left.
        """

    def find(self, student_id: int, question_id: int) -> AskedPrompt | None:
        """Find a question of this student's."""

    def find_latest(self, student_id: int, since: datetime) -> AskedPrompt | None:
        """Find the newest question of this student's since an instant."""

    def skip(self, question_id: int, at: datetime) -> None:
        """Note that the student did not want this one."""
