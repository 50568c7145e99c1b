"""What the dialogue about a sheet of answers waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True, kw_only=True)
class OfSheet:
    """Which question of which sheet is open."""

    sheet: int = 0
    number: int = 0
    quiet: bool = False


@dataclass(frozen=True)
class SheetOffered(OfSheet, Offered):
    """A question of a sheet that is answered by a button, or by what stands on it.

    Its number is 0 where the sheet is shown to be sent, and its sheet as well once that was sent.
    """

    kind = Awaited.SHEET_OFFERED


@dataclass(frozen=True)
class SheetWordsAwaited(OfSheet, Question):
    """A question of a sheet that is answered in own words."""

    kind = Awaited.SHEET_WORDS
