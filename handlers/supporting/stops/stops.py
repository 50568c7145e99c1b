"""Saying that a placement stops: why, which day is the last, and who hears it."""

from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.stops import MAY_STOP, PlacementStop
from bot.messages import Reply, _, lines
from bot.showing.words.stop_reasons import STOP_REASONS
from bot.use_cases.supporting.stops.stop_placement import find_stoppable, list_stoppable
from bot.use_cases.supporting.stops.take_up import take_up_as
from handlers.supporting.stops.phrases import say_by, say_stop
from handlers.supporting.stops.taps import AskStop, GoOnAfterAll, WhyStop
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.ordinary.stopping import point_to_coach
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NOT_YOURS = _(
    "Nothing was stored: a mentor of the placement or a coach of the student says that it stops."
)


def seek_stop(turn: Turn, said: str) -> Sought[Track, None]:
    """Read whom `/stops` is about. Raises Unclear for whoever cannot say so of anybody."""
    among = [track for track in turn.tracks if track.roles & MAY_STOP and track.ended_at is None]
    if among:
        return Sought(said.strip(), among, None)
    own = next((track for track in turn.tracks if Role.STUDENT in track.roles), None)
    if own is not None and own.ended_at is None:
        raise Unclear(Reply(point_to_coach(turn, own)))
    raise Unclear(Reply(NOT_YOURS if turn.tracks else nobody(turn)))


def show_stop(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Ask which placement stops, or why where there is only one."""
    lives = list_stoppable(turn.uow, track)
    if not lives:
        return [Reply(NOT_YOURS)]
    if len(lives) == 1:
        return [ask_why(turn, track, lives[0])]
    rows = tuple((button(short(life.workplace), AskStop(life.id)),) for life in lives)
    text = _("Where does {student} stop?", student=first_name(track))
    return [offer(turn, Reply(text, rows))]


def tapped_stop(turn: Turn, tap: AskStop) -> Replies:
    """Ask why the placement of a button stops."""
    found = find_stoppable(turn.uow, turn.tracks, tap.placement)
    return [ask_why(turn, *found, edit=True)] if found else [Reply(NOT_YOURS)]


def ask_why(turn: Turn, track: Track, life: PlacementLife, *, edit: bool = False) -> Reply:
    """Ask why a placement stops, or show that it does already."""
    stop = turn.uow.stops.find(life.id)
    if stop is not None:
        return show_stopped(turn, stop, edit=edit)
    text = lines(
        _(
            "Does {student} stop at {workplace}? Everything that was said stays, and the track "
            "goes on. Why?",
            student=first_name(track),
            workplace=life.workplace,
        ),
        _("To end the whole track instead: /track {student}", student=first_name(track))
        if Role.COACH in track.roles
        else None,
    )
    rows = tuple((button(label, WhyStop(life.id, why)),) for why, label in STOP_REASONS.items())
    return offer(turn, Reply(text, rows, edit=edit))


def show_stopped(turn: Turn, stop: PlacementStop, *, edit: bool = False) -> Reply:
    """Show how a placement stops, and offer that it goes on after all."""
    rows = ((button(_("it goes on after all"), GoOnAfterAll(stop.placement_id)),),)
    return Reply(lines(say_stop(stop, turn.person), say_by(turn, stop)), rows, edit=edit)


def tapped_go_on(turn: Turn, tap: GoOnAfterAll) -> Replies:
    """Let a placement go on, with its mentors."""
    found = find_stoppable(turn.uow, turn.tracks, tap.placement)
    if found is None:
        return [Reply(NOT_YOURS)]
    stop = take_up_as(turn.uow, turn.person.id, found[0], tap.placement, turn.at)
    if stop is None:
        return [Reply(_("Nothing stops here: it goes on as before."))]
    text = _(
        "{student} goes on at {workplace}, with everybody who was around. Who had heard that it "
        "stops hears this too.",
        student=stop.student,
        workplace=stop.workplace,
    )
    return [Reply(text, edit=True)]
