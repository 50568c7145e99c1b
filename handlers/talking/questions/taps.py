"""The buttons of a sheet of answers."""

from handlers.talking.routing.tap import Tap


class AskQuestion(Tap, code="fq"):
    """Ask the question with this number."""

    sheet: int
    number: int


class ChooseAnswer(Tap, code="fa"):
    """Answer a question with a value, and go on."""

    sheet: int
    number: int
    value: int


class SkipQuestion(Tap, code="fs"):
    """Leave a question out, and go on."""

    sheet: int
    number: int


class ShowSheet(Tap, code="fv"):
    """Show what was answered, to send it."""

    sheet: int


class DropSheet(Tap, code="fx"):
    """Throw a sheet away."""

    sheet: int
