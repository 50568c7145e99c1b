"""Who coaches the teachers who are new: listed, named, ended."""

from dataclasses import replace

from bot.domain.school.tracks import Person
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.inducting.name_coach import end_teachers_coach, make_teachers_coach
from bot.use_cases.inducting.of_staff import NotOfStaff
from handlers.administering.people import BACK, GONE, draw_person, find_here
from handlers.administering.taps import (
    ChangeTeachersCoach,
    FindPeople,
    ShowPerson,
    ShowTeachersCoaches,
)
from handlers.talking.phrases import STAFF_ONLY, short
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SHOWN = 12
"""Coaches of teachers shown at once."""


def tapped_coaches(turn: Turn, _tap: ShowTeachersCoaches) -> Replies:
    """List who coaches the teachers."""
    known = turn.uow.teachers_coaches.list_of(turn.person.organisation_id)
    text = lines(
        _("These coach the teachers who are new to dual learning:")
        if known
        else _("Nobody is named yet to coach the teachers who are new to dual learning."),
        *(person.name for person in known),
        _("Find somebody to name them; a teacher is marked as new in the same place."),
    )
    rows = [
        (
            button(
                _("end: {name}", name=short(person.name)),
                ChangeTeachersCoach(person.id, "end", "ask"),
            ),
        )
        for person in known[:SHOWN]
    ]
    more = (button(_("find somebody"), FindPeople()), button(BACK, OpenAdmin()))
    return [Reply(text, (*rows, more), edit=True)]


def tapped_coach(turn: Turn, tap: ChangeTeachersCoach) -> Replies:
    """Name somebody, or end that, once that is sure."""
    person = find_here(turn, tap.person)
    if person is None:
        return [Reply(GONE)]
    if tap.sure == "ask":
        return [offer(turn, _ask_sure(person, tap))]
    return [draw_person(turn, person, edit=True, said=_changed(turn, person, tap.what))]


def _changed(turn: Turn, person: Person, what: str) -> Sayable:
    if what == "end":
        ended = end_teachers_coach(turn.uow, person, turn.at, turn.person.id)
        return (
            _("{name} coaches the teachers no more.", name=person.name)
            if ended
            else _("{name} does not coach the teachers.", name=person.name)
        )
    try:
        made = make_teachers_coach(turn.uow, person, turn.at, turn.person.id)
    except NotOfStaff:
        return replace(STAFF_ONLY, args={"name": person.name})
    return (
        _("{name} coaches the teachers from now on.", name=person.name)
        if made
        else _("{name} coaches the teachers already.", name=person.name)
    )


def _ask_sure(person: Person, tap: ChangeTeachersCoach) -> Reply:
    text = (
        lines(
            _("Let {name} coach the teachers who are new to dual learning?", name=person.name),
            _("Then {name} sees their steps, and no scores by that.", name=person.first_name),
        )
        if tap.what == "make"
        else _("Let {name} no longer coach the teachers?", name=person.name)
    )
    sure = ChangeTeachersCoach(person.id, tap.what, "yes")
    rows = ((button(_("yes"), sure),), (button(_("no"), ShowPerson(person.id)),))
    return Reply(text, rows, edit=True)
