"""Scoring by the work that was done: a context, then the competences that it trains."""

from collections.abc import Collection

from bot.domain.school.frameworks import Competence, Context, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import open_among
from bot.messages import Button, Reply, _
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.state import Steps
from handlers.scoring.tapping.steps import begin
from handlers.scoring.taps import ChooseScored
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

ALL_WORK = 0


def offer_work(
    programme: Programme, running: Collection[int], serial: int
) -> list[tuple[Button, ...]]:
    """Offer the work that comes up these weeks, and the way to all of it."""
    now = [context for context in programme.contexts if context.id in running]
    rows: list[tuple[Button, ...]] = [
        (button(_("now: {context}", context=_named(own)), ChooseScored(serial, own.number)),)
        for own in now
    ]
    if programme.contexts and len(now) < len(programme.contexts):
        rows.append((button(_("by the work ›"), ChooseScored(serial, ALL_WORK)),))
    return rows


def tapped_scored(turn: Turn, tap: ChooseScored) -> Replies:
    """Show which work there is, or begin with what one trains."""
    menu = turn.question
    track = turn.scored_track(menu.track) if isinstance(menu, ScoreMenu | Steps) else None
    if track is None:
        return [Reply(nobody(turn))]
    context = turn.programme(track).context(tap.context)
    return begin_work(turn, track, context) if context else [_list_work(turn, track)]


def _list_work(turn: Turn, track: Track) -> Reply:
    serial = turn.keep(ScoreMenu(track=track.id))
    rows = tuple(
        (button(_named(own), ChooseScored(serial, own.number)),)
        for own in turn.programme(track).contexts
    )
    text = _("{student}: which work do you want to score?", student=first_name(track))
    return Reply(text, rows, edit=True)


def begin_work(turn: Turn, track: Track, context: Context) -> Replies:
    """Begin with the first competence of a context of which something is open, or its first."""
    marks, since = see_own_marks(turn.uow, turn.seat(track)), turn.since(track)
    trained = [
        own for own in turn.programme(track).competences if own.number in context.competences()
    ]
    waiting = (own for own in trained if open_among(_ids(own), marks, since))
    return begin(turn, track, next(waiting, trained[0]), context=context.number)


def _named(context: Context) -> str:
    return f"{context.number}. {short(context.title)}"


def _ids(competence: Competence) -> list[int]:
    return [indicator.id for indicator in competence.indicators]
