"""`/visit`: who was visited when, what is owed, and what can be done about it."""

from dataclasses import replace

from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Moment, Reply, Sayable, _, _n, colon, lines, words
from bot.use_cases.visiting.plan_visit import call_off_visit
from bot.use_cases.visiting.see_visits import (
    VisitStanding,
    list_minuted,
    see_visits,
    see_visits_at,
)
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.visiting.phrases import (
    NOT_YOUR_VISIT,
    end_buttons,
    list_promises,
    place_of,
    say_last,
    say_next,
)
from handlers.visiting.taps import (
    AskForVisit,
    CallOffVisit,
    ListVisits,
    PlanVisit,
    PrepareVisit,
    ShowMinutes,
    ShowVisits,
    WasThere,
)

LISTED = 8
"""Placements on a page."""


def seek_visit(turn: Turn, said: str) -> Sought[Track, None]:
    """Read whom `/visit` is about. Raises Unclear with the list of all where nobody is named."""
    running = [track for track in turn.tracks if track.ended_at is None]
    if not running:
        raise Unclear(Reply(nobody(turn)))
    coached = turn.running_coached
    if coached and not said.strip() and len(coached) > 1:
        raise Unclear(_list_page(turn, 0))
    # Who coaches one and teaches another may ask for a visit to the other.
    among = running if said.strip() else coached or running
    return Sought(said.strip(), among, None)


def show_visits(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Show how it stands at the placements of a track; who is not its coach may ask for a visit."""
    standings = see_visits(turn.uow, [track])
    if not standings:
        return [Reply(_("There is no workplace to visit at the moment."))]
    if list_minuted([track]):
        return [_shown(turn, standing) for standing in standings]
    theirs = {own.id for own in track.placements} if track.placements else None
    here = [own for own in standings if theirs is None or own.placed.placement_id in theirs]
    return [_to_ask(turn, own) for own in here or standings]


def tapped_visits(turn: Turn, tap: ShowVisits) -> Replies:
    """Show how it stands at the placement of a button."""
    standing = coached_standing(turn, tap.placement)
    return [_shown(turn, standing)] if standing else [Reply(NOT_YOUR_VISIT)]


def tapped_list(turn: Turn, tap: ListVisits) -> Replies:
    """Turn to another page of the placements."""
    return [replace(_list_page(turn, tap.page), edit=True)]


def tapped_call_off(turn: Turn, tap: CallOffVisit) -> Replies:
    """Call a visit off, and show what is owed now."""
    standing = coached_standing(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    called_off = call_off_visit(turn.uow, standing, turn.doer)
    said = _("Called off. I tell nobody of it.") if called_off else _("Nothing was planned.")
    now = coached_standing(turn, tap.placement) or standing
    shown = _shown(turn, now)
    return [replace(shown, text=lines(said, shown.text))]


def coached_standing(turn: Turn, placement: int) -> VisitStanding | None:
    """Find how it stands at a placement of which this person is the coach."""
    return see_visits_at(turn.uow, turn.running_coached, placement)


def coached_standings(turn: Turn) -> list[VisitStanding]:
    """Read how it stands wherever this person is the coach."""
    return see_visits(turn.uow, turn.running_coached)


def _list_page(turn: Turn, page: int) -> Reply:
    standings = coached_standings(turn)
    listed = open_page(standings, LISTED, page)
    late = sum(standing.is_late(turn.today) for standing in standings)
    head = (
        _n("At {count} workplace a visit is due.", "At {count} workplaces a visit is due.", late)
        if late
        else _("No visit is due.")
    )
    told = (_line(turn, standing) for standing in listed.things)
    rows = tuple(
        (
            button(
                short(f"{own.placed.student} · {own.placed.workplace}"),
                ShowVisits(own.placed.placement_id),
            ),
        )
        for own in listed.things
    )
    return offer(turn, Reply(lines(head, *told), (*rows, *listed.turns(ListVisits))))


def _line(turn: Turn, standing: VisitStanding) -> Sayable:
    sign = "⚠" if standing.is_late(turn.today) else "·"
    never = standing.last is None and standing.to_come is None
    return words(
        sign,
        colon(place_of(standing.placed)),
        say_last(standing, turn.person) if never else None,
        None if never and standing.owed_by is None else say_next(standing, turn.person, turn.today),
    )


def _shown(turn: Turn, standing: VisitStanding) -> Reply:
    here = standing.placed.placement_id
    promises = [
        own
        for own in turn.uow.visits.list_promises([standing.placed.track_id])
        if own.placement_id == here
    ]
    text = lines(
        _("Visits to {place}", place=place_of(standing.placed)),
        say_last(standing, turn.person),
        say_next(standing, turn.person, turn.today),
        _("Promised, and open:") if promises else None,
        *list_promises(promises, turn.person),
    )
    return offer(turn, Reply(text, (*_ways(standing), *end_buttons(promises))))


def _ways(standing: VisitStanding) -> list[tuple[Button, ...]]:
    here = standing.placed.placement_id
    planned = standing.to_come is not None and standing.to_come.planned_for is not None
    plan = button(_("another moment …") if planned else _("plan a visit"), PlanVisit(here))
    off = (button(_("call it off"), CallOffVisit(here)),) if standing.to_come else ()
    last = standing.last
    minutes = (button(_("minutes and promises"), ShowMinutes(last.id)),) if last else ()
    return [
        (plan, *off),
        (button(_("prepare"), PrepareVisit(here)), button(_("I was there"), WasThere(here))),
        *([minutes] if minutes else []),
    ]


def _to_ask(turn: Turn, standing: VisitStanding) -> Reply:
    """Let student, mentor or teacher ask for a visit where none is to come."""
    placed = standing.placed
    track = turn.track(placed.track_id)
    own = track is not None and Role.STUDENT in track.roles
    text = lines(
        _("Visits to you at {workplace}", workplace=placed.workplace)
        if own
        else _("Visits to {place}", place=place_of(placed)),
        say_last(standing, turn.person),
    )
    to_come = standing.to_come
    if to_come is not None:
        said = (
            _("Planned: {when}.", when=Moment(to_come.planned_for))
            if to_come.planned_for
            else _("A visit is asked for, and not planned yet.")
        )
        return Reply(lines(text, said))
    ask = button(_("ask the coach to come by"), AskForVisit(standing.placed.placement_id))
    return offer(turn, Reply(text, ((ask,),)))
