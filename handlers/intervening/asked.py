"""What dialogues about interventions wait for."""

from dataclasses import dataclass

from bot.domain.intervening.interventions import InterventionAbout
from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class InterventionAwaited(Question):
    """What was done; `track` is the student's it is about, `target` what else it is about."""

    kind = Awaited.INTERVENTION
    about: str = InterventionAbout.STUDENT.value
    track: int = 0
    target: int = 0


@dataclass(frozen=True, kw_only=True)
class OfIntervention:
    """Which intervention is asked about; `track` is the student's it is about."""

    intervention: int = 0
    track: int = 0


@dataclass(frozen=True)
class PurposeAwaited(OfIntervention, Question):
    """What an intervention was for."""

    kind = Awaited.PURPOSE


@dataclass(frozen=True)
class OutcomeAwaited(OfIntervention, Question):
    """What came of an intervention."""

    kind = Awaited.OUTCOME
