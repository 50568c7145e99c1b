"""What somebody is told when a place takes nothing any more: which, and where messages come now."""

from bot.domain.telling.places import LOST, Place
from bot.messages import MessageKind, Text, _, lines
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.telling.places import find_place
from handlers.talking.places.shown import PLACES, show_button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

LOST_WHAT: dict[Place, Text] = {
    Place.TELEGRAM: _("On Telegram I cannot reach you any more."),
    Place.SLACK: _("On Slack I cannot reach you any more."),
    Place.PAGE: _("On the page I cannot reach you any more."),
    Place.PUSH: _("Your device takes no push messages from me any more."),
    Place.MAIL: _("Your e-mail address takes no mail from me any more."),
}


def tell_lost(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say that a place is lost, and where messages come from now on."""
    number = message.about_id
    if number is None or not 0 <= number < len(LOST):
        return None
    now = find_place(turn.uow, turn.person.id, turn.at)
    said = lines(
        LOST_WHAT[LOST[number]],
        _("What I tell you unasked comes {place} from now on.", place=PLACES[now]) if now else None,
    )
    return MessagePart(said, ((show_button(),),), MessageKind.NOTICE)


def tell_code_lost(turn: Turn, _message: OutboxMessage) -> MessagePart | None:
    """Say that the address to which a code was to go takes no mail."""
    said = _("The e-mail with your code came back: look whether the address was right.")
    return MessagePart(said, ((show_button(),),), MessageKind.NOTICE)
