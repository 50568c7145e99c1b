"""The film: a student's colours over time, as an animated GIF with the photos marked."""

from bot.messages import FilmFrame, FilmPicture, FilmRow, _
from bot.pictures.canvas import Align, Box, Canvas
from bot.pictures.gif import Animation
from bot.pictures.legend import LegendEntry, colour_entries, legend
from bot.pictures.letters import fit
from bot.pictures.masks import draw_diamond
from bot.pictures.pen import BODY, SMALL_STRONG, TITLE, Pen
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

STEP, HOLD, REST = 250, 1600, 3000
"""How long a frame stands, a photo, and the last one, in milliseconds."""

ROW = 58
FIELD = 48
DATE = 300
"""The width of the corner that says which moment this is."""

_HEAD = 116
_TIMELINE = 64
_EDGE = 8


def draw_film(picture: FilmPicture, pen: Pen) -> bytes:
    """Draw the film: the sheet once, then on it what each frame changes."""
    head = heading(pen, picture.title, picture.under, WIDTH - DATE)
    above = [Block(max(head.height, _HEAD), head.draw), heads(pen, picture.columns)]
    room = lefts(len(picture.columns))[0] - MARGIN - NUMBER - 20
    rows = [_row(pen, row, room) for row in picture.rows]
    below = [rule(pen), legend(pen, [*colour_entries(pen), _photo_entry(pen)])]
    canvas = stack(pen, WIDTH, [*above, *rows, Block(_TIMELINE, _nothing), *below])
    top = MARGIN + sum(block.height for block in above)
    film = Animation()
    last = len(picture.frames) - 1
    for place, frame in enumerate(picture.frames):
        _draw_colours(pen, canvas, top, frame)
        _draw_corner(pen, canvas, frame)
        _draw_timeline(pen, canvas, top + len(rows) * ROW, picture, place)
        stands = HOLD if frame.photo else STEP
        film.add(canvas.image, REST if place == last else stands)
    return film.written(canvas.palette)


def _nothing(_canvas: Canvas, _top: int) -> None:
    """Leave the place empty: each frame draws in it."""


def _row(pen: Pen, row: FilmRow, room: int) -> Block:
    title = fit(row.title, BODY, room)

    def draw(canvas: Canvas, top: int) -> None:
        write_label(pen, canvas, top + ROW // 2, row.number, [title])

    return Block(ROW, draw)


def _draw_colours(pen: Pen, canvas: Canvas, top: int, frame: FilmFrame) -> None:
    for place, colours in enumerate(frame.colours):
        above = top + place * ROW + (ROW - FIELD) // 2
        for left, colour in zip(lefts(len(colours)), colours, strict=True):
            pen.lettered(canvas, (left, above, left + COLUMN, above + FIELD), colour)


def _draw_corner(pen: Pen, canvas: Canvas, frame: FilmFrame) -> None:
    """Say which moment this is; a photo has its name and a frame around everything."""
    right, theme = WIDTH - MARGIN, pen.theme
    canvas.box((right - DATE + 20, MARGIN - 10, right + 4, MARGIN + _HEAD - 10), theme.paper)
    when = fit(pen.say(frame.when), TITLE, DATE - 20)
    ink = pen.on_paper(theme.ink)
    canvas.text((right, MARGIN + TITLE.capital), when, TITLE, ink, Align.RIGHT)
    photo = fit(pen.say(frame.photo), SMALL_STRONG, DATE - 60)
    if photo:
        box = (right - SMALL_STRONG.width(photo) - 28, MARGIN + 52, right, MARGIN + 96)
        canvas.field(box, ink, 22)
        pen.centred(canvas, box, photo, SMALL_STRONG, theme.reversed)
    _draw_edge(canvas, theme.ink if photo else theme.paper)


def _draw_edge(canvas: Canvas, ink: str) -> None:
    wide, high = canvas.image.size
    canvas.box((0, 0, wide, _EDGE), ink)
    canvas.box((0, high - _EDGE, wide, high), ink)
    canvas.box((0, 0, _EDGE, high), ink)
    canvas.box((wide - _EDGE, 0, wide, high), ink)


def _draw_timeline(pen: Pen, canvas: Canvas, top: int, picture: FilmPicture, now: int) -> None:
    """Draw where in the film this is, and where the photos lie."""
    middle, theme = top + _TIMELINE // 2, pen.theme
    canvas.box((MARGIN, top + 4, WIDTH - MARGIN, top + _TIMELINE), theme.paper)
    places = [
        MARGIN + 16 + round((WIDTH - 2 * MARGIN - 32) * place / max(len(picture.frames) - 1, 1))
        for place in range(len(picture.frames))
    ]
    canvas.box((places[0], middle - 3, places[-1], middle + 3), theme.line)
    canvas.box((places[0], middle - 3, places[now], middle + 3), theme.soft)
    canvas.box((places[now] - 4, middle - 20, places[now] + 4, middle + 20), theme.ink)
    for place, frame in zip(places, picture.frames, strict=True):
        if frame.photo:
            canvas.stamp((place - 14, middle - 14), draw_diamond(28), pen.on_paper(theme.ink))


def _photo_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        place = ((box[0] + box[2] - 28) // 2, (box[1] + box[3] - 28) // 2)
        canvas.stamp(place, draw_diamond(28), pen.on_paper(pen.theme.ink))

    return LegendEntry(sample, _("photo"), _("the end of a period, fixed"))
