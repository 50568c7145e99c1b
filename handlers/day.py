"""The one message of a day that nobody asked for: everything that is due, composed at sending."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryError, DeliveryState, DeliveryStep
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.holidays import is_closed
from bot.domain.telling.hours import Rhythm, Works
from bot.messages import (
    Button,
    Described,
    Incoming,
    MessageKind,
    Reply,
    Sayable,
    count_lines,
    words,
)
from bot.ports import Dialogue, UnitOfWork
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.telling.close_told import close_told, take_day
from bot.use_cases.telling.school_days import school_days
from handlers.reporting.legends import explain_once
from handlers.routes import TABLE
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

BUTTONS = 12
"""Rows of buttons below one message."""

NOT_WHILE_AWAY = (Asks.QUESTION, Asks.FEEDBACK, Asks.ALERT)
"""What another person asks, and a difference: it waits until who is away is back, or looks here.

An incident does not wait.
"""

OF_THE_DAY = (
    Asks.HANDED_OVER,
    Asks.HANDOVER_PLANNED,
    Asks.HANDED_BACK,
    Asks.HANDOVER_FAILED,
    Asks.SUBSTITUTE_NAMED,
    Asks.SUBSTITUTE_ENDED,
    Asks.SUBSTITUTE_GONE,
    Asks.SUBSTITUTE_LEFT,
    Asks.AGREEMENT_OWED,
)
"""What goes along in the message of a day, but for whoever is away: there it is that message."""

ABOUT_PEOPLE = (ErrandKind.NOTICE, ErrandKind.HANDOVER, ErrandKind.SUBSTITUTE)
"""What is told before a guardian's yes as well: what is kept, and who is around."""

LINES = 8
"""Lines of one message; more is not read between two jobs."""

WEIGHT = (
    MessageKind.ALERT,
    MessageKind.QUESTION,
    MessageKind.ANSWER,
    MessageKind.REMINDER,
    MessageKind.REHEARSAL,
    MessageKind.PHOTO,
    MessageKind.PROMPT,
    MessageKind.TIP,
    MessageKind.NOTICE,
)
"""Which sort a message of several parts is of: the first of these."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What a message says, and to whom it is rendered."""

    reply: Reply
    person: Person


def compose(
    uow: UnitOfWork, message: OutboxMessage, at: datetime, works: Works, *, looking: bool = False
) -> Composed | DeliveryStep:
    """Compose a message right before it is sent, or say what becomes of it instead.

    It waits for the person's hours, of which a student's own hour for a question is one, and for
    the end of school holidays, unless a person or an alert asks at once, or they are `looking`
    themselves; nothing is sent where nothing is open or new any more.
    """
    person = uow.people.find(message.person_id)
    if person is None:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.NO_RIGHT)
    turn = Turn(Incoming("", person.id, at), person, uow, Dialogue(), TABLE)
    if message.asks in NOT_WHILE_AWAY and not looking:
        until = uow.people.read_preferences(person.id).absent_until
        if until is not None and until > at:
            return _after(message, until - at, at)
    if (at_once := TABLE.at_once.get(message.asks)) is not None:
        told = _asked(at_once(turn, message))
    else:
        own = school_days(uow, works)(person.organisation_id)
        rhythm = Rhythm(person.time_zone, uow.people.read_preferences(person.id).hours, own)
        asks_now = not is_closed(own, turn.today) and uow.errands.asks_now(person.id, at)
        if not looking and not rhythm.allows(at) and not asks_now:
            return _later(message, rhythm, at)
        in_hours = TABLE.in_hours.get(message.asks)
        told = _due(turn, message) if in_hours is None else _asked(in_hours(turn, message))
        if told and message.asks in OF_THE_DAY and not _takes_day(turn, message):
            return _after(message, turn.today_ends - at, at)
    if not told:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.DONE)
    kinds = {part.kind for part in told}
    kind = next(kind for kind in WEIGHT if kind in kinds)
    buttons = tuple(_each_once(row for part in told for row in part.buttons))[:BUTTONS]
    text = words(*_short_enough(told), by="\n\n")
    said = [Reply(text, buttons, kind=kind, files=_depicted(turn, told))]
    (reply,) = explain_once(turn, said, message.key)
    return Composed(reply, person)


def _each_once(rows: Iterable[Sequence[Button]]) -> Iterator[tuple[Button, ...]]:
    """Leave out buttons that stand in the message already, by what they do."""
    known: set[str] = set()
    for row in rows:
        fresh = tuple(button for button in row if button.code not in known)
        known.update(button.code for button in fresh)
        if fresh:
            yield fresh


def _depicted(turn: Turn, parts: Sequence[MessagePart]) -> tuple[Described, ...]:
    """Describe the first picture that a part asks for: one message has one at most.

    Files that are brought go before.
    """
    brought = tuple(brought for part in parts for brought in part.brings)
    if brought:
        return brought
    asked = (part.depicts for part in parts if part.depicts is not None)
    found = (TABLE.depict(turn, shown) for shown in asked)
    return tuple(islice((picture for picture in found if picture is not None), 1))


def _short_enough(parts: Sequence[MessagePart]) -> list[Sayable]:
    """Say what each part says, and the first ones in brief where all would be too long."""
    said = [part.text for part in parts]
    for place, part in enumerate(parts):
        if sum(map(count_lines, said)) <= LINES:
            break
        said[place] = part.brief or part.text
    return said


def _takes_day(turn: Turn, message: OutboxMessage) -> bool:
    """Let a message be the one of the day; False where there was one."""
    return bool(message.ref) or take_day(turn.uow, message.id, turn.today)


def _later(message: OutboxMessage, rhythm: Rhythm, at: datetime) -> DeliveryStep:
    return _after(message, rhythm.next_allowed(at) - at, at)


def _after(message: OutboxMessage, wait: timedelta, at: datetime) -> DeliveryStep:
    if message.expires_at is not None and at + wait >= message.expires_at:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.EXPIRED)
    return DeliveryStep(DeliveryState.PENDING, DeliveryError.NOT_NOW, wait)


def _may_be_told(turn: Turn, kind: ErrandKind) -> bool:
    """Say whether it has begun, or it is told before a guardian's yes."""
    begun = not turn.tracks or not all(track.held for track in turn.tracks)
    return begun or kind in ABOUT_PEOPLE


def _asked(part: MessagePart | None) -> list[MessagePart]:
    return [part] if part else []


def _due(turn: Turn, message: OutboxMessage) -> list[MessagePart]:
    """Take along everything that is due today, in the order of the kinds, and close it."""
    errands = turn.uow.errands.list_of_message(turn.person.id, message.id, turn.today_ends, turn.at)
    by_kind: dict[str, list[Errand]] = defaultdict(list)
    for errand in errands:
        by_kind[errand.kind].append(errand)
    told = {
        kind: part
        for kind in ErrandKind
        if kind in by_kind
        and _may_be_told(turn, kind)
        and (part := TABLE.tellings[kind](turn, by_kind[kind])) is not None
    }
    close_told(turn.uow, errands, told, message.id, turn.at)
    return list(told.values())
