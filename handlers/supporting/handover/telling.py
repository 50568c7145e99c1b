"""What everybody around hears of tracks that go to another coach, as it stands by then.

It goes along in the one message of a day, and what is the same of several is one line. Before that
each was a message of its own; those that waited then are composed as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from bot.domain.supporting.handovers import Handover, HandoverWish
from bot.domain.telling.asks import Asks
from bot.messages import Button, MessageKind, Sayable, lines
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from handlers.supporting.handover.news import (
    say_back,
    say_done,
    say_done_to_coach,
    say_failed,
    say_planned,
)
from handlers.supporting.handover.phrases import CALL_OFF, SEE_OPEN
from handlers.supporting.handover.taps import CallOffHandover, OpenHandover
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

Rows = tuple[tuple[Button, ...], ...]
_Told = Iterator[tuple[Sayable, Rows]]
_Tells = Callable[[Turn, Sequence[Handover]], _Told]


def tell_handovers(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell somebody all of it that still holds; nothing where none does."""
    about: dict[str, dict[int, None]] = defaultdict(dict)
    for errand in errands:
        about[errand.subject.partition(":")[0]][errand.about_id or 0] = None
    told = [
        part
        for asks, tells in _NEWS.items()
        if about[asks]
        for part in tells(turn, _list_together(turn, about[asks]))
    ]
    return _part(told)


def tell_handover_asked(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell the same of a message that waited before it went along in that of a day."""
    tells = _NEWS[Asks(message.asks)]
    return _part(list(tells(turn, _list_together(turn, [message.about_id or 0]))))


def _part(told: Sequence[tuple[Sayable, Rows]]) -> MessagePart | None:
    if not told:
        return None
    text = lines(*(said for said, _rows in told))
    return MessagePart(text, tuple(row for _said, rows in told for row in rows), MessageKind.ANSWER)


def _list_together(turn: Turn, firsts: Sequence[int] | dict[int, None]) -> Sequence[Handover]:
    """List all that was said in one go with these, each once, by student."""
    found = {own.id: own for first in firsts for own in turn.uow.handovers.list_together(first)}
    return sorted(found.values(), key=lambda own: (own.student, own.id))


def _tell_failed(turn: Turn, together: Sequence[Handover]) -> _Told:
    """Tell who can mend it that nobody took students over on the day that was agreed."""
    failed = [own for own in together if own.failed and own.wish.due_on is not None]
    for alike in _alike(failed):
        yield say_failed(turn, alike), ()


def _tell_done(turn: Turn, together: Sequence[Handover]) -> _Told:
    """Tell who the coach is now; to the new one what stands open of all that came, once."""
    done = [own for own in together if own.holds and _concerns(turn, own)]
    mine = [own for own in done if own.wish.to_id == turn.person.id]
    if mine:
        open_ = ((button(SEE_OPEN, OpenHandover(mine[0].id)),),)
        yield say_done_to_coach(turn, list(_alike(mine))), open_
    for alike in _alike([own for own in done if own not in mine]):
        yield say_done(turn, alike), ()


def _tell_planned(turn: Turn, together: Sequence[Handover]) -> _Told:
    """Tell who the coach will be; nothing once it was done, or called off."""
    planned = [own for own in together if own.is_planned and _concerns(turn, own)]
    for alike in _alike([own for own in planned if own.wish.due_on is not None]):
        # What was agreed at different times is called off each by itself: /handover shows it.
        at_once = len({own.made_at for own in alike}) == 1
        off = button(CALL_OFF, CallOffHandover(alike[0].id))
        yield say_planned(turn, alike), ((off,),) if at_once else ()


def _tell_back(turn: Turn, together: Sequence[Handover]) -> _Told:
    """Tell who stays the coach after all; nothing where that one is coach no more."""
    back = [own for own in together if own.ended_at and own.old_coaches and _concerns(turn, own)]
    for alike in _alike(back):
        yield say_back(turn, alike), ()


_NEWS: dict[str, _Tells] = {
    Asks.HANDOVER_FAILED: _tell_failed,
    Asks.HANDED_OVER: _tell_done,
    Asks.HANDOVER_PLANNED: _tell_planned,
    Asks.HANDED_BACK: _tell_back,
}


def _alike(found: Sequence[Handover]) -> Iterator[list[Handover]]:
    """Put together what goes from one to another by the same word, whatever the student."""
    groups: dict[tuple[object, ...], list[Handover]] = defaultdict(list)
    for own in found:
        groups[_key(own.wish)].append(own)
    yield from groups.values()


def _key(wish: HandoverWish) -> tuple[object, ...]:
    return wish.from_id, wish.to_id, wish.by_id, wish.due_on


def _concerns(turn: Turn, own: Handover) -> bool:
    wish = own.wish
    if turn.person.id in (wish.from_id, wish.to_id, wish.by_id, own.student_id):
        return True
    return turn.track(wish.track_id) is not None
