"""The card of one competence: its indicators with mastery and coverage, per perspective."""

from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import CardColumn, CardPicture, CardRow, Sayable, _
from bot.pictures.canvas import Align, Box, Canvas
from bot.pictures.legend import LegendEntry, legend
from bot.pictures.letters import fit, wrap
from bot.pictures.masks import draw_dot, draw_mastery
from bot.pictures.pen import BODY, LEADING, LETTER, SMALL, SMALL_STRONG, STRONG, Pen
from bot.pictures.sheet import (
    COLUMN,
    MARGIN,
    NUMBER,
    WIDTH,
    Block,
    heading,
    heads,
    lefts,
    rule,
    stack,
    write_label,
)
from bot.showing.colour_words import COLOUR_WORD
from bot.showing.count_words import not_here_words, progress_words
from bot.showing.mark_words import COVERAGE_WORD, MASTERY_WORD, NOT_HERE

SIGN = 46
DOT = 16
GAP = 12

_FIELD = 76
_INNER = WIDTH - 2 * MARGIN


def draw_card(picture: CardPicture, pen: Pen) -> bytes:
    """Draw the card: a field for each perspective, then the indicators of those in depth."""
    deep = [column for column in picture.columns if column.in_depth]
    blocks = [heading(pen, picture.title, picture.under, lines=4), _summary(pen, picture)]
    if deep:
        blocks.append(rule(pen))
        blocks.append(heads(pen, [column.who for column in deep]))
        blocks += [_indicator(pen, row) for row in picture.rows]
        blocks += [rule(pen), legend(pen, _entries(pen, picture))]
    return stack(pen, WIDTH, blocks).png()


def _summary(pen: Pen, picture: CardPicture) -> Block:
    """Draw a field for each perspective, with its letter and word, and its bar."""
    count = len(picture.columns)
    more = 30 if any(column.cell.not_here for column in picture.columns) else 0
    wide = (_INNER - GAP * (count - 1)) // count

    def draw(canvas: Canvas, top: int) -> None:
        for place, column in enumerate(picture.columns):
            _draw_perspective(pen, canvas, (MARGIN + place * (wide + GAP), top, wide), column)

    return Block(_FIELD + 104 + more, draw)


def _draw_perspective(
    pen: Pen, canvas: Canvas, at: tuple[int, int, int], column: CardColumn
) -> None:
    left, top, wide = at
    cell, soft = column.cell, pen.theme.soft
    pen.line(canvas, (left, top), column.who, SMALL_STRONG, soft, wide)
    above = top + 30
    paint = pen.colour(canvas, (left, above, left + wide, above + _FIELD), cell.colour)
    letter = pen.letter(cell.colour)
    baseline = above + (_FIELD + LETTER.capital) // 2
    canvas.text((left + 18, baseline), letter, LETTER, paint)
    beside = left + 18 + LETTER.width(letter) + 16
    word = fit(pen.say(COLOUR_WORD[cell.colour]), STRONG, left + wide - beside - 10)
    canvas.text((beside, baseline), word, STRONG, paint)
    below = above + _FIELD + 8
    pen.progress(canvas, (left, below, left + wide, below + 18), cell)
    came = progress_words(cell.covered, cell.indicators)
    pen.line(canvas, (left, below + 32), came, SMALL, soft, wide)
    # There is no room for more; what is shown stands in the rows.
    aside = not_here_words(cell.not_here, None, cell.indicators)
    if aside is not None:
        pen.line(canvas, (left, below + 62), aside, SMALL, soft, wide)


def _indicator(pen: Pen, row: CardRow) -> Block:
    starts = lefts(len(row.marks))
    lines = wrap(row.text, BODY, starts[0] - MARGIN - NUMBER - 16, 4)
    high = max(len(lines) * LEADING, SIGN + 10 + DOT) + 26

    def draw(canvas: Canvas, top: int) -> None:
        canvas.box((MARGIN + NUMBER, top, WIDTH - MARGIN, top + 2), pen.theme.line)
        write_label(pen, canvas, top + high // 2, row.number, lines)
        for left, mark in zip(starts, row.marks, strict=True):
            draw_mark(pen, canvas, (left + COLUMN // 2, top + high // 2), mark)

    return Block(high, draw)


def draw_mark(pen: Pen, canvas: Canvas, middle: tuple[int, int], mark: Mark) -> None:
    """Draw a mark around a point: the mastery's sign, and two dots for the coverage below it."""
    x, y = middle
    paint = pen.on_paper(pen.theme.ink)
    lower = (DOT + 10) // 2 if mark.coverage else 0
    if mark.mastery or mark.not_here:
        sign = draw_mastery(mark.mastery, SIGN)
        canvas.stamp((x - SIGN // 2, y - SIGN // 2 - lower), sign, paint)
    else:
        dash = pen.on_paper(pen.theme.soft)
        canvas.text((x, y - lower + BODY.capital // 2), "–", BODY, dash, Align.MIDDLE)
    if mark.coverage:
        draw_dots(pen, canvas, (x, y + SIGN // 2 + 10 - lower), mark.coverage)


def draw_dots(pen: Pen, canvas: Canvas, place: tuple[int, int], coverage: Coverage) -> None:
    """Draw coverage from a point down: two rings, of which none, one or both are full."""
    for number in (0, 1):
        left = place[0] - DOT - 3 + number * (DOT + 6)
        full = number < coverage.rank
        canvas.stamp((left, place[1]), draw_dot(DOT, full=full), pen.on_paper(pen.theme.ink))


def _entries(pen: Pen, picture: CardPicture) -> list[LegendEntry]:
    entries = [
        _mastery_entry(pen, Mastery.AUTONOMOUS, _("unprompted, in every situation")),
        _coverage_entry(pen, Coverage.REGULARLY, _("came up 4 times or more")),
        _mastery_entry(pen, Mastery.WITH_SUPPORT, _("or not in every situation")),
        _coverage_entry(pen, Coverage.SOMETIMES, _("came up 1 to 3 times")),
        _mastery_entry(pen, Mastery.NOT_SHOWN, _("does not occur or was not seen")),
        _coverage_entry(pen, Coverage.NOT_YET, _("has not come up yet")),
    ]
    if any(mark.not_here for row in picture.rows for mark in row.marks):
        entries.append(_mastery_entry(pen, None, _("cannot be seen in this place")))
    return entries


def _mastery_entry(pen: Pen, kind: Mastery | None, meaning: Sayable) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        canvas.stamp((box[0] + 6, box[1]), draw_mastery(kind, SIGN), pen.on_paper(pen.theme.ink))

    return LegendEntry(sample, MASTERY_WORD[kind] if kind else NOT_HERE, meaning)


def _coverage_entry(pen: Pen, coverage: Coverage, meaning: Sayable) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        draw_dots(pen, canvas, ((box[0] + box[2]) // 2, box[1] + 15), coverage)

    return LegendEntry(sample, COVERAGE_WORD[coverage], meaning)
