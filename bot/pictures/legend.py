"""The legend below every picture: what its colours and signs say, in words."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.domain.scoring.colours import Colour
from bot.messages import Sayable
from bot.pictures.canvas import Box, Canvas
from bot.pictures.pen import SMALL, SMALL_STRONG, Pen
from bot.pictures.sheet import MARGIN, WIDTH, Block
from bot.showing.colour_words import COLOUR_MEANING, COLOUR_WORD

SAMPLE = (58, 48)
"""The width and height of a sample."""

ROOM = 410
"""The width that a text has at least."""

_ENTRY = 76
_BESIDE = SAMPLE[0] + 16


class LegendEntry(NamedTuple):
    """One line of a legend: how its sample is drawn in a box, its name, and what it means."""

    sample: Callable[[Canvas, Box], None]
    name: Sayable
    meaning: Sayable


def legend(pen: Pen, entries: Sequence[LegendEntry], width: int = WIDTH) -> Block:
    """Make a legend of as many columns as fit."""
    columns = (width - 2 * MARGIN) // (_BESIDE + ROOM + 16)
    step = (width - 2 * MARGIN) // columns
    room = step - _BESIDE - 16

    def draw(canvas: Canvas, top: int) -> None:
        for place, entry in enumerate(entries):
            left, above = MARGIN + place % columns * step, top + place // columns * _ENTRY
            entry.sample(canvas, (left, above, left + SAMPLE[0], above + SAMPLE[1]))
            left += _BESIDE
            pen.line(canvas, (left, above), entry.name, SMALL_STRONG, pen.theme.ink, room)
            pen.line(canvas, (left, above + 31), entry.meaning, SMALL, pen.theme.soft, room)

    return Block(-(-len(entries) // columns) * _ENTRY - 10, draw)


def colour_entries(pen: Pen) -> list[LegendEntry]:
    """Explain the five colours, each with its letter."""
    return [
        LegendEntry(_lettered(pen, colour), COLOUR_WORD[colour], COLOUR_MEANING[colour])
        for colour in Colour
    ]


def _lettered(pen: Pen, colour: Colour) -> Callable[[Canvas, Box], None]:
    return lambda canvas, box: pen.lettered(canvas, box, colour)


def ring_entry(pen: Pen, name: Sayable, meaning: Sayable) -> LegendEntry:
    """Explain a ring around some fields."""

    def sample(canvas: Canvas, box: Box) -> None:
        pen.ring(canvas, (box[0] + 11, box[1] + 8, box[2] - 11, box[3] - 8))

    return LegendEntry(sample, name, meaning)


def sign_entry(pen: Pen, sign: str, name: Sayable, meaning: Sayable) -> LegendEntry:
    """Explain a sign that is written."""

    def sample(canvas: Canvas, box: Box) -> None:
        pen.centred(canvas, box, sign, SMALL_STRONG, pen.on_paper(pen.theme.ink))

    return LegendEntry(sample, name, meaning)
