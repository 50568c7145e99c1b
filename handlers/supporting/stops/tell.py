"""What others hear of a placement that stops, or goes on after all."""

from bot.domain.school.tracks import Role
from bot.messages import Sayable, _, lines
from bot.ports.telling.outbox import OutboxMessage
from handlers.supporting.stops.phrases import say_by, say_stop
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_stopped(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody that a placement stops; nothing where that was taken back meanwhile."""
    stop = turn.uow.stops.find(message.about_id or 0)
    if stop is None:
        return None
    return MessagePart(
        lines(
            say_stop(stop, turn.person),
            say_by(turn, stop),
            _follows(turn, stop.track_id, stop.placement_id),
        )
    )


def tell_goes_on(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody that a placement goes on after all."""
    life = turn.uow.endings.find(message.about_id or 0)
    if life is None or turn.uow.stops.find(life.id) is not None:
        return None
    text = _("{student} goes on at {workplace} after all. Everything is as before.",
             student=life.student, workplace=life.workplace)  # fmt: skip
    return MessagePart(text)


def _follows(turn: Turn, track_id: int, placement_id: int) -> Sayable:
    track = turn.track(track_id)
    if track is not None and Role.STUDENT in track.roles:
        return _(
            "What was scored stays yours, and your track goes on: your coach looks on with you."
        )
    if track is None or placement_id in {own.id for own in track.placements}:
        return _("All scores stay. After that day you are asked nothing about it any more.")
    return _("All scores stay, and the track goes on.")
