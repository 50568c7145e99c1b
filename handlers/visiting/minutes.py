"""The minutes of a visit: the day, two questions, and what was promised."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from bot.domain.visiting.visits import LONGEST_MINUTE, MinutePart, Visit
from bot.messages import Quoted, Reply, Sayable, Text, _, lines, words
from bot.use_cases.visiting.hold_visit import (
    TooLongWords,
    WrongVisitDay,
    find_held,
    hold_visit,
    keep_minute,
    take_back_visit,
)
from handlers.talking.meaning.near_days import reaches
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words
from handlers.visiting.asked import MinuteAwaited, VisitDayOffered
from handlers.visiting.phrases import (
    MINUTE_HEADS,
    NOT_YOUR_VISIT,
    list_promises,
    place_of,
    say_day,
)
from handlers.visiting.promises import ask_promise
from handlers.visiting.taps import (
    NotThere,
    ShowMinutes,
    SkipMinute,
    WasThere,
    WasThereOn,
    WriteMinutes,
    WritePromise,
)
from handlers.visiting.visits import coached_standing

ASKED: dict[MinutePart, Text] = {
    MinutePart.GOING: _("How does it go at the workplace? Type it in your own words."),
    MinutePart.TALKED: _("What did you talk about?"),
}
READ_BY = _("Only the coaches read it. It also stands in the student’s own file: /mydata.")


def tapped_was_there(turn: Turn, tap: WasThere) -> Replies:
    """Ask on which day one was there; at once where the planned day is today or before."""
    standing = coached_standing(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    to_come = standing.to_come
    planned = turn.day_of(to_come.planned_for) if to_come and to_come.planned_for else None
    days = dict.fromkeys(
        [
            *([planned] if planned and planned <= turn.today else []),
            turn.today,
            turn.today - timedelta(days=1),
        ]
    )
    rows = tuple((button(_day_label(turn, day), WasThereOn(tap.placement, day)),) for day in days)
    text = _("On which day were you there? Tap it, or type a date.")
    kind = partial(VisitDayOffered, placement=tap.placement)
    return [offer(turn, Reply(text, rows), kind)]


def mean_visit_day(turn: Turn, asked: VisitDayOffered, text: str) -> Tap | None:
    """Read the day that is typed: one of the last weeks."""
    day = reaches(text, turn.today)
    if day is None:
        return None
    if day > turn.today and day - turn.today <= timedelta(days=7):
        day -= timedelta(days=7)
    return WasThereOn(asked.placement, day)


def tapped_day(turn: Turn, tap: WasThereOn) -> Replies:
    """Note that one was there on a day, and ask how it goes."""
    standing = coached_standing(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_VISIT)]
    try:
        visit_id = hold_visit(turn.uow, standing, turn.person, tap.day, turn.at)
    except WrongVisitDay:
        wrong = _("Nothing was stored: a visit is noted once it has been, within two months.")
        return [Reply(wrong)]
    visit = find_held(turn.uow, turn.coached_tracks, visit_id)
    return _ask(turn, visit, MinutePart.GOING) if visit else [Reply(NOT_YOUR_VISIT)]


def tapped_minutes(turn: Turn, tap: ShowMinutes) -> Replies:
    """Show the minutes of a visit and what was promised there."""
    visit = find_held(turn.uow, turn.coached_tracks, tap.visit)
    return [show_minutes(turn, visit)] if visit else [Reply(NOT_YOUR_VISIT)]


def tapped_write(turn: Turn, tap: WriteMinutes) -> Replies:
    """Ask a question of the minutes again; the answer takes the place of the one before."""
    visit = find_held(turn.uow, turn.coached_tracks, tap.visit)
    return _ask(turn, visit, MinutePart(tap.part)) if visit else [Reply(NOT_YOUR_VISIT)]


def tapped_skip(turn: Turn, tap: SkipMinute) -> Replies:
    """Go on without an answer."""
    visit = find_held(turn.uow, turn.coached_tracks, tap.visit)
    return _after(turn, visit, MinutePart(tap.part)) if visit else [Reply(NOT_YOUR_VISIT)]


def typed_minute(turn: Turn, question: MinuteAwaited, text: str) -> Replies:
    """Keep the answer to a question of the minutes, and go on."""
    visit = find_held(turn.uow, turn.coached_tracks, question.visit)
    if visit is None:
        turn.close()
        return [Reply(NOT_YOUR_VISIT)]
    part = MinutePart(question.part)
    try:
        keep_minute(turn.uow, visit, part, text.strip(), turn.doer)
    except TooLongWords:
        long = _(
            "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
            most=LONGEST_MINUTE,
            count=len(text.strip()),
        )
        return [Reply(long)]
    return _after(turn, visit, part)


def tapped_not_there(turn: Turn, tap: NotThere) -> Replies:
    """Take back that one was there; what was written stays for when it is noted again."""
    visit = find_held(turn.uow, turn.coached_tracks, tap.visit)
    if visit is None:
        return [Reply(NOT_YOUR_VISIT)]
    take_back_visit(turn.uow, visit, turn.doer)
    turn.close()
    return [Reply(_("Taken back: the visit to {place} is still to come.",
                    place=place_of(visit.placed)), edit=True)]  # fmt: skip


def show_minutes(turn: Turn, visit: Visit) -> Reply:
    """Show the minutes as they stand, to be written further."""
    promises = [
        own
        for own in turn.uow.visits.list_promises([visit.placed.track_id])
        if own.visit_id == visit.id
    ]
    text = lines(
        *_head(turn, visit),
        *_said(turn, visit),
        _("Promised, and open:") if promises else _("Nothing is promised."),
        *list_promises(promises, turn.person),
        READ_BY,
    )
    rows = (
        tuple(button(label, WriteMinutes(visit.id, part)) for part, label in _PARTS.items()),
        (button(_("add a promise"), WritePromise(visit.id)),),
        (button(_("I was not there"), NotThere(visit.id)),),
    )
    return offer(turn, Reply(text, rows))


_PARTS: dict[MinutePart, Text] = {
    MinutePart.GOING: _("how it goes"),
    MinutePart.TALKED: _("talked about"),
}


def _head(turn: Turn, visit: Visit) -> Iterator[Sayable]:
    day = visit.held_on or turn.today
    yield _("Visit to {place}, {day}", place=place_of(visit.placed), day=say_day(day, turn.person))


def _said(turn: Turn, visit: Visit) -> Iterator[Sayable]:
    for part, said in turn.uow.visits.read_minutes(visit.id).items():
        yield words(MINUTE_HEADS[part], Quoted(said))


def _ask(turn: Turn, visit: Visit, part: MinutePart) -> Replies:
    skip = button(_("skip"), SkipMinute(visit.id, part))
    first = part is MinutePart.GOING
    text = lines(*(_head(turn, visit) if first else ()), ASKED[part], READ_BY if first else None)
    return await_words(turn, MinuteAwaited(visit=visit.id, part=part.value), text, skip)


def _after(turn: Turn, visit: Visit, part: MinutePart) -> Replies:
    if part is MinutePart.GOING:
        return _ask(turn, visit, MinutePart.TALKED)
    return ask_promise(turn, visit)


def _day_label(turn: Turn, day: date) -> Sayable:
    shown = say_day(day, turn.person)
    if day == turn.today:
        return _("today, {day}", day=shown)
    if day == turn.today - timedelta(days=1):
        return _("yesterday, {day}", day=shown)
    return words(shown)
