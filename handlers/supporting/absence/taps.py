"""The buttons about being away, but those with which one says it of oneself."""

from datetime import date

from handlers.talking.routing.tap import Tap


class AskAbsence(Tap, code="ia"):
    """Ask until when somebody is away."""

    person: int


class NoteAbsence(Tap, code="ib"):
    """Note that somebody is away up to and including a day."""

    person: int
    until: date


class EndAbsence(Tap, code="ie"):
    """Note that somebody is back."""

    person: int
