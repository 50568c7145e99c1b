"""What was promised at a visit: written down, and ended once it was kept."""

from datetime import date

from bot.domain.school.tracks import Role
from bot.domain.visiting.promises import (
    LONGEST_PROMISE,
    MOST_PROMISES,
    Promise,
    PromiseOutcome,
)
from bot.domain.visiting.visits import Visit
from bot.messages import Button, Quoted, Reply, Sayable, _, lines
from bot.use_cases.visiting.end_promise import end_promise, find_promise
from bot.use_cases.visiting.hold_visit import (
    TooLongWords,
    TooManyPromises,
    find_held,
    keep_promise,
)
from handlers.talking.meaning.words import is_all
from handlers.talking.moments.until import read_until
from handlers.talking.phrases import ROLE_WORD, full_name
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.typed_taps import answer_tap
from handlers.talking.waiting import await_words
from handlers.visiting.asked import PromiseAwaited, PromiserAwaited
from handlers.visiting.phrases import NOT_YOUR_VISIT, end_buttons, list_promises
from handlers.visiting.taps import (
    EndPromise,
    PromisedBy,
    ReopenPromise,
    ShowMinutes,
    ShowPromise,
    ShowVisits,
    WritePromise,
)


def ask_promise(turn: Turn, visit: Visit, before: Sayable | None = None) -> Replies:
    """Ask what was promised, one thing a message."""
    text = lines(
        before,
        _("What was promised? One thing a message, such as: shows how to measure, until Friday."),
    )
    ready = button(_("that is all"), ShowMinutes(visit.id))
    return await_words(turn, PromiseAwaited(visit=visit.id), text, ready)


def tapped_write_promise(turn: Turn, tap: WritePromise) -> Replies:
    """Ask for one more promise of a visit."""
    visit = find_held(turn.uow, turn.coached_tracks, tap.visit)
    return ask_promise(turn, visit) if visit else [Reply(NOT_YOUR_VISIT)]


def typed_promise(turn: Turn, question: PromiseAwaited, text: str) -> Answered:
    """Ask who promised what was typed; nothing is stored yet."""
    visit = find_held(turn.uow, turn.coached_tracks, question.visit)
    if visit is None:
        turn.close()
        return [Reply(NOT_YOUR_VISIT)]
    if is_all(text):
        return answer_tap(turn, ShowMinutes(visit.id).written())
    what, due = read_until(text, turn.today)
    if len(what) > LONGEST_PROMISE:
        long = _(
            "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
            most=LONGEST_PROMISE,
            count=len(what),
        )
        return [Reply(long)]
    asked = PromiserAwaited(visit=visit.id, words=what, due=due.isoformat() if due else "")
    turn.ask(asked)
    return [stand_promiser(turn, asked)]


def stand_promiser(_turn: Turn, asked: PromiserAwaited) -> Reply:
    """Ask who promised what was written down."""
    pairs = ((Role.STUDENT, Role.MENTOR), (Role.TEACHER, Role.COACH))
    rows = tuple(
        tuple(button(ROLE_WORD[role], PromisedBy(asked.visit, role)) for role in pair)
        for pair in pairs
    )
    return Reply(lines(Quoted(asked.words), _("Who promised it?")), rows)


def tapped_promised_by(turn: Turn, tap: PromisedBy) -> Replies:
    """Keep what was promised, and ask for the next."""
    ready = turn.asked(PromiserAwaited)
    visit = find_held(turn.uow, turn.coached_tracks, tap.visit)
    if visit is None or ready is None or ready.visit != visit.id:
        return [Reply(_("Nothing waits to be stored: /visit shows what was promised."))]
    due = date.fromisoformat(ready.due) if ready.due else None
    try:
        new = keep_promise(turn.uow, visit, Role(tap.role), (ready.words, due), turn.doer)
    except TooManyPromises:
        full = _("Nothing was stored: a visit has {most} promises at most.", most=MOST_PROMISES)
        return [Reply(full)]
    except TooLongWords:
        return [Reply(_("Nothing was stored: say it shorter."))]
    kept = turn.uow.visits.find_promise(new, [visit.placed.track_id])
    said = lines(_("Stored:"), *list_promises([kept] if kept else [], turn.person))
    return ask_promise(turn, visit, said)


def tapped_promise(turn: Turn, tap: ShowPromise) -> Replies:
    """Show a promise, with whether it was kept."""
    coached = {track.id: track for track in turn.coached_tracks}
    found = find_promise(turn.uow, list(coached.values()), tap.promise)
    if found is None:
        return [Reply(NOT_YOUR_VISIT)]
    said = lines(full_name(coached[found.track_id]), *list_promises([found], turn.person))
    if found.outcome is not None:
        return [Reply(lines(said, _ended(found.outcome, found)))]
    return [offer(turn, Reply(said, (*end_buttons([found]), _visits(found))))]


def _visits(promise: Promise) -> tuple[Button, ...]:
    return (button(_("visits"), ShowVisits(promise.placement_id)),)


def tapped_end_promise(turn: Turn, tap: EndPromise) -> Replies:
    """Note that a promise was kept, or does not count any more."""
    outcome = PromiseOutcome(tap.outcome)
    found = end_promise(turn.uow, turn.coached_tracks, tap.promise, outcome, turn.doer)
    if found is None:
        return [Reply(NOT_YOUR_VISIT)]
    said = _ended(outcome, found)
    return [Reply(said, ((button(_("↩ Undo"), ReopenPromise(found.id)),),))]


def tapped_reopen(turn: Turn, tap: ReopenPromise) -> Replies:
    """Let a promise stand again."""
    found = end_promise(turn.uow, turn.coached_tracks, tap.promise, None, turn.doer)
    if found is None:
        return [Reply(NOT_YOUR_VISIT)]
    return [Reply(_("It stands again: {what}", what=found.words), edit=True)]


def _ended(outcome: PromiseOutcome, promise: Promise) -> Sayable:
    if outcome is PromiseOutcome.KEPT:
        return _("Kept: {what}", what=promise.words)
    return _("It does not count any more: {what}", what=promise.words)
