"""The card of one competence: its indicators with mastery and coverage, per perspective."""

from collections.abc import Sequence
from math import ceil

from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import CardColumn, CardPicture, CardRow, LearnedStripe, Sayable, _
from bot.pictures.ink.canvas import Align, Box, Canvas
from bot.pictures.ink.letters import fit, wrap
from bot.pictures.ink.masks import draw_dot, draw_mastery
from bot.pictures.ink.pen import BODY, LEADING, LETTER, STRONG, Pen
from bot.pictures.legend import SAMPLE, STRIPE, LegendEntry, Part, Scale, legend
from bot.pictures.sheet import (
    INNER,
    MARGIN,
    NUMBER,
    WIDTH,
    Block,
    Span,
    heading,
    heads,
    stack,
)
from bot.showing.finding import marks_differ
from bot.showing.palette import Paint
from bot.showing.words.counts import not_here_words
from bot.showing.words.prior import stripe_meaning
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.showing.words.scores.marks import COVERAGE_WORD, MASTERY_WORD, NOT_HERE

SIGN = 42
DOT = 15
COLUMN = 92
"""How wide the column of a perspective is."""

LINES = 6
"""How many lines an indicator has at most: its columns stand beside it."""

_ABOVE = 18
_FIELD = 52
_STAND = _FIELD + 26
_WHO, _MOST_WHO = 190, 290
"""How wide the name of a perspective is, and may be."""

_BESIDE = 14
_CAME = 120
_HOW_OFTEN = {
    Coverage.NOT_YET: COVERAGE_WORD[Coverage.NOT_YET],
    Coverage.SOMETIMES: _("sometimes, 1 to 3 times"),
    Coverage.REGULARLY: _("regularly, 4 times or more"),
}


def draw_card(picture: CardPicture, pen: Pen) -> bytes:
    """Draw the card: a line for each perspective, then the indicators of those in depth.

    Those of which the views differ are tinted; in a description they come first. An indicator has
    more lines than titles elsewhere, since its columns stand beside it.
    """
    deep = [column for column in picture.columns if column.in_depth]
    above = [heading(pen, picture, lines=3)]
    room = _room(pen, picture.columns)
    above += [_perspective(pen, column, room) for column in picture.columns]
    above += [_before(pen, picture.before)] if picture.before else []
    if not deep:
        return stack(pen, above).png()
    above.append(heads(pen, [column.who for column in deep], _columns(len(deep))))
    legends = legend(pen, _entries(pen, picture), in_brief=picture.in_brief)

    def rows(lines: int) -> list[Block]:
        return [_indicator(pen, row, lines) for row in picture.rows]

    return stack(pen, above, rows, legends, most=LINES).png()


def _columns(count: int) -> list[Span]:
    wide = COLUMN if count > 1 else _WHO
    begin = WIDTH - MARGIN - count * wide
    return [(begin + at * wide, begin + (at + 1) * wide) for at in range(count)]


def _room(pen: Pen, columns: Sequence[CardColumn]) -> int:
    """Find how wide the names of the perspectives are: a language or a school may lengthen them."""
    widest = max((STRONG.width(pen.say(column.who)) for column in columns), default=0)
    return min(max(_WHO, ceil(widest) + _BESIDE), _MOST_WHO)


def _perspective(pen: Pen, column: CardColumn, room: int) -> Block:
    """Draw one perspective: who, on its colour what that means, its progress and its count."""
    cell = column.cell
    aside = not_here_words(cell.not_here, None, cell.indicators)

    def draw(canvas: Canvas, top: int) -> None:
        left, right = MARGIN + room, WIDTH - MARGIN - _CAME
        middle = top + (_FIELD - STRONG.capital) // 2
        pen.line(canvas, (MARGIN, middle), column.who, STRONG, pen.theme.ink, room - _BESIDE)
        paint = pen.colour(canvas, (left, top, right, top + _FIELD), cell.colour)
        letter, baseline = pen.letter(cell.colour), top + (_FIELD + LETTER.capital) // 2
        canvas.text((left + 16, baseline), letter, LETTER, paint)
        beside = left + 16 + LETTER.width(letter) + 16
        meaning = fit(pen.say(COLOUR_MEANING[cell.colour]), STRONG, right - beside - 10)
        canvas.text((beside, baseline), meaning, STRONG, paint)
        pen.progress(canvas, (left, top + _FIELD + 3, right, top + _FIELD + 13), cell)
        count, ink = f"{cell.covered}/{cell.indicators}", pen.on_paper(pen.theme.ink)
        canvas.text((WIDTH - MARGIN, baseline), count, STRONG, ink, Align.RIGHT)
        if aside is not None:
            place = (left, top + _STAND)
            pen.line(canvas, place, aside, BODY, pen.theme.soft, INNER - room)

    return Block(_STAND + (LEADING if aside is not None else 0), draw)


def _before(pen: Pen, before: LearnedStripe) -> Block:
    """Draw what was learned before below the views: what it is, its stripe, and its count."""
    room = INNER - _CAME
    height = BODY.capital + 10 + STRIPE + 24

    def draw(canvas: Canvas, top: int) -> None:
        pen.line(canvas, (MARGIN, top), stripe_meaning(before.rule), BODY, pen.theme.ink, room)
        below = top + BODY.capital + 10
        pen.stripe(canvas, (MARGIN, below, MARGIN + room, below + STRIPE), before)
        count, ink = f"{before.count}/{before.indicators}", pen.on_paper(pen.theme.ink)
        canvas.text((WIDTH - MARGIN, top + STRONG.capital), count, STRONG, ink, Align.RIGHT)

    return Block(height, draw)


def _indicator(pen: Pen, row: CardRow, lines: int) -> Block:
    columns, differ = _columns(len(row.marks)), marks_differ(row.marks)
    texts = wrap(row.text, BODY, columns[0][0] - MARGIN - NUMBER - 14, lines)
    high = max(len(texts) * LEADING + 22, _ABOVE + BODY.capital // 2 + SIGN // 2 + DOT + 20)
    ground = pen.theme.tint if differ else pen.theme.paper
    soft = pen.theme.ink if differ else pen.theme.soft

    def draw(canvas: Canvas, top: int) -> None:
        if differ:
            canvas.box((0, top, WIDTH, top + high), ground)
        canvas.box((MARGIN, top, WIDTH - MARGIN, top + 2), pen.theme.line)
        above = top + _ABOVE
        pen.lines(canvas, (MARGIN + NUMBER, above), texts, BODY, Paint(pen.theme.ink, ground))
        pen.lines(canvas, (MARGIN, above), [str(row.number)], STRONG, Paint(soft, ground))
        for (left, right), mark in zip(columns, row.marks, strict=True):
            place = ((left + right) // 2, above + BODY.capital // 2)
            draw_mark(pen, canvas, place, mark, ground)

    return Block(high, draw)


def draw_mark(pen: Pen, canvas: Canvas, place: tuple[int, int], mark: Mark, ground: str) -> None:
    """Draw the mastery's sign around a point, and below it two dots for the coverage."""
    x, top = place[0], place[1] - SIGN // 2
    ink, soft = Paint(pen.theme.ink, ground), Paint(pen.theme.soft, ground)
    if mark.mastery or mark.not_here:
        canvas.stamp((x - SIGN // 2, top), draw_mastery(mark.mastery, SIGN), ink)
    else:
        canvas.text((x, top + (SIGN + BODY.capital) // 2), "–", BODY, soft, Align.MIDDLE)
    if mark.coverage:
        draw_dots(canvas, (x, top + SIGN + 8), mark.coverage, ink)


def draw_dots(canvas: Canvas, place: tuple[int, int], coverage: Coverage, paint: Paint) -> None:
    """Draw coverage from a point down: two rings, of which none, one or both are full."""
    for number in (0, 1):
        left = place[0] - DOT - 3 + number * (DOT + 6)
        full = number < coverage.rank
        canvas.stamp((left, place[1]), draw_dot(DOT, full=full), paint)


def _entries(pen: Pen, picture: CardPicture) -> list[Part]:
    marks = [mark for row in picture.rows for mark in row.marks]
    mastery = [_mastery_entry(pen, kind, MASTERY_WORD[kind]) for kind in Mastery]
    coverage = [_coverage_entry(pen, kind, meaning) for kind, meaning in _HOW_OFTEN.items()]
    entries: list[Part] = [
        Scale(mastery, (MASTERY_WORD[Mastery.NOT_SHOWN], MASTERY_WORD[Mastery.AUTONOMOUS])),
        Scale(coverage, (COVERAGE_WORD[Coverage.NOT_YET], COVERAGE_WORD[Coverage.REGULARLY])),
    ]
    if any(mark.not_here for mark in marks):
        entries.append(_mastery_entry(pen, None, NOT_HERE))
    if any(marks_differ(row.marks) for row in picture.rows):
        entries.append(_tinted_entry(pen))
    return entries


def _mastery_entry(pen: Pen, kind: Mastery | None, meaning: Sayable) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        paint = pen.on_paper(pen.theme.ink)
        canvas.stamp((box[0] + 2, box[1] - 2), draw_mastery(kind, SIGN), paint)

    return LegendEntry(sample, meaning)


def _coverage_entry(pen: Pen, coverage: Coverage, meaning: Sayable) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        place = ((box[0] + box[2]) // 2, box[1] + (SAMPLE[1] - DOT) // 2)
        draw_dots(canvas, place, coverage, pen.on_paper(pen.theme.ink))

    return LegendEntry(sample, meaning)


def _tinted_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        canvas.box(box, pen.theme.tint)

    return LegendEntry(sample, _("views differ"))
