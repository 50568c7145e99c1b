"""The buttons of the choice."""

from handlers.talking.routing.tap import Tap


class ChooseComponent(Tap, code="ch"):
    """Choose a course component to be evaluated on in a period, or no longer."""

    period: int
    track: int
    component: int
