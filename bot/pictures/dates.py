"""A date axis: where the moments of a film lie, its photos, and as many days as have room."""

from bot.messages import FilmPicture
from bot.pictures.ink.canvas import Canvas
from bot.pictures.ink.masks import draw_diamond
from bot.pictures.ink.pen import BODY, Pen
from bot.pictures.sheet import INNER, MARGIN

AXIS = 92
"""How high it is."""

LINE = 22
"""How far below its top the line lies."""

DIAMOND = 28

APART = 40
"""The air between two days at least."""


def places_of(picture: FilmPicture) -> list[int]:
    """Tell where the moments lie, at even distances over the sheet."""
    last = max(len(picture.frames) - 1, 1)
    wide = INNER - DIAMOND
    return [MARGIN + DIAMOND // 2 + wide * at // last for at in range(len(picture.frames))]


def draw_days(pen: Pen, canvas: Canvas, top: int, picture: FilmPicture) -> None:
    """Write the first day and the last, and of those between what has room, below the line."""
    places, soft = places_of(picture), pen.on_paper(pen.theme.soft)
    days = [pen.say(frame.when) for frame in picture.frames]
    spans = [_span(place, day) for place, day in zip(places, days, strict=True)]
    free, (ends, _right) = MARGIN, spans[-1]
    for at, (left, right) in enumerate(spans):
        last = at == len(spans) - 1
        if last or (left >= free and right + APART <= ends):
            canvas.text((left, top + LINE + 28 + BODY.capital), days[at], BODY, soft)
            free = right + APART


def _span(place: int, day: str) -> tuple[int, int]:
    """Tell from where to where a day is written below its place, within the sheet."""
    wide = BODY.width(day)
    left = min(max(place - wide // 2, MARGIN), MARGIN + INNER - wide)
    return left, left + wide


def draw_photos(pen: Pen, canvas: Canvas, top: int, picture: FilmPicture) -> None:
    """Mark the photos on the line."""
    for place, frame in zip(places_of(picture), picture.frames, strict=True):
        if frame.photo:
            corner = (place - DIAMOND // 2, top + LINE - DIAMOND // 2)
            canvas.stamp(corner, draw_diamond(DIAMOND), pen.on_paper(pen.theme.ink))
