"""What dialogues about planning wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.planning.training_plans import Where
from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class RecognitionAwaited(Question):
    """The day until which a workplace is recognised for a programme."""

    kind = Awaited.RECOGNITION
    workplace: int = 0
    programme: int = 0


@dataclass(frozen=True)
class PlanDrafted(Question):
    """A training plan that is being changed; it `follows` the one with this identity, if any.

    `places` says where each competence is pursued, by its identity as text; what is tapped next
    moves to the `target`.
    """

    kind = Awaited.PLAN_DRAFT
    track: int = 0
    placement: int = 0
    follows: int | None = None
    target: str = Where.WORKPLACE.value
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ScenarioAwaited(Question):
    """A lesson scenario of a programme, of the competence of this number, or of any (0)."""

    kind = Awaited.SCENARIO
    programme: int = 0
    number: int = 0
