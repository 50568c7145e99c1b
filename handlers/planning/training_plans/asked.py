"""What is asked of a training plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.planning.training_plans import Where
from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


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
