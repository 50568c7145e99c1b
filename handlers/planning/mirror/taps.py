"""The buttons of what could be practised at a workplace."""

from bot.domain.planning.mirror import MirrorAnswer
from handlers.talking.routing.tap import Tap


class AnswerMirror(Tap, code="mi"):
    """Say whether something could be practised at the workplace."""

    told: int
    answer: MirrorAnswer
