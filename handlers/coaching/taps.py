"""The buttons of coaching; the one to the next step stands in handlers/talking/routing/doors.py."""

from bot.domain.coaching.methods import Method
from bot.domain.coaching.tips import Verdict
from handlers.talking.routing.tap import Tap


class GiveTip(Tap, code="tp"):
    """Say another tip for a track, for a competence of it unless that is 0."""

    track: int
    competence: int


class ShowTipCard(Tap, code="tc"):
    """Show the whole card of a method."""

    method: Method


class JudgeTip(Tap, code="tv"):
    """Say what came of a tip that was told."""

    told: int
    verdict: Verdict
