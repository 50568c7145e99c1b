"""The tip that a mentor gets unasked: at most one a week, in the one message of that day."""

from collections.abc import Sequence

from bot.messages import MessageKind, _, lines
from bot.ports.telling.errands import Errand
from bot.use_cases.coaching.give_tip import give_unasked
from handlers.coaching.tips import mentored, tip_buttons, tip_text
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tip(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say the tip that fits what this mentor scored lately."""
    given = give_unasked(turn.uow, turn.person, mentored(turn), turn.at, errands[0].id)
    if given is None:
        return None
    return MessagePart(
        lines(_("A tip:"), tip_text(turn, given)), (tip_buttons(given),), MessageKind.TIP
    )
