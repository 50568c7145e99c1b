"""The buttons about questionnaires."""

from handlers.talking.routing.tap import Tap


class ListQuestionnaires(Tap, code="qnl"):
    """Show a page of what there is, counted from 0."""

    page: int


class BeginAnswering(Tap, code="qnb"):
    """Begin to answer a round, or go on."""

    round: int


class ShowUnsigned(Tap, code="qnu"):
    """Show what came of a round without names."""

    round: int


class TakeTable(Tap, code="qnt"):
    """Show what came of a round as a table."""

    round: int


class ListNamed(Tap, code="qnn"):
    """List whose answers to a round somebody may read, a page at a time, counted from 0."""

    round: int
    page: int


class ShowNamed(Tap, code="qns"):
    """Show what somebody answered with their name."""

    sheet: int


class AskClosing(Tap, code="qnc"):
    """Ask whether a questionnaire is to be closed."""

    questionnaire: int


class CloseQuestionnaire(Tap, code="qnx"):
    """Close it."""

    questionnaire: int
