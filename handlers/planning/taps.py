"""The buttons of planning: lesson times, what workplaces can offer, and training plans."""

from datetime import date, time
from typing import Annotated

from bot.domain.planning.training_plans import Where
from handlers.talking.routing.tap import LiveTap, Shape, Tap

WEEKDAY = Shape("[0-6]", read=int)


class ShowLessons(Tap, code="ls"):
    """Go back to the lesson times."""


class AddLesson(Tap, code="la"):
    """Add a lesson time with a class group, once day, hour and minute are all chosen."""

    class_group: int
    weekday: Annotated[int, WEEKDAY] | None = None
    hour: Annotated[int, Shape(r"\d{1,2}", read=int)] | None = None
    minute: Annotated[int, Shape(r"\d{2}", "02", int)] | None = None


class RemoveLesson(Tap, code="lt"):
    """Take a lesson time with a class group away."""

    class_group: int
    weekday: Annotated[int, WEEKDAY]
    starts: Annotated[time, Shape(r"\d{2}:\d{2}", "%H:%M", time.fromisoformat)]


class ShowNews(Tap, code="lw"):
    """Show all that is new at a student's workplace since an instant, in minutes since 1970."""

    track: int
    since: int


class ShowMissing(Tap, code="lm"):
    """Show what a class group did not meet at work yet."""

    class_group: int


OFFERED = Shape("[01]", read=int)


class ShowActivities(Tap, code="ea"):
    """Show what a workplace can offer of a programme."""

    workplace: int
    programme: int


class ChooseContexts(Tap, code="eb"):
    """Go through the contexts that may come up at a workplace."""

    workplace: int
    programme: int


class OfferContext(Tap, code="ec"):
    """Say that a context comes up at a workplace, or that it does not."""

    workplace: int
    programme: int
    context: int
    offered: Annotated[int, OFFERED]


class ChooseCompetences(Tap, code="ed"):
    """Go through the competences that a workplace may offer, by pages."""

    workplace: int
    programme: int
    page: int


class OfferCompetence(Tap, code="ee"):
    """Say that a competence can be done at a workplace, or that it cannot."""

    workplace: int
    programme: int
    competence: int
    offered: Annotated[int, OFFERED]


class AskRecognition(Tap, code="ef"):
    """Ask until when a workplace is recognised."""

    workplace: int
    programme: int


class SetRecognition(Tap, code="eg"):
    """Say until which day a workplace is recognised, or that it is not known."""

    workplace: int
    programme: int
    until: date | None = None


class ShowTrainingPlan(Tap, code="ei"):
    """Show where the competences of a track are pursued."""

    track: int


class ShowMatrix(Tap, code="mx"):
    """Show the matrix of a track's class group."""

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


class BringMatrix(Tap, code="mb"):
    """Bring the matrix of a track's class group as a spreadsheet."""

    track: int


class ShowTuning(Tap, code="mt"):
    """Show whether campus and work are tuned for a track's class group."""

    track: int


class ShowPlannedWeeks(Tap, code="my"):
    """Show of a track's class group what is planned at work, and what came up."""

    track: int


class ShowScenarios(Tap, code="za"):
    """Show a page of the lesson scenarios of a programme, counted from 0."""

    programme: int
    page: int


class AddScenario(Tap, code="zb"):
    """Add a scenario for the competence of this number, or for any where it is 0."""

    programme: int
    competence: int


class RemoveScenario(Tap, code="zc"):
    """Remove a scenario of a programme."""

    programme: int
    scenario: int
