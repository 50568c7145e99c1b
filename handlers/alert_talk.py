"""Planning a talk about an alert: an agenda of one page, from the indicators in dispute.

It names no scores, so that the coach can send it to everybody who comes.
"""

from collections.abc import Iterator, Sequence

from bot.messages import Reply, Sayable, _, lines, words
from bot.use_cases.see_divergence import Seen
from handlers.alert import heading
from handlers.alert_acts import note, on_open
from handlers.phrases import ROLE_WORD, first_name, short
from handlers.turn import Replies, Turn

INDICATORS = 8
"""Indicators on an agenda: more are not talked through in half an hour."""


def tapped_talk(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Give the agenda of a talk."""
    return on_open(turn, arguments[0], _planned)


def _planned(turn: Turn, seen: Seen) -> Replies:
    note(turn, seen, "talk planned")
    return [Reply(lines(*agenda(turn, seen)))]


def agenda(turn: Turn, seen: Seen) -> Iterator[Sayable]:
    """Write the agenda: who comes, what it is about, and four questions."""
    yield _("Talk about {what}", what=heading(seen))
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


def _who(turn: Turn, seen: Seen) -> Sayable:
    named = []
    for person_id, role in turn.uow.interventions.seats(seen.track.id):
        person = turn.uow.people.glance(person_id)
        if person is not None:
            named.append(words(short(person.name), words("(", ROLE_WORD[role], ")", by="")))
    return words(*named, by=", ")


def _disputed(seen: Seen) -> Iterator[Sayable]:
    ids = [one.indicator for one in seen.found.disputed] if seen.found else []
    for one in ids[:INDICATORS]:
        indicator = next(i for i in seen.competence.indicators if i.id == one)
        yield f"   {seen.competence.number}.{indicator.number} {short(indicator.text, 90)}"
