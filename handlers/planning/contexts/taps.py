"""The buttons of contexts: what comes up at a workplace, and a coach's list of them."""

from datetime import date
from typing import Annotated, Literal

from handlers.talking.routing.tap import LiveTap, Shape, Tap


class ShowContexts(Tap, code="xc"):
    """Show the contexts of a track."""

    track: int


class PlanContext(Tap, code="xw"):
    """Say when a context comes up at a placement: from which day, and so many weeks."""

    placement: int
    context: int
    begins: date | None = None
    weeks: Annotated[int, Shape("[1-9]", read=int)] | None = None


class DropContext(Tap, code="xd"):
    """Say that a context does not come up at a placement."""

    placement: int
    context: int


class ShowProgrammeContexts(Tap, code="xp"):
    """Show the contexts of a programme to who keeps them."""

    programme: int


class EditContext(Tap, code="xe"):
    """Change a programme's context with this number, or make a new one where it is 0."""

    programme: int
    number: int


class RemoveContext(Tap, code="xr"):
    """Take a programme's context with this number away."""

    programme: int
    number: int


class ToggleTrained(LiveTap, code="xt"):
    """Say what the context that is open does for the competence with this number: the next way."""

    competence: int


class FinishContext(LiveTap, code="xk"):
    """Keep the context that is open, or give it another title first."""

    how: Literal["keep", "title"]
