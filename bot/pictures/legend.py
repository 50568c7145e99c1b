"""The legend below every picture: what the colours and signs that it holds mean.

It takes a fifth of the sheet at most. Somebody who saw one in full that day gets one line of it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bot.domain.school.frameworks import PriorRule
from bot.domain.scoring.colours import Colour
from bot.messages import LearnedStripe, Sayable, words
from bot.pictures.ink.canvas import Box, Canvas
from bot.pictures.ink.letters import fit
from bot.pictures.ink.pen import BODY, STRONG, Pen
from bot.pictures.sheet import INNER, MARGIN, WIDTH, Block
from bot.showing.words.prior import ACQUIRED_BEFORE, stripe_meaning
from bot.showing.words.scores.colours import COLOUR_MEANING

SAMPLE = (46, 38)
"""The width and height of a sample."""

STRIPE = 12
"""How high a stripe is of what was learned before."""

STEP = 47
"""From one line of a legend to the next."""

ROOM = INNER - SAMPLE[0] - 12
"""The width that a text has at least."""

_RULE = 18
_AIR = 20
_BESIDE = 4


class LegendEntry(NamedTuple):
    """One part of a legend: how its sample is drawn in a box, and what that means."""

    sample: Callable[[Canvas, Box], None]
    meaning: Sayable
    wide: int = SAMPLE[0]


class Scale(NamedTuple):
    """Steps from the lowest to the highest, and what the two ends are where there is one line."""

    steps: Sequence[LegendEntry]
    ends: tuple[Sayable, Sayable]


Part = LegendEntry | Scale


class _Placed(NamedTuple):
    line: int
    left: int
    text: str
    entry: LegendEntry


def legend(pen: Pen, parts: Sequence[Part], *, in_brief: bool) -> tuple[Block, ...]:
    """Make the forms that a legend may take, the fullest first: a sheet takes what has room."""
    joined = [_joined(part) for part in sorted(parts, key=lambda part: type(part) is not Scale)]
    brief = _block(pen, [place for place in _placed(pen, joined) if not place.line])
    return (brief,) if in_brief else (_block(pen, _placed(pen, parts)), brief)


def _placed(pen: Pen, parts: Iterable[Part]) -> list[_Placed]:
    """Let each entry stand in the first line that has room, and no step above one before it."""
    placed, used = list[_Placed](), list[int]()
    for part in parts:
        above = 0
        for entry in part.steps if isinstance(part, Scale) else (part,):
            text = fit(pen.say(entry.meaning), BODY, INNER - entry.wide - 12)
            wide = entry.wide + 12 + BODY.width(text)
            lines = (at for at in range(above, len(used)) if used[at] + wide <= INNER)
            line = next(lines, len(used))
            if line == len(used):
                used.append(0)
            placed.append(_Placed(line, MARGIN + used[line], text, entry))
            used[line] += wide + _AIR
            above = line if isinstance(part, Scale) else 0
    return placed


def _block(pen: Pen, placed: Sequence[_Placed]) -> Block:
    """Write a legend below a thin line."""
    lines = max((place.line for place in placed), default=0) + 1

    def draw(canvas: Canvas, top: int) -> None:
        canvas.box((MARGIN, top + 2, WIDTH - MARGIN, top + 4), pen.theme.line)
        for line, left, text, entry in placed:
            above = top + _RULE + line * STEP
            entry.sample(canvas, (left, above, left + entry.wide, above + SAMPLE[1]))
            place = (left + entry.wide + 12, above + (SAMPLE[1] - BODY.capital) // 2)
            pen.lines(canvas, place, [text], BODY, pen.on_paper(pen.theme.soft))

    return Block(_RULE + lines * STEP - (STEP - SAMPLE[1]), draw)


def _joined(part: Part) -> LegendEntry:
    """Make one entry of a scale: its samples beside each other, and what lies at its ends."""
    if isinstance(part, LegendEntry):
        return part
    if len(part.steps) == 1:
        return part.steps[0]
    lefts = [sum(step.wide + _BESIDE for step in part.steps[:at]) for at in range(len(part.steps))]

    def sample(canvas: Canvas, box: Box) -> None:
        for step, left in zip(part.steps, lefts, strict=True):
            begin = box[0] + left
            step.sample(canvas, (begin, box[1], begin + step.wide, box[3]))

    wide = lefts[-1] + part.steps[-1].wide
    return LegendEntry(sample, words(*part.ends, by=" → "), wide)


def colour_parts(pen: Pen, seen: Iterable[Colour | None]) -> list[Part]:
    """Explain the colours that a picture holds, each with its letter: grey is no step of theirs."""
    held = set(seen)
    entries = {
        colour: LegendEntry(_lettered(pen, colour), COLOUR_MEANING[colour])
        for colour in Colour
        if colour in held
    }
    parts: list[Part] = [entries.pop(Colour.GREY)] if Colour.GREY in entries else []
    if entries:
        steps = list(entries.values())
        parts.append(Scale(steps, (steps[0].meaning, steps[-1].meaning)))
    return parts


def _lettered(pen: Pen, colour: Colour) -> Callable[[Canvas, Box], None]:
    return lambda canvas, box: pen.lettered(canvas, box, colour, 8)


def marked_entry(pen: Pen, meaning: Sayable) -> LegendEntry:
    """Explain a number that stands reversed."""

    def sample(canvas: Canvas, box: Box) -> None:
        canvas.field(box, pen.on_paper(pen.theme.ink), 8)
        pen.centred(canvas, box, "1", STRONG, pen.theme.reversed)

    return LegendEntry(sample, meaning)


def framed_entry(pen: Pen, meaning: Sayable) -> LegendEntry:
    """Explain a number that stands in a frame."""

    def sample(canvas: Canvas, box: Box) -> None:
        pen.frame(canvas, box)
        pen.centred(canvas, box, "1", STRONG, pen.on_paper(pen.theme.ink))

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


def stripe_parts(pen: Pen, stripes: Iterable[LearnedStripe | None]) -> list[Part]:
    """Explain what was learned before, where a picture has it: hatched, and full."""
    held = [stripe for stripe in stripes if stripe is not None]
    parts: list[Part] = []
    for rule in PriorRule:
        if any(stripe.rule is rule and not stripe.acquired for stripe in held):
            sample = LearnedStripe(3, 5, rule)
            parts.append(LegendEntry(_striped(pen, sample), stripe_meaning(rule)))
    if any(stripe.acquired for stripe in held):
        sample = LearnedStripe(1, 1, PriorRule.ACQUIRED, acquired=True)
        parts.append(LegendEntry(_striped(pen, sample), ACQUIRED_BEFORE))
    return parts


def _striped(pen: Pen, learned: LearnedStripe) -> Callable[[Canvas, Box], None]:
    return lambda canvas, box: pen.stripe(
        canvas, (box[0], box[1] + 13, box[2], box[1] + 13 + STRIPE), learned
    )
