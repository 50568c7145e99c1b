"""A film that stands still: a strip of weeks for each competence and perspective."""

from itertools import groupby

from bot.domain.scoring.colours import Colour
from bot.messages import FilmRow, Sayable, WeeksPicture, _, words
from bot.pictures.dates import AXIS, LINE, draw_days, draw_photos, places_of
from bot.pictures.film import photo_entry
from bot.pictures.ink.canvas import Box, Canvas
from bot.pictures.ink.pen import STRONG, Pen
from bot.pictures.legend import STRIPE, colour_parts, legend, stripe_parts
from bot.pictures.sheet import (
    INNER,
    MARGIN,
    WIDTH,
    Block,
    heading,
    label,
    stack,
)

STRIP = 29
BETWEEN = 4
APART = 16


def draw_weeks(picture: WeeksPicture, pen: Pen) -> bytes:
    """Draw the strips: of each week the colour that was, the perspectives below each other."""
    seen = (colour for frame in picture.frames for row in frame.colours for colour in row)
    entries = colour_parts(pen, seen)
    if any(frame.photo for frame in picture.frames):
        entries.append(photo_entry(pen))
    entries += stripe_parts(pen, (row.before for row in picture.rows))
    order = _("From above: {columns}", columns=words(*picture.columns, by=", "))
    above = [heading(pen, picture), _said(pen, order)]
    legends = legend(pen, entries, in_brief=picture.in_brief)

    def rows(lines: int) -> list[Block]:
        return [_row(pen, picture, at, row, lines) for at, row in enumerate(picture.rows)]

    return stack(pen, above, rows, legends, [_axis(pen, picture)]).png()


def _said(pen: Pen, what: Sayable) -> Block:
    def draw(canvas: Canvas, top: int) -> None:
        pen.line(canvas, (MARGIN, top), what, STRONG, pen.theme.ink, INNER)

    return Block(STRONG.capital + 18, draw)


def _row(pen: Pen, picture: WeeksPicture, at: int, row: FilmRow, lines: int) -> Block:
    title = label(pen, row.number, row.title, lines)
    count = len(picture.frames)
    edges = [MARGIN + INNER * place // count for place in range(count + 1)]
    high = len(picture.columns) * (STRIP + BETWEEN)

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        for number in range(len(picture.columns)):
            above = top + title.height + number * (STRIP + BETWEEN)
            for colour, begin, end in runs_of(picture, at, number):
                _draw_run(pen, canvas, (edges[begin], above, edges[end], above + STRIP), colour)

        if row.before:
            below = top + title.height + high - 2
            pen.stripe(canvas, (MARGIN, below, WIDTH - MARGIN, below + STRIPE), row.before)

    return Block(title.height + high + APART, draw)


def runs_of(picture: WeeksPicture, at: int, number: int) -> list[tuple[Colour, int, int]]:
    """List the colours of a row in a perspective, each with where it begins and ends."""
    runs, begin = [], 0
    for colour, group in groupby(frame.colours[at][number] for frame in picture.frames):
        end = begin + len(list(group))
        runs.append((colour, begin, end))
        begin = end
    return runs


def _draw_run(pen: Pen, canvas: Canvas, box: Box, colour: Colour) -> None:
    """Draw how long a colour lasted, with its letter where there is room."""
    paint, letter = pen.theme.colours[colour], pen.letter(colour)
    canvas.box(box, paint.ground)
    if STRONG.width(letter) + 8 <= box[2] - box[0]:
        place = (box[0] + 4, (box[1] + box[3] + STRONG.capital) // 2)
        canvas.text(place, letter, STRONG, paint)


def _axis(pen: Pen, picture: WeeksPicture) -> Block:
    def draw(canvas: Canvas, top: int) -> None:
        places = places_of(picture)
        line = (MARGIN, top + LINE - 2, WIDTH - MARGIN, top + LINE + 2)
        canvas.box(line, pen.theme.line)
        for place in (places[0], places[-1]):
            canvas.box((place - 2, top + LINE - 10, place + 2, top + LINE + 10), pen.theme.soft)
        draw_photos(pen, canvas, top, picture)
        draw_days(pen, canvas, top, picture)

    return Block(AXIS, draw)
