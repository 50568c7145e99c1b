"""Telling those whom it concerns that something is contested, and how that ended."""

from bot.domain.rights.contesting import Contest, ContestEnding
from bot.domain.school.tracks import Role, Track
from bot.messages import MessageKind, Sayable, _, lines
from bot.ports.telling.outbox import OutboxMessage
from handlers.rights.contesting.listed import buttons_of
from handlers.rights.contesting.named import name_contested, quote_note, track_of
from handlers.talking.naming.in_role import is_own_view
from handlers.talking.phrases import first_name
from handlers.talking.rights.contested import say_contest
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_contested(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say to who said it, or speaks in that view, and to the coaches, that it is contested."""
    found = _found(turn, message)
    if found is None or not found[0].stands:
        return None
    own, track = found
    text = lines(
        name_contested(turn, track, own.what),
        quote_note(turn, track, own.what),
        say_contest(own, turn.person.id),
        _how(track, own),
    )
    offered = buttons_of(turn, track, own)
    return MessagePart(text, (offered,) if offered else (), MessageKind.ANSWER)


def _how(track: Track, own: Contest) -> Sayable:
    if is_own_view(track, own.what.role) and not track.shared:
        return _(
            "Nothing was changed. This is about your own view, as teacher: if you see it otherwise "
            "by now, say it anew as teacher. If not, talk about it together: it is as coach that "
            "you note how it ended."
        )
    if Role.COACH in track.roles:
        return _(
            "Nothing was changed. It stands beside what was said until that is said otherwise, "
            "{student} takes it back, or you note how it ended.",
            student=first_name(track),
        )
    if own.what.note_id is not None:
        return _(
            "Nothing was changed. If you see it otherwise by now, say the note otherwise. If not, "
            "talk about it together: the coach notes how it ended."
        )
    return _(
        "Nothing was changed. If you see it otherwise by now, score it anew. If not, talk about it "
        "together: the coach notes how it ended."
    )


def tell_ended(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say how it ended."""
    found = _found(turn, message)
    if found is None or found[0].ending is None:
        return None
    own, track = found
    text = lines(name_contested(turn, track, own.what), _say_ending(own))
    return MessagePart(text, kind=MessageKind.ANSWER)


def _say_ending(own: Contest) -> Sayable:
    if own.ending is ContestEnding.WITHDRAWN:
        return _("{name} no longer contests it.", name=own.by)
    if own.ending is ContestEnding.SETTLED:
        return _(
            "It was contested (“{text}”), and the coach notes how it ended: “{ended}”",
            text=own.text,
            ended=own.ended_text,
        )
    return _("It was contested. Since then it was said otherwise or taken back: that settles it.")


def _found(turn: Turn, message: OutboxMessage) -> tuple[Contest, Track] | None:
    own = turn.uow.contests.find(message.about_id or 0)
    track = track_of(turn, own) if own else None
    return (own, track) if own and track else None
