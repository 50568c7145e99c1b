"""A picture of many rows as several, so that each can be read as a chat shows it."""

from collections.abc import Sized
from dataclasses import replace
from itertools import pairwise
from typing import Any

from bot.messages import (
    CardPicture,
    Described,
    FilmPicture,
    HeatMapPicture,
    MatrixPicture,
    OverviewPicture,
    Picture,
    ReportPicture,
    RoutePicture,
    TuningPicture,
    WeeksPicture,
)
from bot.showing.finding import finding_of

ROWS: dict[type, int] = {
    ReportPicture: 12,
    CardPicture: 9,
    OverviewPicture: 8,
    HeatMapPicture: 8,
    MatrixPicture: 8,
    FilmPicture: 23,
    WeeksPicture: 8,
    RoutePicture: 9,
    TuningPicture: 12,
}
"""How many rows of each kind stand on one picture."""

STUDENTS, PERIODS = 30, 5
"""How many students of a class map, and periods of an overview, stand beside each other."""

WITH_COMPANY = 15
"""How many students stand beside each other in a class matrix, each with the company."""


MOST = 10
"""How many pictures one is parted into at most, which is an album; a longer one stays whole."""


def pages_of(described: Described) -> tuple[Described, ...]:
    """Part a picture that is too long or too wide for one; of each is said which part it is."""
    if not isinstance(described, Picture):
        return (described,)
    parts = [part for wide in _narrowed(described) for part in _shortened(wide)]
    if not 1 < len(parts) <= MOST:
        return (described,)
    found = finding_of(described)
    numbers = range(1, len(parts) + 1)
    return tuple(
        replace(
            part,
            found=found,
            part=f"{number}/{len(parts)}",
            in_brief=described.in_brief or number > 1,
        )
        for number, part in zip(numbers, parts, strict=True)
    )


def count_parts(kind: type, rows: Sized) -> int:
    """Count the pictures of a kind on which so many rows stand."""
    parts = len(_even(len(rows), ROWS[kind]))
    return parts if parts <= MOST else 1


def _narrowed(picture: Picture) -> list[Picture]:
    match picture:
        case HeatMapPicture(students=students, rows=rows):
            return [
                replace(
                    picture,
                    students=students[part],
                    rows=tuple(
                        replace(row, colours=row.colours[part], before=row.before[part])
                        for row in rows
                    ),
                )
                for part in _even(len(students), STUDENTS)
            ]
        case MatrixPicture(students=students, companies=companies, rows=rows):
            return [
                replace(
                    picture,
                    students=students[part],
                    companies=companies[part],
                    rows=tuple(replace(row, cells=row.cells[part]) for row in rows),
                )
                for part in _even(len(students), WITH_COMPANY)
            ]
        case OverviewPicture(periods=periods, rows=rows):
            return [
                replace(
                    picture,
                    periods=periods[part],
                    rows=tuple(replace(row, moments=row.moments[part]) for row in rows),
                )
                for part in _even(len(periods), PERIODS)
            ]
    return [picture]


def _shortened(picture: Picture) -> list[Picture]:
    parts = _even(len(picture.rows), ROWS[type(picture)])
    if isinstance(picture, FilmPicture):
        return [
            replace(
                picture,
                rows=picture.rows[part],
                frames=tuple(
                    replace(frame, colours=frame.colours[part]) for frame in picture.frames
                ),
            )
            for part in parts
        ]
    # Whichever kind it is, a part of its rows are rows of that kind.
    whole: Any = picture
    return [replace(whole, rows=whole.rows[part]) for part in parts]


def _even(count: int, most: int) -> list[slice]:
    """Part so many into as few parts as will do, of nearly the same length."""
    parts = max(-(-count // most), 1)
    edges = [-(-count * part // parts) for part in range(parts + 1)]
    return [slice(begin, end) for begin, end in pairwise(edges)]
