"""The newest lines of the log of acts, in plain words."""

from bot.messages import Moment, Reply, Sayable, _, lines, words
from bot.showing.words.acts import say_act
from handlers.administering.people import BACK
from handlers.administering.taps import ShowActs
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_MOST = 15
"""Lines shown; the command line shows all."""


def tapped_acts(turn: Turn, _tap: ShowActs) -> Replies:
    """Show the newest lines, the newest first."""
    found = turn.uow.rights_acts.list_newest(turn.person.organisation_id, AT_MOST)
    named: dict[int, str] = {}

    def name(person_id: int | None) -> Sayable | None:
        if person_id is None:
            return None
        if person_id not in named:
            person = turn.uow.people.find(person_id)
            named[person_id] = person.name if person else f"#{person_id}"
        return named[person_id]

    acts = (line.act for line in found)
    said = (words(Moment(act.at), say_act(act, name), by=" · ") for act in acts)
    text = lines(
        _("What was done that touches somebody's rights, the newest first:")
        if found
        else _("Nothing was done yet that touches somebody's rights."),
        *said,
    )
    return [Reply(text, ((button(BACK, OpenAdmin()),),), edit=True)]
