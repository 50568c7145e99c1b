"""Who runs the school's Kompaan: listed, added, ended; the last one stays."""

from bot.domain.school.tracks import Person
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.administering.end_administrator import LastAdministrator, end_administrator
from bot.use_cases.administering.make_administrator import make_administrator
from handlers.administering.people import BACK, GONE, find_here
from handlers.administering.taps import ChangeTeam, FindPeople, ShowPerson, ShowTeam
from handlers.talking.phrases import short
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_MOST = 12
"""Administrators shown at once."""


def tapped_team(turn: Turn, _tap: ShowTeam) -> Replies:
    """List the administrators."""
    return [_draw(turn)]


def tapped_change(turn: Turn, tap: ChangeTeam) -> Replies:
    """Make somebody an administrator, or end that, once that is sure."""
    person = find_here(turn, tap.person)
    if person is None:
        return [Reply(GONE)]
    if tap.sure == "ask":
        return [offer(turn, _asked(person, tap))]
    if tap.what == "make":
        made = make_administrator(turn.uow, person, turn.at, turn.person.id)
        said = (
            _("{name} is an administrator from now on.", name=person.name)
            if made
            else _("{name} is an administrator already.", name=person.name)
        )
        return [_draw(turn, said)]
    try:
        ended = end_administrator(turn.uow, person, turn.at, turn.person.id)
    except LastAdministrator:
        last = _("{name} is the last administrator: make another one first.", name=person.name)
        return [_draw(turn, last)]
    said = (
        _("{name} is no administrator any more.", name=person.name)
        if ended
        else _("{name} is no administrator.", name=person.name)
    )
    if person.id == turn.person.id:
        return [Reply(said, edit=True)]
    return [_draw(turn, said)]


def _asked(person: Person, tap: ChangeTeam) -> Reply:
    text = (
        lines(
            _("Make {name} an administrator of your school's Kompaan?", name=person.name),
            _("Then {name} can do all that you can do here; scores do not belong to it.",
              name=person.first_name),
        )
        if tap.what == "make"
        else _("Let {name} no longer be an administrator?", name=person.name)
    )  # fmt: skip
    sure = ChangeTeam(person.id, tap.what, "yes")
    rows = ((button(_("yes"), sure),), (button(_("no"), ShowPerson(person.id)),))
    return Reply(text, rows, edit=True)


def _draw(turn: Turn, said: Sayable | None = None) -> Reply:
    known = turn.uow.administrators.list_of(turn.person.organisation_id)
    text = lines(
        said,
        _("These run Kompaan for your school:"),
        *(person.name for person in known),
    )
    rows = [
        (button(_("end: {name}", name=short(person.name)), ChangeTeam(person.id, "end", "ask")),)
        for person in known[:AT_MOST]
        if len(known) > 1
    ]
    more = (button(_("add another"), FindPeople()), button(BACK, OpenAdmin()))
    return Reply(text, (*rows, more), edit=True)
