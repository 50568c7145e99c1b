"""Nobody but an administrator does any of this; every command and tap is looked at again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from bot.messages import Reply, _, listed
from handlers.talking.turn import Replies, Turn

Handler = Callable[..., Replies]


def guarded(handler: Handler) -> Handler:
    """Let only an administrator of the school be answered by a handler."""

    @wraps(handler)
    def asks_first(turn: Turn, *said: Any) -> Replies:
        if not turn.uow.administrators.is_one(turn.person.id):
            return [refuse(turn)]
        return handler(turn, *said)

    return asks_first


def refuse(turn: Turn) -> Reply:
    """Say who does that for the school."""
    known = turn.uow.administrators.list_of(turn.person.organisation_id)
    if not known:
        return Reply(_("That is for who runs Kompaan for your school; nobody does so here yet."))
    names = listed([person.name for person in known[:3]])
    return Reply(_("That is for who runs Kompaan for your school: {names}.", names=names))
