"""The tip for a mentor or a teacher: at most one a week, in the one message of that day."""

from collections.abc import Sequence

from bot.messages import MessageKind, _, lines
from bot.ports.telling.errands import Errand
from bot.use_cases.coaching.give_tip import give_unasked
from handlers.coaching.tips import list_guided, say_tip, tip_buttons
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_tip(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say the tip that fits what this person scored lately."""
    given = give_unasked(turn.uow, turn.person, list_guided(turn), turn.at, errands[0].id)
    if given is None:
        return None
    text = lines(_("A tip:"), say_tip(turn, given))
    return MessagePart(text, tip_buttons(given), MessageKind.TIP)
