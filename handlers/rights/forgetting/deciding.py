"""Deciding about somebody's wish to be forgotten: at once, or why it waits; and keeping longer."""

from collections.abc import Sequence

from bot.domain.rights.forgetting import MOST_LETTERS, Forgetting
from bot.messages import Button, Day, Quoted, Reply, Sayable, _, _n, colon, lines, words
from bot.showing.words.left_alone import say_left_alone
from bot.use_cases.rights.forgetting.decide_forgetting import (
    carry_out_now,
    find_to_decide,
    list_to_decide,
    put_off,
)
from bot.use_cases.rights.keep_longer import keep_longer
from handlers.rights.forgetting.asked import WhyItWaits
from handlers.rights.forgetting.taps import CarryOut, KeepLonger, SayWhyItWaits
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

AT_MOST = 4
"""Wishes that are shown at once, the oldest first."""

NOT_YOURS = _("There is nothing here for you to decide.")


def show_to_decide(turn: Turn) -> Replies:
    """Show the wishes about which somebody decides."""
    return [
        Reply(say_wish(turn, wished), decide_rows(wished))
        for wished in list_to_decide(turn.uow, turn.person)[:AT_MOST]
    ]


def say_waiting(turn: Turn) -> MessagePart | None:
    """Say which wishes wait for this person, among all that waits; what was put off does not."""
    if turn.scored_tracks and not turn.coached_tracks:
        return None  # who scores and coaches nobody decides about nobody, or has /forget for it
    found = [own for own in list_to_decide(turn.uow, turn.person) if own.held_at is None]
    if not found:
        return None
    shown = found[:AT_MOST]
    more = len(found) - len(shown)
    text = lines(
        *(say_wish(turn, wished) for wished in shown),
        _n("and {count} more", "and {count} more", more) if more > 0 else None,
    )
    return MessagePart(text, tuple(row for wished in shown for row in _rows(turn, wished, shown)))


def _rows(
    turn: Turn, wished: Forgetting, shown: Sequence[Forgetting]
) -> tuple[tuple[Button, ...], ...]:
    """The buttons of a wish; of several the one that leads to it, by its student's name."""
    if len(shown) == 1:
        return decide_rows(wished)
    waits = words(colon(name_of(turn, wished)), _("it has to wait: say why"))
    now = words(colon(name_of(turn, wished)), _("erase now"))
    return (
        (button(waits, SayWhyItWaits(wished.id)),),
        (button(now, CarryOut(wished.id, "ask")),),
    )


def say_wish(turn: Turn, wished: Forgetting) -> Sayable:
    """Say who wants to be forgotten, and when the clock does it."""
    who = name_of(turn, wished)
    if wished.held_at is not None:
        by = turn.uow.people.find(wished.held_by_id) if wished.held_by_id else None
        return lines(
            _("{name} wants to be forgotten. It waits:", name=who),
            words(Quoted(wished.held_why), f"({by.name if by else '—'})"),
        )
    said = _(
        "{name} wants to be forgotten, and slept on it. On {day} I erase everything that may go. "
        "Has something to be finished first? Then say what.",
        name=who,
        day=Day(wished.due_at) if wished.due_at else "—",
    )
    return lines(said, *say_left_alone(turn.uow.alone.count_after(wished.person_id)))


def decide_rows(wished: Forgetting) -> tuple[tuple[Button, ...], ...]:
    """The buttons of who decides on a wish."""
    return (
        (button(_("it has to wait: say why"), SayWhyItWaits(wished.id)),),
        (button(_("erase now"), CarryOut(wished.id, "ask")),),
    )


def name_of(turn: Turn, wished: Forgetting) -> Sayable:
    """Name whose wish it is."""
    person = turn.uow.people.find(wished.person_id)
    return person.name if person else "—"


def tapped_carry_out(turn: Turn, tap: CarryOut) -> Replies:
    """Let somebody be erased with the next tick, once that is sure."""
    wished = find_to_decide(turn.uow, turn.person, tap.wish)
    if wished is None:
        return [Reply(NOT_YOURS)]
    who = name_of(turn, wished)
    if tap.sure == "ask":
        left = turn.uow.alone.count_after(wished.person_id)
        asked = lines(
            _("Erase {name} now? Nobody can bring that back.", name=who), *say_left_alone(left)
        )
        sure = button(_("yes, erase now"), CarryOut(wished.id, "yes"))
        return [offer(turn, Reply(asked, ((sure,),), edit=True))]
    carry_out_now(turn.uow, turn.person, tap.wish, turn.at)
    said = _("{name} is erased within a minute.", name=who)
    return [Reply(said, edit=True)]


def tapped_why(turn: Turn, tap: SayWhyItWaits) -> Replies:
    """Ask why it has to wait."""
    wished = find_to_decide(turn.uow, turn.person, tap.wish)
    if wished is None:
        return [Reply(NOT_YOURS)]
    turn.ask(WhyItWaits(wish=wished.id))
    return [Reply(_("Why does it have to wait? {name} reads your words.",
                    name=name_of(turn, wished)))]  # fmt: skip


def typed_why(turn: Turn, question: WhyItWaits, said: str) -> Replies:
    """Take the reason in."""
    if len(said.strip()) > MOST_LETTERS:
        return [Reply(_("That is too long: {count} letters at most.", count=MOST_LETTERS))]
    turn.ask(None)
    wished = find_to_decide(turn.uow, turn.person, question.wish)
    if wished is None or not put_off(turn.uow, turn.person, question.wish, said, turn.at):
        return [Reply(NOT_YOURS)]
    return [Reply(_("Noted, and told to {name}. Nothing is erased until you say so: /forget",
                    name=name_of(turn, wished)))]  # fmt: skip


def tapped_longer(turn: Turn, tap: KeepLonger) -> Replies:
    """Keep what was said on an ended track for a year more."""
    until = keep_longer(turn.uow, turn.person, tap.track, turn.at)
    if until is None:
        return [Reply(NOT_YOURS)]
    return [Reply(_("It is kept until {day}. A month before that I say so again.",
                    day=Day(until)), edit=True)]  # fmt: skip
