"""The buttons of lesson scenarios."""

from handlers.talking.routing.tap import Tap


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
