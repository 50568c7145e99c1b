"""Links that an administrator made, told to the coaches concerned and to other administrators."""

from bot.domain.administering.rights_acts import RightsActKind
from bot.messages import _, _n, lines, listed
from bot.ports.telling.outbox import OutboxMessage
from handlers.administering.told.together import name_of, read_together
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

AT_MOST = 12
"""People who are named in one message."""


def tell_links(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell for whom an administrator made links; None where none of it is theirs to know."""
    acts = read_together(turn, message.about_id or 0, {RightsActKind.INVITED})
    about = [act.about_id for act in acts if act.about_id is not None]
    if not turn.uow.administrators.is_one(turn.person.id):
        about = [person for person in about if _concerns(turn, person)]
    about = [person for person in about if person != turn.person.id]
    if not about or acts[0].by_id is None:
        return None
    more = len(about) - AT_MOST
    text = lines(
        _(
            "{who} made links to come in, for {names}.",
            who=name_of(turn, acts[0].by_id),
            names=listed(name_of(turn, person) for person in about[:AT_MOST]),
        ),
        _n("and {count} more", "and {count} more", more) if more > 0 else None,
        _("Whoever opens such a link talks as that person. Is it not meant so? Ask who made it."),
    )
    return MessagePart(text)


def _concerns(turn: Turn, person_id: int) -> bool:
    deciders = turn.uow.administrators.list_deciders(person_id)
    return turn.person.id in {own.id for own in deciders}
