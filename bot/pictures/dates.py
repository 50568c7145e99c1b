"""A date axis: where the moments of a film lie, its photos, and as many days as have room."""

from bot.messages import FilmPicture
from bot.pictures.ink.canvas import Align, Canvas
from bot.pictures.ink.masks import draw_diamond
from bot.pictures.ink.pen import BODY, Pen
from bot.pictures.sheet import INNER, MARGIN

AXIS = 92
"""How high it is."""

LINE = 22
"""How far below its top the line lies."""

DIAMOND = 28


def places_of(picture: FilmPicture) -> list[int]:
    """Tell where the moments lie, at even distances over the sheet."""
    last = max(len(picture.frames) - 1, 1)
    wide = INNER - DIAMOND
    return [MARGIN + DIAMOND // 2 + wide * at // last for at in range(len(picture.frames))]


def draw_days(pen: Pen, canvas: Canvas, top: int, picture: FilmPicture) -> None:
    """Write the first day and the last, and of those between what has room, below the line."""
    places, soft = places_of(picture), pen.on_paper(pen.theme.soft)
    days = [pen.say(frame.when) for frame in picture.frames]
    widest = max(map(BODY.width, days)) + 30
    count = max(min(INNER // widest, len(days)), 1)
    chosen = sorted({round((len(days) - 1) * at / max(count - 1, 1)) for at in range(count)})
    for at in chosen:
        half = BODY.width(days[at]) // 2
        middle = min(max(places[at], MARGIN + half), MARGIN + INNER - half)
        place = (middle, top + LINE + 28 + BODY.capital)
        canvas.text(place, days[at], BODY, soft, Align.MIDDLE)


def draw_photos(pen: Pen, canvas: Canvas, top: int, picture: FilmPicture) -> None:
    """Mark the photos on the line."""
    for place, frame in zip(places_of(picture), picture.frames, strict=True):
        if frame.photo:
            corner = (place - DIAMOND // 2, top + LINE - DIAMOND // 2)
            canvas.stamp(corner, draw_diamond(DIAMOND), pen.on_paper(pen.theme.ink))
