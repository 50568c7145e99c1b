"""A film is written frame by frame, one drawing at a time, and once for all who ask the same."""

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from weakref import ref

import pytest
from PIL import Image, ImageSequence

from bot.i18n import Voice
from bot.messages import FilmPicture
from bot.pictures import drawn as drawing
from bot.pictures.dates import draw_days
from bot.pictures.film import draw_film
from bot.pictures.ink.canvas import Canvas
from bot.pictures.ink.gif import Animation
from bot.pictures.ink.letters import Face
from bot.pictures.ink.pen import Pen
from bot.pictures.sheet import MARGIN, WIDTH
from bot.pictures.theme import THEMES
from bot.showing.palette import Scheme
from tests.pictures.samples import EVERY

ENGLISH = Voice("en", "UTC")
PALETTE = ["#ffffff", "#000000", "#ff0000"]


def numbers(*rows: str) -> Image.Image:
    """Make a frame of numbers of the palette."""
    return Image.frombytes("L", (len(rows[0]), len(rows)), bytes(map(int, "".join(rows))))


def test_an_animation_shows_each_frame_as_it_was_added():
    added = [numbers("000", "010"), numbers("000", "210"), numbers("200", "211")]
    animation = Animation()
    for frame in added:
        animation.add(frame, 250)
    animation.add(added[-1], 1000)
    with Image.open(io.BytesIO(animation.written(PALETTE))) as made:
        shown = [
            (frame.convert("RGB").tobytes(), frame.info["duration"])
            for frame in ImageSequence.Iterator(made)
        ]
        assert made.info["loop"] == 0
    colours = [bytes.fromhex(colour[1:]) for colour in PALETTE]
    expected = [b"".join(colours[number] for number in frame.tobytes()) for frame in added]
    assert shown == list(zip(expected, (250, 250, 1250), strict=True))


def test_an_animation_without_a_frame_is_none():
    with pytest.raises(ValueError, match="a frame"):
        Animation().written(PALETTE)


def test_a_film_of_many_weeks_holds_no_more_pictures_than_one_of_a_few(
    monkeypatch: pytest.MonkeyPatch,
):
    there: list[ref[Image.Image]] = []  # to look through all objects at each frame takes long
    held: list[int] = []
    make, add = Image.Image.__init__, Animation.add

    def made(self: Image.Image) -> None:
        make(self)
        there.append(ref(self))

    def counted(self: Animation, frame: Image.Image, milliseconds: int) -> None:
        add(self, frame, milliseconds)
        there[:] = [image for image in there if image() is not None]
        held.append(sum(whole.size == frame.size for image in there if (whole := image())))

    monkeypatch.setattr(Image.Image, "__init__", made)
    monkeypatch.setattr(Animation, "add", counted)
    film = EVERY["film"]
    assert isinstance(film, FilmPicture)
    draw_film(replace(film, frames=film.frames * 10), Pen(THEMES[Scheme.LIGHT], ENGLISH.say))
    assert len(held) >= 20
    assert 0 < max(held) <= 4


@pytest.mark.parametrize("count", [1, 2, 7, 8, 30])
def test_no_two_days_of_an_axis_touch(count: int, monkeypatch: pytest.MonkeyPatch):
    film = EVERY["film"]
    assert isinstance(film, FilmPicture)
    frames = tuple(replace(film.frames[0], when=f"{day} november") for day in range(1, count + 1))
    written: list[tuple[int, int]] = []

    def note(_self: Canvas, place: tuple[int, int], said: str, face: Face, *_how: object) -> None:
        written.append((place[0], place[0] + face.width(said)))

    monkeypatch.setattr(Canvas, "text", note)
    pen = Pen(THEMES[Scheme.LIGHT], ENGLISH.say)
    draw_days(pen, Canvas(WIDTH, 100, "#ffffff"), 0, replace(film, frames=frames))
    assert written[0][0] >= MARGIN
    assert written[-1][1] <= WIDTH - MARGIN
    assert len(written) == count or len(written) > 2
    assert all(end + 20 <= begin for (_, end), (begin, _) in pairwise(written))


def test_one_is_drawn_at_a_time_and_equal_ones_once(monkeypatch: pytest.MonkeyPatch):
    at_work, together, titles = threading.Semaphore(1), [], []

    def draw(picture: FilmPicture, _pen: Pen) -> bytes:
        together.append(at_work.acquire(blocking=False))
        titles.append(picture.title)
        at_work.release()
        return b"a film"

    monkeypatch.setitem(drawing.DRAWERS, FilmPicture, draw)
    film = EVERY["film"]
    assert isinstance(film, FilmPicture)
    asked = [replace(film, title=f"asked at once {number % 3}") for number in range(12)]
    with ThreadPoolExecutor(12) as pool:
        made = list(pool.map(lambda picture: drawing.drawn(picture, ENGLISH).data, asked))
    assert made == [b"a film"] * 12
    assert all(together)
    assert len(titles) == len(set(titles)) == 3
