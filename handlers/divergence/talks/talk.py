"""Planning a talk about an alert: an agenda of one page, from the indicators in dispute.

It names no scores, so that the coach can send it to everybody who comes: as text, or as an entry
for a calendar, which is moved in place until it fits.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.domain.dated import Matter
from bot.domain.meetings import fits, propose
from bot.messages import (
    CalendarEntry,
    Moment,
    Reply,
    Sayable,
    Text,
    _,
    lines,
    listed,
    words,
)
from bot.use_cases.divergence.see_divergence import Seen
from bot.use_cases.divergence.see_scorers import see_scorers
from bot.use_cases.divergence.talks.plan_talk import plan_talk
from handlers.divergence.acts import on_open
from handlers.divergence.asked import MomentAwaited, TalkOffered
from handlers.divergence.named import heading, in_brackets
from handlers.divergence.taps import ChooseMoment, MoveTalk, PlanTalk, TypeMoment
from handlers.talking.moments.offering import offer_moments
from handlers.talking.moments.reading import mean_moment_of, moment_or_why
from handlers.talking.moments.taken import say_taken, taken_moments
from handlers.talking.phrases import ROLE_WORD, first_name, short
from handlers.talking.routing.offering import offer_beside
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

INDICATORS = 8
"""Indicators on an agenda: more are not talked through in half an hour."""

MINUTES = 30

_SAID_WHEN = {
    False: _("Proposed: {when}, {minutes} minutes. The file puts it in a calendar."),
    True: _("Planned: {when}, {minutes} minutes. Send the file to who comes: it is a calendar's."),
}
"""What is said of a moment, before it is chosen and after."""

NOT_THEN = _("A talk is planned for a moment to come, within a year.")


def tapped_talk(turn: Turn, tap: PlanTalk) -> Replies:
    """Show the agenda of a talk at the moment that is proposed; nothing is planned yet."""
    begins = propose(turn.at, turn.person.time_zone, taken_moments(turn))
    return on_open(turn, tap.alert, lambda turn, seen: [_proposed(turn, seen, begins)])


def tapped_choice(turn: Turn, tap: ChooseMoment) -> Replies:
    """Plan the talk at the moment that is shown."""
    if not fits(tap.moment, turn.at):
        return [Reply(NOT_THEN)]
    chosen = on_open(turn, tap.alert, lambda turn, seen: _choose(turn, seen, tap.moment))
    return [replace(reply, edit=bool(reply.files)) for reply in chosen]


def _choose(turn: Turn, seen: Seen, moment: datetime) -> Replies:
    plan_talk(turn.uow, seen.alert, turn.person, moment, turn.at)
    return [_at(turn, seen, moment, chosen=True)]


def tapped_moment(turn: Turn, tap: MoveTalk) -> Replies:
    """Move the talk to another moment, in place."""
    if not fits(tap.moment, turn.at):
        return [Reply(NOT_THEN)]
    return on_open(
        turn, tap.alert, lambda turn, seen: [replace(_proposed(turn, seen, tap.moment), edit=True)]
    )


def _proposed(turn: Turn, seen: Seen, begins: datetime) -> Reply:
    """Show a moment to be chosen; another may be typed, unless something else is asked."""
    kind = partial(TalkOffered, alert=seen.alert.id)
    return offer_beside(turn, _at(turn, seen, begins), kind)


def mean_moment(turn: Turn, asked: TalkOffered, text: str) -> Tap | None:
    """Read a moment that is typed instead of the proposed one; of a day alone the hour is asked."""
    moment, has_day = mean_moment_of(turn, text)
    if moment is not None:
        return ChooseMoment(asked.alert, moment)
    return TypeMoment(asked.alert) if has_day else None


def tapped_other_moment(turn: Turn, tap: TypeMoment) -> Replies:
    """Wait for a day and a time to be typed."""
    return on_open(turn, tap.alert, _ask_when)


def _ask_when(turn: Turn, seen: Seen) -> Replies:
    text = lines(
        _("When is the talk? Type a day and a time, such as Friday 15:00 or 18/12 15:00."),
        _("I tell nobody of it: you send the calendar file to who comes."),
    )
    return await_words(turn, MomentAwaited(alert=seen.alert.id), text)


def typed_moment(turn: Turn, question: MomentAwaited, text: str) -> Replies:
    """Plan the talk at the day and time that were typed; the question stays until one is read."""
    moment = moment_or_why(turn, text, NOT_THEN)
    if isinstance(moment, Text):
        return [Reply(moment)]
    turn.close()
    return on_open(turn, question.alert, lambda turn, seen: _choose(turn, seen, moment))


def _at(turn: Turn, seen: Seen, begins: datetime, *, chosen: bool = False) -> Reply:
    """Show the agenda with its calendar entry at a moment, to be chosen, and other moments."""
    alert = seen.alert
    entry = CalendarEntry(
        meeting=f"{alert.id} {alert.raised_at.isoformat()}",
        title=_title(seen),
        begins=begins,
        minutes=MINUTES,
        description=lines(*_agenda(turn, seen)),
        # Each answer is later than the one before, whichever message its button stands on.
        version=max(0, int((turn.at - alert.raised_at).total_seconds())),
        made_at=turn.at,
    )
    when = _SAID_WHEN[chosen]
    when = replace(when, args={"when": Moment(begins), "minutes": MINUTES})
    choose = None if chosen else ChooseMoment(alert.id, begins)
    rows = offer_moments(turn, begins, choose, partial(MoveTalk, alert.id), TypeMoment(alert.id))
    also = say_taken(turn, begins, Matter.TALK, (alert.id,))
    return Reply(lines(*_agenda(turn, seen), when, also), rows, files=(entry,))


def _agenda(turn: Turn, seen: Seen) -> Iterator[Sayable]:
    """Write the agenda: who comes, what it is about, and four questions."""
    yield _title(seen)
    yield _("With: {names}", names=_who(turn, seen))
    yield _("1. Each in turn: how do you see it? The student first.")
    yield _("2. Where we see it differently: which situations do we think of?")
    yield from _disputed(seen)
    yield _(
        "3. What does {student} need, and where is there a chance to do it?",
        student=first_name(seen.track),
    )
    yield _("4. What do we agree, who does what, and when do we look again?")


def _title(seen: Seen) -> Sayable:
    return _("Talk about {what}", what=heading(seen))


def _who(turn: Turn, seen: Seen) -> Sayable:
    scorers = see_scorers(turn.uow, seen.track.id)
    named = [words(short(scorer.name), in_brackets(ROLE_WORD[scorer.role])) for scorer in scorers]
    return listed(named)


def _disputed(seen: Seen) -> Iterator[Sayable]:
    for disputed in seen.found.disputed[:INDICATORS] if seen.found else ():
        indicator = seen.indicator(disputed.indicator)
        yield f"   {seen.competence.number}.{indicator.number} {indicator.text}"
