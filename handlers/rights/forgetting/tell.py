"""What is told of being forgotten: the question after the night, and the deciders' news."""

from collections.abc import Sequence

from bot.domain.rights.forgetting import ForgetState
from bot.domain.rights.retention import kept_until
from bot.messages import Day, MessageKind, _, lines
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.rights.forgetting.decide_forgetting import find_to_decide
from handlers.rights.forgetting.deciding import decide_rows, name_of, say_wish
from handlers.rights.forgetting.taps import KeepLonger
from handlers.rights.forgetting.wishing import ask_again, say_again, say_held
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_slept(turn: Turn, _message: OutboxMessage) -> MessagePart | None:
    """Ask whoever slept on the wish whether it still stands."""
    return tell_again(turn, ())


def tell_again(turn: Turn, _errands: Sequence[Errand]) -> MessagePart | None:
    """Ask the same in the day's message: of a wish that an earlier version noted."""
    wished = turn.uow.forgettings.find_open(turn.person.id)
    if wished is None or wished.state(turn.at) is not ForgetState.WISHED:
        return None
    return MessagePart(say_again(), ask_again(wished), MessageKind.QUESTION)


def tell_confirmed(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell who decides that somebody wants to be forgotten."""
    wished = find_to_decide(turn.uow, turn.person, message.about_id or 0)
    if wished is None:
        return None
    return MessagePart(say_wish(turn, wished), decide_rows(wished), MessageKind.ANSWER)


def tell_withdrawn(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell them that it was taken back."""
    wished = turn.uow.forgettings.find(message.about_id or 0)
    if wished is None or wished.withdrawn_at is None:
        return None
    said = _("{name} took the wish to be forgotten back.", name=name_of(turn, wished))
    return MessagePart(said, kind=MessageKind.ANSWER)


def tell_held(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell whoever wished it why it has to wait, and with whom to talk."""
    wished = turn.uow.forgettings.find_open(turn.person.id)
    if wished is None or wished.id != message.about_id or wished.held_at is None:
        return None
    return MessagePart(say_held(turn, wished), kind=MessageKind.ANSWER)


def tell_kept_until(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Announce that what was said on an ended track is erased in a month."""
    found = [turn.uow.retentions.find(errand.about_id or 0) for errand in errands]
    parts, rows = [], []
    for kept in found:
        if kept is None or kept.life.records_erased_at is not None:
            continue
        until = Day(kept_until(kept.life, kept.keeping))
        if kept.student_id == turn.person.id:
            parts.append(
                _(
                    "Your track has ended. On {day} what was said on it is erased; the sums in "
                    "signed photos stay longer.",
                    day=until,
                )
            )
            continue
        student = turn.uow.people.find(kept.student_id)
        if student is not None:
            parts.append(
                _("The track of {name} has ended. On {day} what was said on it is erased.",
                  name=student.name, day=until)
            )  # fmt: skip
        if turn.person.id in turn.uow.retentions.list_coaches(kept.track_id):
            rows.append((button(_("keep it a year longer"), KeepLonger(kept.track_id)),))
    return MessagePart(lines(*parts), tuple(rows[:1])) if parts else None
