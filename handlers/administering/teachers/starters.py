"""Saying that a teacher is new to dual learning, or not any more."""

from dataclasses import replace

from bot.domain.school.tracks import Person
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.inducting.mark_starter import end_starter, mark_starter
from bot.use_cases.inducting.of_staff import NotOfStaff
from handlers.administering.people import GONE, draw_person, find_here
from handlers.administering.taps import ChangeStarter
from handlers.talking.phrases import STAFF_ONLY
from handlers.talking.turn import Replies, Turn


def tapped_new(turn: Turn, tap: ChangeStarter) -> Replies:
    """Mark a teacher as new, or say that it is over; the same place takes it back."""
    person = find_here(turn, tap.person)
    if person is None:
        return [Reply(GONE)]
    said = _mark(turn, person) if tap.what == "make" else _end(turn, person)
    return [draw_person(turn, person, edit=True, said=said)]


def _mark(turn: Turn, person: Person) -> Sayable:
    try:
        new = mark_starter(turn.uow, person, turn.today, by=turn.doer)
    except NotOfStaff:
        return replace(STAFF_ONLY, args={"name": person.name})
    if not new:
        return _("{name} is marked as new already.", name=person.name)
    nobody = not turn.uow.teachers_coaches.list_of(person.organisation_id)
    return lines(
        _("{name} is marked as new to dual learning.", name=person.name),
        _("Nobody is named yet to coach the teachers who are new to dual learning.")
        if nobody
        else None,
    )


def _end(turn: Turn, person: Person) -> Sayable:
    known = turn.uow.starters.find(person.id)
    if known is not None:
        end_starter(turn.uow, known, turn.at, by=turn.doer)
    return _("{name} is not new to dual learning any more.", name=person.name)
