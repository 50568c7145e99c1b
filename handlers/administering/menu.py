"""What there is to run: one message, from which everything is a tap away."""

from bot.messages import Reply, _, _n, lines
from handlers.administering.people import find_called
from handlers.administering.taps import (
    AskFile,
    FindPeople,
    ShowActs,
    ShowClassGroups,
    ShowEducations,
    ShowKeepings,
    ShowNaming,
    ShowPriorRules,
    ShowTeachersCoaches,
    ShowTeam,
)
from handlers.talking.routing.doors import OpenAdmin, OpenSectors
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def show_admin(turn: Turn, words: str) -> Replies:
    """Answer `/admin`; with a name behind it, at once who is called so."""
    if words.strip():
        return find_called(turn, words)
    return [_draw(turn, edit=False)]


def tapped_admin(turn: Turn, _tap: OpenAdmin) -> Replies:
    """Show it in the place of what led back to it."""
    return [_draw(turn, edit=True)]


def _draw(turn: Turn, *, edit: bool) -> Reply:
    count = turn.uow.school_people.count(turn.person.organisation_id)
    people = _n("{count} person is known here", "{count} people are known here", count.people)
    text = lines(
        _("{people}, {joined} of them came.", people=people, joined=count.joined),
        _("You see no scores or notes by this. What do you want to do?"),
    )
    rows = (
        (button(_("find somebody"), FindPeople()), button(_("invite a class"), ShowClassGroups())),
        (button(_("read a file in"), AskFile()), button(_("administrators"), ShowTeam())),
        (button(_("names in chats"), ShowNaming()), button(_("how long kept"), ShowKeepings())),
        (
            button(_("agreements"), ShowEducations()),
            button(_("coach of the teachers"), ShowTeachersCoaches()),
        ),
        (button(_("prior learning"), ShowPriorRules()), button(_("sectors"), OpenSectors())),
        (button(_("what was done"), ShowActs()),),
    )
    return Reply(text, rows, edit=edit)
