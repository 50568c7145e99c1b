"""The buttons of what workplaces train, class group by class group."""

from handlers.talking.routing.tap import Tap


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
