"""A step of a teacher who is new, on the desk of their coach."""

from bot.domain.dated import Dated
from bot.domain.inducting.steps import InductionStep
from bot.messages import Sayable, _, words
from handlers.inducting.phrases import STEP_NAMES
from handlers.inducting.taps import ShowStep
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(_turn: Turn, dated: Dated) -> Sayable:
    """Say which step it is, and whether the teacher asked for it."""
    step = STEP_NAMES[InductionStep(dated.detail)]
    return words(step, _("asked for") if dated.due_on is None else None, by=" · ")


def tap_dated(dated: Dated) -> Tap:
    """Open the step."""
    return ShowStep(dated.about_id, InductionStep(dated.detail))
