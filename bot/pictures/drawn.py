"""A described picture drawn for one reader, kept for whoever asks the same again.

Drawing takes tens of milliseconds, a film half a second: call it in a thread, outside the lane.
One is drawn at a time in the process, however many ask, and always in one thread: the C library
keeps what each thread has freed for that thread. Who asks for what is being drawn gets the same.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, NamedTuple

from bot.i18n import Voice, said
from bot.messages import (
    CardPicture,
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
from bot.pictures.card import draw_card
from bot.pictures.film import draw_film
from bot.pictures.heat_map import draw_heat_map
from bot.pictures.ink.pen import Pen
from bot.pictures.matrix import draw_matrix
from bot.pictures.overview import draw_overview
from bot.pictures.report import draw_report
from bot.pictures.route import draw_route
from bot.pictures.theme import THEMES
from bot.pictures.tuning import draw_tuning
from bot.pictures.weeks import draw_weeks
from bot.showing.palette import Scheme

KEPT = 32
"""How many pictures are kept; the largest, a film of a year, is below 1 MB."""

_DRAWING = ThreadPoolExecutor(1, thread_name_prefix="drawing")

DRAWERS: dict[type, Callable[[Any, Pen], bytes]] = {
    ReportPicture: draw_report,
    CardPicture: draw_card,
    OverviewPicture: draw_overview,
    HeatMapPicture: draw_heat_map,
    MatrixPicture: draw_matrix,
    FilmPicture: draw_film,
    WeeksPicture: draw_weeks,
    RoutePicture: draw_route,
    TuningPicture: draw_tuning,
}


class DrawnPicture(NamedTuple):
    """A picture to send: its bytes, and what they are: 'png' or 'gif'."""

    data: bytes
    kind: str


def drawn(picture: Picture, voice: Voice, scheme: Scheme = Scheme.LIGHT) -> DrawnPicture:
    """Draw a picture in the reader's language and scheme; safe in any number of threads."""
    kind = "gif" if type(picture) is FilmPicture else "png"
    asked, tongue = said(picture, voice), (voice.language, voice.manner)
    return DrawnPicture(_DRAWING.submit(_data, asked, tongue, scheme).result(), kind)


@lru_cache(maxsize=KEPT)
def _data(picture: Picture, tongue: tuple[str, str], scheme: Scheme) -> bytes:
    # All that depends on a time zone is said already.
    language, manner = tongue
    pen = Pen(THEMES[scheme], Voice(language, "UTC", manner=manner).say)
    return DRAWERS[type(picture)](picture, pen)
