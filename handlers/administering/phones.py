"""A lost phone: the chat of somebody is closed on all devices; the next tap makes a new link."""

from bot.messages import Reply, _
from bot.use_cases.joining.lose_phone import lose_phone
from handlers.administering.people import GONE, find_here
from handlers.administering.taps import CloseDevices, InviteSomebody, ShowPerson
from handlers.talking.phones import say_closed
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def tapped_close(turn: Turn, tap: CloseDevices) -> Replies:
    """Close somebody's chat on all devices, once that is sure."""
    person = find_here(turn, tap.person)
    if person is None:
        return [Reply(GONE)]
    if tap.sure == "ask":
        asked = _("Close the chat of {name} on all devices of the page?", name=person.name)
        sure = button(_("yes, close it"), CloseDevices(person.id, "yes"))
        rows = ((sure,), (button(_("no"), ShowPerson(person.id)),))
        return [offer(turn, Reply(asked, rows, edit=True))]
    ended = lose_phone(turn.uow, person, turn.at, turn.person.id)
    again = button(_("make a link"), InviteSomebody(person.id))
    return [Reply(say_closed(person, ended), ((again,),), edit=True)]
