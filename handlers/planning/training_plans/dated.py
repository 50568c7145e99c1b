"""How a training plan that awaits an agreement is said on the desk, and what its button opens."""

from bot.domain.dated import Dated
from bot.domain.planning.training_plans import Party
from bot.messages import Sayable, _
from handlers.planning.phrases import say_parties
from handlers.planning.training_plans.taps import ShowTrainingPlan
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(_turn: Turn, dated: Dated) -> Sayable:
    """Say in a line whose agreement is awaited."""
    parties = [Party(own) for own in dated.detail.split(",")]
    return _("training plan awaits the agreement of {parties}", parties=say_parties(parties))


def tap_dated(dated: Dated) -> Tap:
    """Open the training plans of the student."""
    return ShowTrainingPlan(dated.track_id or 0)
