"""The buttons of lesson times, of what the workplaces brought before a lesson, and of scenarios."""

from datetime import time
from typing import Annotated

from handlers.talking.routing.tap import Shape, Tap

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


class ShowMatrix(Tap, code="mx"):
    """Show the matrix of a track's class group."""

    track: int


class BringMatrix(Tap, code="mb"):
    """Bring the matrix of a track's class group as a spreadsheet."""

    track: int


class ShowTuning(Tap, code="mt"):
    """Show whether campus and work are tuned for a track's class group."""

    track: int


class ShowPlannedWeeks(Tap, code="my"):
    """Show of a track's class group what is planned at work, and what came up."""

    track: int
