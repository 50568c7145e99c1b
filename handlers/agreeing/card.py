"""What other rooms say on the page of a placement: a line and buttons each, none where nothing."""

from collections.abc import Callable, Iterator

from bot.domain.agreeing.agreements import AgreedPlace
from bot.messages import Button, Sayable
from handlers.agreeing.mentor_courses.card import mentor_lines
from handlers.agreeing.recognitions.card import recognition_line
from handlers.agreeing.signing.signing import claims_line
from handlers.talking.turn import Turn

CardLine = Callable[[Turn, AgreedPlace], tuple[Sayable, tuple[Button, ...]] | None]


def _say_recognition(turn: Turn, place: AgreedPlace) -> tuple[Sayable, tuple[Button, ...]] | None:
    return recognition_line(turn, place.placement_id)


def _say_mentors(turn: Turn, place: AgreedPlace) -> tuple[Sayable, tuple[Button, ...]] | None:
    return mentor_lines(turn, place.track_id, place.workplace)


CARD_LINES: tuple[CardLine, ...] = (claims_line, _say_recognition, _say_mentors)
"""In the order in which they are shown."""


def card_lines(turn: Turn, place: AgreedPlace) -> Iterator[tuple[Sayable, tuple[Button, ...]]]:
    """List what there is to say and to tap beside the agreement of a placement."""
    for says in CARD_LINES:
        said = says(turn, place)
        if said is not None:
            yield said
