"""`/handover`: which students, and who is to be their coach."""

from dataclasses import replace
from functools import partial

from bot.domain.folding import fold
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.supporting.handovers import Handover
from bot.messages import Button, Reply, Sayable, Text, _, _n, lines
from bot.use_cases.supporting.handover.fit_to_coach import may_coach
from bot.use_cases.supporting.handover.hand_over import list_handed
from handlers.supporting.handover.asked import NewCoachOffered
from handlers.supporting.handover.phrases import NOT_YOURS, name_students, say_day
from handlers.supporting.handover.taps import (
    CallOffHandover,
    ChooseNewCoach,
    ListHandovers,
    ShowHandover,
)
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.paging import open_page
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.doors import BeginHandover
from handlers.talking.routing.offering import keep_offer, offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

LISTED = 8
"""Students, or people, on a page."""


def seek_handover(turn: Turn, said: str) -> Sought[Track, None]:
    """Read whom `/handover` is about. Raises Unclear with the list where nobody is named."""
    coached = list_handed(turn.uow, turn.person.id)
    if not coached:
        raise Unclear(Reply(nobody(turn)))
    if not said.strip() and len(coached) > 1:
        raise Unclear(draw_list(turn, turn.person, 0))
    return Sought(said.strip(), coached, None)


def show_choice(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Ask who is to be the coach of a student."""
    return [draw_choice(turn, turn.person, track.id, 0)]


def tapped_begin(turn: Turn, tap: BeginHandover) -> Replies:
    """Show whom a coach can hand over, to that coach or an administrator."""
    coach = arranged_coach(turn, tap.coach)
    return [draw_list(turn, coach, 0) if coach else Reply(NOT_YOURS)]


def tapped_list(turn: Turn, tap: ListHandovers) -> Replies:
    """Turn to another page of them."""
    coach = arranged_coach(turn, tap.coach)
    return [replace(draw_list(turn, coach, tap.page), edit=True) if coach else Reply(NOT_YOURS)]


def tapped_choose(turn: Turn, tap: ChooseNewCoach) -> Replies:
    """Ask who is to be the coach."""
    coach = arranged_coach(turn, tap.coach)
    return [draw_choice(turn, coach, tap.track, tap.page) if coach else Reply(NOT_YOURS)]


def mean_coach(turn: Turn, asked: NewCoachOffered, text: str) -> Tap | None:
    """Read the name, or the school's id, of who is to be the coach."""
    found = turn.uow.school_people.list_called(turn.person.organisation_id, fold(text.strip()), 2)
    return ShowHandover(asked.coach, asked.track, found[0].id) if len(found) == 1 else None


def arranged_coach(turn: Turn, coach_id: int) -> Person | None:
    """Find the coach whose tracks this person may hand over: an administrator may any."""
    if coach_id == turn.person.id:
        return turn.person
    if not turn.uow.administrators.is_one(turn.person.id):
        return None
    return turn.uow.school_people.find(turn.person.organisation_id, coach_id)


def list_meant(turn: Turn, coach: Person, track_id: int) -> list[Track]:
    """List the tracks that are meant, of those the coach has: one, or all."""
    return [own for own in list_handed(turn.uow, coach.id) if track_id in (0, own.id)]


def draw_list(turn: Turn, coach: Person, page: int, said: Sayable | None = None) -> Reply:
    """Show the students of a coach, and what is planned about them."""
    tracks = list_handed(turn.uow, coach.id)
    if not tracks:
        return Reply(lines(said, _("{name} is coach of nobody at the moment.", name=coach.name)))
    planned = turn.uow.handovers.list_planned([track.id for track in tracks])
    shown = open_page(tracks, LISTED, page)
    count = len(tracks)
    all_ = _n("the {count} student", "all {count} students", count)
    rows = [
        (button(all_, ChooseNewCoach(coach.id, 0, 0)),),
        *((button(short(own.label), ChooseNewCoach(coach.id, own.id, 0)),) for own in shown.things),
        *((_call_off(own),) for own in planned[:LISTED]),
    ]
    turns = shown.turns(partial(ListHandovers, coach.id))
    text = lines(said, _whose(turn, coach), *(_said(turn, own) for own in planned))
    return offer(turn, Reply(text, (*rows, *turns)))


def draw_choice(turn: Turn, coach: Person, track_id: int, page: int) -> Reply:
    """Ask who is to be the coach of the tracks that are meant."""
    tracks = list_meant(turn, coach, track_id)
    if not tracks:
        return Reply(NOT_YOURS)
    planned = turn.uow.handovers.list_planned([own.id for own in tracks])
    others = turn.uow.handovers.list_coaches(coach.organisation_id)
    fitting = [other for other in others if may_coach(turn.uow, coach, other)]
    shown = open_page(fitting, LISTED, page)
    rows = [
        (button(short(other.name), ShowHandover(coach.id, track_id, other.id)),)
        for other in shown.things
    ]
    rows += [(_call_off(own),) for own in planned[:1]]
    turns = shown.turns(partial(ChooseNewCoach, coach.id, track_id))
    text = lines(
        *(_said(turn, own) for own in planned[:LISTED]),
        _("Who becomes coach of {names}?", names=name_students([own.student for own in tracks])),
        _("Tap a coach, or type the name of somebody else of the school."),
    )
    asked = partial(NewCoachOffered, coach=coach.id, track=track_id)
    return keep_offer(turn, Reply(text, (*rows, *turns)), asked)


def _whose(turn: Turn, coach: Person) -> Text:
    if coach.id == turn.person.id:
        return _("Whom do you hand over to another coach?")
    return _("Which students of {name} go to another coach?", name=coach.name)


def _said(turn: Turn, own: Handover) -> Sayable:
    to = turn.uow.people.find(own.wish.to_id)
    return _(
        "Planned: {student} goes to {name} on {day}.",
        student=own.student,
        name=to.name if to else "—",
        day=say_day(own.wish.due_on or turn.today, turn.person),
    )


def _call_off(own: Handover) -> Button:
    return button(_("call off: {name}", name=short(own.student, 24)), CallOffHandover(own.id))


def is_teacher_too(tracks: list[Track]) -> list[str]:
    """Name the students of whom a coach is the teacher as well, and stays it."""
    return [first_name(own) for own in tracks if Role.TEACHER in own.roles]
