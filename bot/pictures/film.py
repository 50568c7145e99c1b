"""The film: a student's colours over time, as an animated GIF with the photos marked."""

from collections.abc import Sequence

from bot.messages import FilmFrame, FilmPicture, FilmRow, _
from bot.pictures.dates import AXIS, DIAMOND, LINE, draw_days, draw_photos, places_of
from bot.pictures.ink.canvas import Align, Box, Canvas
from bot.pictures.ink.gif import Animation
from bot.pictures.ink.letters import fit, settle
from bot.pictures.ink.masks import draw_diamond
from bot.pictures.ink.pen import BODY, LEADING, STRONG, TITLE, Pen
from bot.pictures.legend import STRIPE, LegendEntry, colour_parts, legend, stripe_parts
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
    written,
)

STEP, HOLD, REST = 250, 1600, 3000
"""How long a frame stands, a photo, and the last one, in milliseconds."""

ROW = 55
FIELD = 46
COLUMN = 84
"""How wide the column of a perspective is."""

DATE = 330
"""The width of the corner that says which moment this is."""

_CORNER = 116
_EDGE = 8


def draw_film(picture: FilmPicture, pen: Pen) -> bytes:
    """Draw the film: the sheet once, then on it what each frame changes."""
    head = heading(pen, picture, INNER - DATE)
    columns = _columns(len(picture.columns))
    above = [Block(max(head.height, _CORNER), head.draw), heads(pen, picture.columns, columns)]
    tops, axes = list[int](), list[int]()
    axis = _noting(axes, Block(AXIS, lambda canvas, top: draw_days(pen, canvas, top, picture)))
    seen = (colour for frame in picture.frames for row in frame.colours for colour in row)
    entries = colour_parts(pen, seen)
    if any(frame.photo for frame in picture.frames):
        entries.append(photo_entry(pen))
    entries += stripe_parts(pen, (row.before for row in picture.rows))

    def rows(lines: int) -> list[Block]:
        made = (_row(pen, row, columns[0][0], lines) for row in picture.rows)
        return [_noting(tops, row) for row in made]

    legends = legend(pen, entries, in_brief=picture.in_brief)
    canvas = stack(pen, above, rows, legends, [axis])
    film = Animation()
    last = len(picture.frames) - 1
    for place, frame in enumerate(picture.frames):
        _draw_colours(pen, canvas, tops, frame)
        _draw_corner(pen, canvas, frame)
        _draw_moment(pen, canvas, axes[0], picture, place)
        stands = HOLD if frame.photo else STEP
        film.add(canvas.image, REST if place == last else stands)
    return film.written(canvas.palette)


def _noting(tops: list[int], block: Block) -> Block:
    """Note where a block is drawn: frames draw there, too."""

    def draw(canvas: Canvas, top: int) -> None:
        tops.append(top)
        block.draw(canvas, top)

    return Block(block.height, draw)


def _columns(count: int) -> list[Span]:
    begin = WIDTH - MARGIN - count * (COLUMN + 8) + 8
    lefts = [begin + at * (COLUMN + 8) for at in range(count)]
    return [(left, left + COLUMN) for left in lefts]


def _row(pen: Pen, row: FilmRow, end: int, lines: int) -> Block:
    titles, face = settle(row.title, BODY, end - MARGIN - NUMBER - 16, lines)
    line, more = written(pen, row.number, titles, face), (len(titles) - 1) * LEADING
    above = (ROW - BODY.capital) // 2

    def draw(canvas: Canvas, top: int) -> None:
        line.draw(canvas, top + above)
        if row.before:
            # Below the number, since what was learned before is of no moment of the film.
            below = top + ROW - STRIPE + 2
            box = (MARGIN, below, MARGIN + NUMBER - 14, below + STRIPE)
            pen.stripe(canvas, box, row.before)

    return Block(ROW + more, draw)


def _draw_colours(pen: Pen, canvas: Canvas, tops: Sequence[int], frame: FilmFrame) -> None:
    for top, colours in zip(tops, frame.colours, strict=True):
        above = top + (ROW - FIELD) // 2
        for (left, right), colour in zip(_columns(len(colours)), colours, strict=True):
            pen.lettered(canvas, (left, above, right, above + FIELD), colour, 8)


def _draw_corner(pen: Pen, canvas: Canvas, frame: FilmFrame) -> None:
    """Say which moment this is; a photo has its name and a frame around everything."""
    right, theme = WIDTH - MARGIN, pen.theme
    canvas.box((right - DATE + 10, MARGIN - 10, right + 4, MARGIN + _CORNER - 10), theme.paper)
    when = fit(pen.say(frame.when), TITLE, DATE - 20)
    ink = pen.on_paper(theme.ink)
    canvas.text((right, MARGIN + TITLE.capital), when, TITLE, ink, Align.RIGHT)
    photo = fit(pen.say(frame.photo), STRONG, DATE - 60)
    if photo:
        box = (right - STRONG.width(photo) - 28, MARGIN + 54, right, MARGIN + 102)
        canvas.field(box, ink, 22)
        pen.centred(canvas, box, photo, STRONG, theme.reversed)
    _draw_edge(canvas, theme.ink if photo else theme.paper)


def _draw_edge(canvas: Canvas, ink: str) -> None:
    wide, high = canvas.image.size
    canvas.box((0, 0, wide, _EDGE), ink)
    canvas.box((0, high - _EDGE, wide, high), ink)
    canvas.box((0, 0, _EDGE, high), ink)
    canvas.box((wide - _EDGE, 0, wide, high), ink)


def _draw_moment(pen: Pen, canvas: Canvas, top: int, picture: FilmPicture, now: int) -> None:
    """Draw where in the film this is, and where the photos lie."""
    middle, theme, places = top + LINE, pen.theme, places_of(picture)
    canvas.box((MARGIN, top, WIDTH - MARGIN, middle + 21), theme.paper)
    canvas.box((places[0], middle - 3, places[-1], middle + 3), theme.line)
    canvas.box((places[0], middle - 3, places[now], middle + 3), theme.soft)
    canvas.box((places[now] - 4, middle - 20, places[now] + 4, middle + 20), theme.ink)
    draw_photos(pen, canvas, top, picture)


def photo_entry(pen: Pen) -> LegendEntry:
    """Explain the mark of a photo."""

    def sample(canvas: Canvas, box: Box) -> None:
        place = ((box[0] + box[2] - DIAMOND) // 2, (box[1] + box[3] - DIAMOND) // 2)
        canvas.stamp(place, draw_diamond(DIAMOND), pen.on_paper(pen.theme.ink))

    return LegendEntry(sample, _("photo"))
