"""Interviews, and candidates who wait for a word, on the desk of who leads the intake."""

from bot.domain.dated import Dated, Matter
from bot.messages import Sayable, _
from handlers.matching.taps import ShowCandidate
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say what it is."""
    if dated.matter is Matter.INTERVIEW:
        over = dated.moment is not None and dated.moment < turn.at
        return _("say what came of the interview") if over else _("interview of the intake")
    return _("answered the intake, and waits for a word")


def tap_dated(dated: Dated) -> Tap:
    """Open the candidate."""
    return ShowCandidate(dated.about_id)
