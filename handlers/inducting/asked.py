"""What dialogues about teachers new to dual learning wait for."""

from dataclasses import dataclass

from bot.domain.inducting.steps import InductionStep
from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class StarterSought(Question):
    """The name, or the school's id, of a teacher who is new."""

    kind = Awaited.STARTER_SOUGHT


@dataclass(frozen=True)
class FirstDayAwaited(Question):
    """A teacher's first day of teaching."""

    kind = Awaited.FIRST_DAY
    teacher: int = 0


@dataclass(frozen=True, kw_only=True)
class OfStep:
    """Of which teacher a step is asked, and which one; of no teacher it is for all."""

    teacher: int = 0
    step: str = InductionStep.TOGETHER.value


@dataclass(frozen=True)
class StepOffered(OfStep, Offered):
    """When a step takes place, shown at a moment that is proposed."""

    kind = Awaited.STEP_OFFERED


@dataclass(frozen=True)
class StepMomentAwaited(OfStep, Question):
    """When a step takes place."""

    kind = Awaited.STEP_MOMENT


@dataclass(frozen=True)
class StepDayOffered(OfStep, Offered):
    """On which day a step has been, tapped or typed."""

    kind = Awaited.STEP_DAY


@dataclass(frozen=True)
class StepWordsAwaited(Question):
    """What was said at a step, by its teacher or its coach."""

    kind = Awaited.STEP_WORDS
    induction: int = 0
