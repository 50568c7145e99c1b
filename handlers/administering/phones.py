"""A lost phone: the chat of somebody is closed on all devices; the next tap makes a new link."""

from bot.domain.school.names import first_name_of
from bot.messages import Reply, _, _n, lines
from bot.use_cases.joining.lose_phone import lose_phone
from handlers.administering.people import GONE, find_here
from handlers.administering.taps import CloseDevices, InviteSomebody, ShowPerson
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
    said = _n(
        "The chat of {name} is closed on {count} device. Links that were not used yet no longer "
        "work.",
        "The chat of {name} is closed on {count} devices. Links that were not used yet no longer "
        "work.",
        len(ended),
        name=person.name,
    )
    text = lines(
        said if ended else _("The chat of {name} is open on no device.", name=person.name),
        _("{name} reads that you did so.", name=first_name_of(person.name)) if ended else None,
    )
    again = button(_("make a link"), InviteSomebody(person.id))
    return [Reply(text, ((again,),), edit=True)]
