"""The legend below every picture: what the colours and signs that it holds mean, in a few lines."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bot.domain.scoring.colours import Colour
from bot.messages import Sayable
from bot.pictures.ink.canvas import Box, Canvas
from bot.pictures.ink.letters import fit
from bot.pictures.ink.pen import BODY, STRONG, Pen
from bot.pictures.sheet import INNER, MARGIN, WIDTH, Block
from bot.showing.colour_words import COLOUR_MEANING

SAMPLE = (46, 38)
"""The width and height of a sample."""

STEP = 47
"""From one line of a legend to the next."""

ROOM = INNER - SAMPLE[0] - 12
"""The width that a text has at least."""

_RULE = 18
_AIR = 20


class LegendEntry(NamedTuple):
    """One part of a legend: how its sample is drawn in a box, and what that means."""

    sample: Callable[[Canvas, Box], None]
    meaning: Sayable
    wide: int = SAMPLE[0]


def legend(pen: Pen, entries: Sequence[LegendEntry]) -> Block:
    """Make a legend below a thin line: each entry stands in the first line that has room."""
    placed, used = [], list[int]()
    for entry in entries:
        text = fit(pen.say(entry.meaning), BODY, ROOM)
        wide = entry.wide + 12 + BODY.width(text)
        line = next((at for at, taken in enumerate(used) if taken + wide <= INNER), len(used))
        if line == len(used):
            used.append(0)
        placed.append((line, MARGIN + used[line], text, entry))
        used[line] += wide + _AIR

    def draw(canvas: Canvas, top: int) -> None:
        canvas.box((MARGIN, top + 2, WIDTH - MARGIN, top + 4), pen.theme.line)
        for line, left, text, entry in placed:
            above = top + _RULE + line * STEP
            entry.sample(canvas, (left, above, left + entry.wide, above + SAMPLE[1]))
            place = (left + entry.wide + 12, above + (SAMPLE[1] - BODY.capital) // 2)
            pen.lines(canvas, place, [text], BODY, pen.on_paper(pen.theme.soft))

    return Block(_RULE + len(used) * STEP - (STEP - SAMPLE[1]), draw)


def colour_entries(pen: Pen, seen: Iterable[Colour | None]) -> list[LegendEntry]:
    """Explain the colours that a picture holds, each with its letter."""
    held = set(seen)
    return [
        LegendEntry(_lettered(pen, colour), COLOUR_MEANING[colour])
        for colour in Colour
        if colour in held
    ]


def _lettered(pen: Pen, colour: Colour) -> Callable[[Canvas, Box], None]:
    return lambda canvas, box: pen.lettered(canvas, box, colour, 8)


def marked_entry(pen: Pen, meaning: Sayable) -> LegendEntry:
    """Explain a number that stands reversed."""

    def sample(canvas: Canvas, box: Box) -> None:
        canvas.field(box, pen.on_paper(pen.theme.ink), 8)
        pen.centred(canvas, box, "1", STRONG, pen.theme.reversed)

    return LegendEntry(sample, meaning)


def ring_entry(pen: Pen, meaning: Sayable) -> LegendEntry:
    """Explain a ring around some fields."""

    def sample(canvas: Canvas, box: Box) -> None:
        pen.inner_ring(canvas, box)

    return LegendEntry(sample, meaning)


def sign_entry(pen: Pen, sign: str, meaning: Sayable) -> LegendEntry:
    """Explain a sign that is written."""

    def sample(canvas: Canvas, box: Box) -> None:
        pen.centred(canvas, box, sign, STRONG, pen.on_paper(pen.theme.ink))

    return LegendEntry(sample, meaning, STRONG.width(sign))
