"""The buttons of what a workplace can offer."""

from datetime import date
from typing import Annotated

from handlers.talking.routing.tap import Shape, Tap

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
