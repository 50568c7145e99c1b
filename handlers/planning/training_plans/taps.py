"""The buttons of training plans."""

from typing import Annotated

from bot.domain.planning.training_plans import Where
from handlers.talking.routing.tap import LiveTap, Shape, Tap


class ShowTrainingPlan(Tap, code="ei"):
    """Show where the competences of a track are pursued."""

    track: int


class ProposePlan(Tap, code="ej"):
    """Propose a placement's training plan as the activity list has it."""

    track: int
    placement: int


class ChangePlan(Tap, code="ek"):
    """Begin to change the training plan of a placement."""

    track: int
    placement: int


class AgreePlan(Tap, code="el"):
    """Agree to a version of a training plan."""

    plan: int


class ShowVersions(Tap, code="em"):
    """Show the versions of a placement's training plan."""

    track: int
    placement: int


class ChoosePlace(LiveTap, code="en"):
    """Choose where what is tapped next is pursued."""

    place: Where


class MoveGroup(LiveTap, code="eo"):
    """Move a group of competences there: all, those not decided, or by component or context."""

    group: Annotated[str, Shape(r"all|open|[cx]\d{1,18}")]


class MoveCompetence(LiveTap, code="ep"):
    """Move one competence there."""

    competence: int


class StorePlan(LiveTap, code="eq"):
    """Store what was changed as the next version."""


class LeavePlan(LiveTap, code="er"):
    """Leave the training plan as it is."""
