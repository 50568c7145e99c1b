"""The buttons below a meeting: to choose its moment, to move it in place, and to type another."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from bot.domain.meetings import fits, move
from bot.messages import Button, Moment, Text, _
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Turn

MOVES: tuple[tuple[Text, timedelta], ...] = (
    (_("a day earlier"), timedelta(days=-1)),
    (_("a day later"), timedelta(days=1)),
    (_("an hour earlier"), timedelta(hours=-1)),
    (_("an hour later"), timedelta(hours=1)),
)


def offer_moments(
    turn: Turn,
    begins: datetime,
    choose: Tap | None,
    moves_to: Callable[[datetime], Tap],
    types: Tap,
) -> tuple[tuple[Button, ...], ...]:
    """Offer to choose a moment (aware) where it is not chosen yet, others beside it, and typing."""
    moves = [*_moves(turn, begins, moves_to)]
    chosen = ((button(_("choose this moment"), choose),),) if choose else ()
    pairs = (tuple(moves[at : at + 2]) for at in range(0, len(moves), 2))
    return (*chosen, *pairs, (button(_("another moment …"), types),))


def say_still_planned(planned: datetime) -> Text:
    """Say beside another moment which one (aware) is planned: it stands until one is chosen."""
    return _("{when} stays planned until you choose another moment.", when=Moment(planned))


def _moves(turn: Turn, begins: datetime, moves_to: Callable[[datetime], Tap]) -> Iterator[Button]:
    for label, by in MOVES:
        moment = move(begins, by, turn.person.time_zone)
        if fits(moment, turn.at):
            yield button(label, moves_to(moment))
