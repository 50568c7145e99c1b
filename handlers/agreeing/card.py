"""What other rooms say on the page of a placement: a line and buttons each, none where nothing."""

from collections.abc import Callable, Iterator

from bot.domain.agreeing.agreements import AgreedPlace
from bot.messages import Button, Sayable
from handlers.talking.turn import Turn

CardLine = Callable[[Turn, AgreedPlace], tuple[Sayable, tuple[Button, ...]] | None]

CARD_LINES: tuple[CardLine, ...] = ()
"""In the order in which they are shown."""


def card_lines(turn: Turn, place: AgreedPlace) -> Iterator[tuple[Sayable, tuple[Button, ...]]]:
    """List what there is to say and to tap beside the agreement of a placement."""
    for says in CARD_LINES:
        said = says(turn, place)
        if said is not None:
            yield said
