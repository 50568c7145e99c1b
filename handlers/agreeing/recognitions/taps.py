"""The buttons about recognitions of workplaces; each names a placement there."""

from datetime import date

from handlers.talking.routing.tap import Tap


class ShowRecognition(Tap, code="grs"):
    """Show the recognition of the workplace of a placement."""

    placement: int


class ListRecognitions(Tap, code="grl"):
    """Show a page of the workplaces, counted from 0."""

    page: int


class AskRecognitionEnd(Tap, code="gru"):
    """Ask until when the workplace of a placement is recognised."""

    placement: int


class RecognisedUntil(Tap, code="grd"):
    """Say until which day it is recognised, or that this is not known."""

    placement: int
    until: date | None = None


class RecognisedFrom(Tap, code="grf"):
    """Say on which day the recognition was given."""

    placement: int
    given_on: date


class RecognitionAsked(Tap, code="gra"):
    """Say that a first or a new recognition is asked for."""

    placement: int
