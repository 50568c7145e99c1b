"""The buttons about teachers new to dual learning."""

from datetime import date

from bot.domain.inducting.steps import InductionStep
from handlers.divergence.taps import UtcMoment
from handlers.talking.routing.tap import Tap


class ListStarters(Tap, code="nwl"):
    """Show a page of the teachers who are new, counted from 0."""

    page: int


class ShowStarter(Tap, code="nws"):
    """Show how it stands with a teacher."""

    teacher: int


class ShowStep(Tap, code="nwt"):
    """Show one step of a teacher."""

    teacher: int
    step: InductionStep


class PlanStep(Tap, code="nwp"):
    """Propose a moment for a step."""

    teacher: int
    step: InductionStep


class MoveStep(Tap, code="nwm"):
    """Show a step at another moment."""

    teacher: int
    step: InductionStep
    moment: UtcMoment


class ChooseStep(Tap, code="nwc"):
    """Plan a step at the moment that is shown."""

    teacher: int
    step: InductionStep
    moment: UtcMoment


class TypeStepMoment(Tap, code="nwy"):
    """Type another moment for a step."""

    teacher: int
    step: InductionStep


class CallOffStep(Tap, code="nwo"):
    """Call a step off that is planned or asked for."""

    teacher: int
    step: InductionStep


class StepWas(Tap, code="nww"):
    """Say that a step has been, and ask when."""

    teacher: int
    step: InductionStep


class StepWasOn(Tap, code="nwd"):
    """Say on which day a step has been."""

    teacher: int
    step: InductionStep
    day: date


class StepWasNot(Tap, code="nwn"):
    """Take back that a step has been."""

    teacher: int
    step: InductionStep


class WriteOfStep(Tap, code="nwi"):
    """Write of a step that has been, as its teacher or its coach."""

    induction: int


class PlanTogether(Tap, code="nwg"):
    """Propose a moment for the one instruction of several teachers."""


class MoveTogether(Tap, code="nwh"):
    """Show it at another moment."""

    moment: UtcMoment


class ChooseTogether(Tap, code="nwj"):
    """Plan it at the moment that is shown."""

    moment: UtcMoment


class TypeTogetherMoment(Tap, code="nwk"):
    """Type another moment for it."""


class TogetherWas(Tap, code="nwq"):
    """Say that it has been, and ask when."""


class TogetherWasOn(Tap, code="nwr"):
    """Say on which day it has been."""

    day: date


class NotTogether(Tap, code="nwx"):
    """Leave a teacher out of it."""

    teacher: int


class AddStarter(Tap, code="nwb"):
    """Ask which teacher is new."""


class MarkStarter(Tap, code="nwa"):
    """Mark a teacher as new, or as new after all."""

    teacher: int


class EndStarter(Tap, code="nwe"):
    """Say that a teacher is not new, or not any more."""

    teacher: int


class SayFirstDay(Tap, code="nwv"):
    """Type a teacher's first day of teaching."""

    teacher: int


class ShowOwnSteps(Tap, code="nwz"):
    """Show one's own steps."""


class ShowOwnStep(Tap, code="nwu"):
    """Show what was said of one's own step."""

    step: InductionStep


class AskForSession(Tap, code="nwf"):
    """Ask the teachers' coach for a session."""
