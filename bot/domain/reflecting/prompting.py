"""Which question a student gets next: about what was done, by its mastery, with methods in turn.

The rules are ours; the methods are document 004's, chapter 3 §5. The others' marks are not shown to
a student, so masteries here are the student's own, and a prompt on a dispute asks without telling.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import compress, product
from typing import Any
from zlib import crc32

from bot.domain.coaching.methods import Method, distance
from bot.domain.coaching.repertoire import Blank, Prompt, Trigger
from bot.domain.scoring.scales import Mastery

APART = timedelta(weeks=8)
"""No question comes twice within this time."""

TURN_AFTER = 8
"""After so many weeks with questions, but none of a method, its turn comes at any mastery."""

GOAL_LASTS = timedelta(weeks=3)
"""How long a goal waits to be taken up."""

SAME_AGAIN = timedelta(weeks=2)
"""How long other indicators go first once one was asked about."""

FIRST_WEEK = timedelta(days=7)
"""How long questions are new to somebody, from the first one on."""

_NEVER = datetime.min.replace(tzinfo=UTC)

_TRIGGERS = tuple(Trigger)
_DONE = (Trigger.DISPUTED, Trigger.SCORED, Trigger.TALLIED)
_OF_DOING = {there: tuple(compress(_DONE, there)) for there in product((False, True), repeat=3)}
"""What can be taken up of a doing, by what there is of it: each pair with a prompt asks it."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What a student did with one indicator since the last prompt; None stands for the day itself.

    `mastery` is the student's own; `times` is what was tallied.
    """

    indicator: int | None = None
    mastery: Mastery | None = None
    times: int = 0
    scored: bool = False
    disputed: bool = False

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """List what a prompt could take up of it, the strongest first."""
        return _OF_DOING[self.disputed, self.scored, self.times > 0]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a student intends, perhaps with one indicator; taken up from `due_at` on, aware."""

    id: int
    due_at: datetime
    indicator: int | None = None


@dataclass(frozen=True, slots=True)
class PastPrompt:
    """One question that was asked, answered or skipped, at an aware instant."""

    key: str
    method: Method
    at: datetime
    indicator: int | None = None
    goal: int | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a student stands at an aware instant: what was done, goals, and what was asked.

    `doings` hold an indicator once; `asked` reaches twelve weeks back or more; `person` parts
    students who stand alike. `at_work` says whether this is a day at the workplace.
    """

    person: int
    at: datetime
    doings: Sequence[Doing] = ()
    goals: Sequence[Goal] = ()
    asked: Sequence[PastPrompt] = ()
    at_work: bool = True

    @property
    def new(self) -> bool:
        """Say whether this is the first week of questions, or none was asked yet."""
        return all(past.at > self.at - FIRST_WEEK for past in self.asked)


class Because(StrEnum):
    """Why this method: it fits the mastery, its turn has come, or only the rest was left."""

    MASTERY = "mastery"
    TURN = "turn"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A prompt, what it is about, and why: `on` is what it takes up, `because` why its method.

    That something is disputed is for us: telling the student would tell the others' marks.
    """

    prompt: Prompt
    doing: Doing
    on: Trigger | None
    because: Because
    goal: Goal | None = None

    def asked(self, at: datetime) -> PastPrompt:
        """Make the past prompt that the history keeps of it, once it is asked at this instant."""
        goal = self.goal.id if self.goal else None
        return PastPrompt(self.prompt.key, self.prompt.method, at, self.doing.indicator, goal)


def choose(prompts: Iterable[Prompt], situation: Situation) -> Chosen | None:
    """Choose the question to ask; None where every one that could be asked came lately.

    What was chosen, added to `asked`, makes the next choice another question.
    """
    choice = _Choice(situation)
    left = [
        prompt
        for prompt in prompts
        if situation.at - choice.asked_at(prompt.key) >= APART
        and (situation.at_work or not prompt.of_today)
    ]
    goal = choice.goal
    if goal:
        about = next(
            (doing for doing in situation.doings if doing.indicator == goal.indicator), None
        )
        taken_up = choice.best(left, [about or Doing(goal.indicator)], goal)
        if taken_up:
            return taken_up
    if situation.new and not situation.doings:
        introduced = choice.best(left, [Doing()], first=True)
        if introduced:
            return introduced
    return choice.best(left, situation.doings or [Doing()])


class _Choice:
    """What the history says of each prompt, and the order that follows."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        # Later ones come last, and so stand.
        self._asked = sorted(situation.asked, key=lambda past: past.at)
        self._prompts = {past.key: past.at for past in self._asked}
        self._methods = {past.method: past.at for past in self._asked}
        self._indicators = {past.indicator: past.at for past in self._asked}

    def asked_at(self, key: str) -> datetime:
        """Say when a prompt was asked last: long before any time, where it never was."""
        return self._prompts.get(key, _NEVER)

    @cached_property
    def goal(self) -> Goal | None:
        """The goal whose turn it is: due, and not taken up yet."""
        at, taken_up = self._situation.at, {past.goal for past in self._asked}
        due = [
            goal
            for goal in self._situation.goals
            if goal.due_at <= at < goal.due_at + GOAL_LASTS and goal.id not in taken_up
        ]
        return min(due, key=lambda goal: (goal.due_at, goal.id), default=None)

    @cached_property
    def overdue(self) -> frozenset[Method]:
        """The methods that did not come up for so many weeks with questions."""
        return frozenset(method for method in Method if self._weeks_without(method) >= TURN_AFTER)

    def _weeks_without(self, method: Method) -> int:
        """Count the weeks with questions since a method came up."""
        since = self._last(method)
        return len({past.at.isocalendar()[:2] for past in self._asked if past.at > since})

    def best(
        self,
        prompts: Iterable[Prompt],
        doings: Iterable[Doing],
        goal: Goal | None = None,
        *,
        first: bool = False,
    ) -> Chosen | None:
        """Choose among all pairs of a prompt and what it may be about.

        `first` asks what is for the first week.
        """
        only = Trigger.GOAL if goal else Trigger.FIRST if first else None
        pairs = (
            (prompt, doing)
            for doing in doings
            for prompt in prompts
            if _possible(prompt, doing, only)
        )
        best = min(pairs, key=lambda pair: self._rank(*pair), default=None)
        if best is None:
            return None
        prompt, doing = best
        on = Trigger.GOAL if goal else prompt.on or next(iter(doing.triggers), None)
        return Chosen(prompt, doing, on, self._because(prompt, doing), goal)

    def _last(self, method: Method) -> datetime:
        return self._methods.get(method, _NEVER)

    def _because(self, prompt: Prompt, doing: Doing) -> Because:
        if not distance(prompt.method, doing.mastery):
            return Because.MASTERY
        return Because.TURN if prompt.method in self.overdue else Because.REST

    def _rank(self, prompt: Prompt, doing: Doing) -> tuple[Any, ...]:
        method, triggers = prompt.method, doing.triggers
        about = self._indicators.get(doing.indicator, _NEVER)
        return (
            # The method first, …
            method not in self.overdue,
            distance(method, doing.mastery),
            self._last(method),
            # … then what it is about, …
            self._situation.at - about < SAME_AGAIN,
            [trigger not in triggers for trigger in _TRIGGERS],
            -doing.times,
            about,
            doing.indicator or 0,
            # … then the words: by name, asked longest ago, made for this.
            not prompt.leaves_open(Blank.WHAT),
            self.asked_at(prompt.key),
            prompt.on is None,
            crc32(f"{self._situation.person} {prompt.key}".encode()),
            prompt.key,
        )


def _possible(prompt: Prompt, doing: Doing, only: Trigger | None) -> bool:
    return (
        (prompt.on is only if only else prompt.on in (None, *doing.triggers))
        and prompt.mastery in (None, doing.mastery)
        and (not prompt.leaves_open(Blank.WHAT) or doing.indicator is not None)
        # "1 times" is no English, and once is nothing to look back over.
        and (not prompt.leaves_open(Blank.TIMES) or doing.times > 1)
    )
