"""Planning a talk about an alert: an agenda of one page, from the indicators in dispute.

It names no scores, so that the coach can send it to everybody who comes: as text, or as an entry
for a calendar, which is moved in place until it fits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.messages import Button, CalendarEntry, Moment, Reply, Sayable, _, lines, words
from bot.use_cases.divergence.see_divergence import Seen
from handlers.divergence.acts import note, on_open
from handlers.divergence.asked import MomentAwaited
from handlers.divergence.moments import fits, packed, proposed, steps, unpacked
from handlers.divergence.shown import heading
from handlers.talking.dates import read_moment
from handlers.talking.phrases import ROLE_WORD, first_name, short
from handlers.talking.turn import Replies, Turn

INDICATORS = 8
"""Indicators on an agenda: more are not talked through in half an hour."""

MINUTES = 30

NOT_THEN = _("A talk is planned for a moment to come, within a year.")


def tapped_talk(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Give the agenda of a talk."""
    return on_open(turn, arguments[0], _planned)


def _planned(turn: Turn, seen: Seen) -> Replies:
    note(turn, seen, "talk planned")
    return [_at(turn, seen, proposed(turn.at, turn.person.time_zone))]


def tapped_moment(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Move the talk to another moment, in place."""
    moment = unpacked(arguments[1])
    if moment is None or not fits(moment, turn.at):
        return [Reply(NOT_THEN)]
    return on_open(
        turn, arguments[0], lambda turn, seen: [replace(_at(turn, seen, moment), edit=True)]
    )


def tapped_other_moment(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Wait for a day and a time to be typed."""
    return on_open(turn, arguments[0], _asked_when)


def _asked_when(turn: Turn, seen: Seen) -> Replies:
    serial = turn.ask(MomentAwaited(alert=seen.alert.id))
    text = _("When is the talk? Type a day and a time, such as 2026-12-18 16:00.")
    return [Reply(text, ((Button(_("cancel"), f"no:{serial}"),),))]


def typed_moment(turn: Turn, question: MomentAwaited, text: str) -> Replies:
    """Plan the talk at the day and time that were typed; the question stays until one is read."""
    moment = read_moment(text, turn.person.time_zone)
    if moment is None:
        return [Reply(_("I need a day and a time, such as 2026-12-18 16:00 or 18/12/2026 16h30."))]
    if not fits(moment, turn.at):
        return [Reply(NOT_THEN)]
    alert_id = str(question.alert)
    turn.close()
    return on_open(turn, alert_id, lambda turn, seen: [_at(turn, seen, moment)])


def _at(turn: Turn, seen: Seen, begins: datetime) -> Reply:
    """Show the agenda with its calendar entry at a moment, and ways to other moments."""
    alert = seen.alert
    entry = CalendarEntry(
        meeting=f"{alert.id} {alert.raised_at.isoformat()}",
        title=_title(seen),
        begins=begins,
        minutes=MINUTES,
        description=lines(*agenda(turn, seen)),
    )
    when = _(
        "The file puts it in a calendar: {when}, {minutes} minutes. Send it to who comes.",
        when=Moment(begins),
        minutes=MINUTES,
    )
    moves = [
        Button(label, f"tm:{alert.id}:{packed(moment)}")
        for label, moment in steps(begins, turn.at, turn.person.time_zone)
    ]
    other = (Button(_("another moment …"), f"ty:{alert.id}"),)
    rows = (*(tuple(moves[at : at + 2]) for at in range(0, len(moves), 2)), other)
    return Reply(lines(*agenda(turn, seen), when), rows, files=(entry,))


def agenda(turn: Turn, seen: Seen) -> Iterator[Sayable]:
    """Write the agenda: who comes, what it is about, and four questions."""
    yield _title(seen)
    yield _("With: {names}", names=_who(turn, seen))
    yield _("1. Each in turn: how do you see it? The student first.")
    numbers = list(_disputed(seen))
    yield _("2. Where we see it differently: which situations do we think of?")
    yield from numbers
    yield _(
        "3. What does {student} need, and where is there a chance to do it?",
        student=first_name(seen.track),
    )
    yield _("4. What do we agree, who does what, and when do we look again?")


def _title(seen: Seen) -> Sayable:
    return _("Talk about {what}", what=heading(seen))


def _who(turn: Turn, seen: Seen) -> Sayable:
    named = []
    for person_id, role in turn.uow.interventions.list_scorers(seen.track.id):
        person = turn.uow.people.find(person_id)
        if person is not None:
            named.append(words(short(person.name), words("(", ROLE_WORD[role], ")", by="")))
    return words(*named, by=", ")


def _disputed(seen: Seen) -> Iterator[Sayable]:
    ids = [one.indicator for one in seen.found.disputed] if seen.found else []
    for one in ids[:INDICATORS]:
        indicator = next(i for i in seen.competence.indicators if i.id == one)
        yield f"   {seen.competence.number}.{indicator.number} {short(indicator.text, 60)}"
