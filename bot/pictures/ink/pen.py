"""What every drawing has at hand: the theme, the reader's language, and the faces of the style."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.scoring.colours import Colour
from bot.messages import Cell, LearnedStripe, Sayable
from bot.pictures.ink.canvas import Align, Box, Canvas
from bot.pictures.ink.letters import Face, FontWeight, fit
from bot.pictures.ink.masks import draw_hatching
from bot.pictures.theme import Theme
from bot.showing.palette import Paint
from bot.showing.words.scores.colours import COLOUR_LETTER

TITLE = Face(FontWeight.BOLD, 48)
BODY = Face(FontWeight.REGULAR, 35)
STRONG = Face(FontWeight.BOLD, 35)
LETTER = Face(FontWeight.BOLD, 40)

LEADING = 39
"""From one line of the body to the next, in pixels."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in one theme and one language; places and sizes are pixels."""

    theme: Theme
    say: Callable[[Sayable], str]

    def letter(self, colour: Colour) -> str:
        """Say a colour's letter."""
        return self.say(COLOUR_LETTER[colour])

    def on_paper(self, ink: str) -> Paint:
        """Put an ink on the paper."""
        return Paint(ink, self.theme.paper)

    def colour(self, canvas: Canvas, box: Box, colour: Colour, radius: int = 10) -> Paint:
        """Draw a colour's field; returns what to write on it with."""
        paint = self.theme.colours[colour]
        canvas.field(box, self.on_paper(paint.ground), radius)
        return paint

    def lettered(self, canvas: Canvas, box: Box, colour: Colour, radius: int = 10) -> None:
        """Draw a colour's field with its letter in the middle."""
        paint = self.colour(canvas, box, colour, radius)
        face = LETTER if box[2] - box[0] >= 44 and box[3] - box[1] >= 40 else STRONG
        self.centred(canvas, box, self.letter(colour), face, paint)

    def centred(self, canvas: Canvas, box: Box, text: str, face: Face, paint: Paint) -> None:
        """Write a line in the middle of a box, cut to fit."""
        left, top, right, bottom = box
        place = ((left + right) // 2, (top + bottom + face.capital) // 2)
        canvas.text(place, fit(text, face, right - left), face, paint, Align.MIDDLE)

    def line(
        self,
        canvas: Canvas,
        place: tuple[int, int],
        what: Sayable,
        face: Face,
        ink: str,
        room: int,
    ) -> None:
        """Say something on one line of paper, cut to fit; its capitals begin at the place."""
        self.lines(canvas, place, [fit(self.say(what), face, room)], face, self.on_paper(ink))

    def lines(
        self,
        canvas: Canvas,
        place: tuple[int, int],
        lines: Sequence[str],
        face: Face,
        paint: Paint,
        leading: int = LEADING,
    ) -> None:
        """Write lines below each other, the top of the first's capitals at the place."""
        for number, line in enumerate(lines):
            baseline = place[1] + face.capital + number * leading
            canvas.text((place[0], baseline), line, face, paint)

    def inner_ring(self, canvas: Canvas, box: Box) -> Box:
        """Draw a ring inside a box, with paper between; returns the room that is left in it."""
        left, top, right, bottom = box
        away, within = 4, 8
        canvas.field(box, self.on_paper(self.theme.ink), 10)
        inside = (left + away, top + away, right - away, bottom - away)
        canvas.field(inside, self.theme.reversed, 7)
        return left + within, top + within, right - within, bottom - within

    def frame(self, canvas: Canvas, box: Box) -> None:
        """Draw a thin frame inside a box, with paper in it."""
        left, top, right, bottom = box
        canvas.field(box, self.on_paper(self.theme.ink), 8)
        inside = (left + 4, top + 4, right - 4, bottom - 4)
        canvas.field(inside, self.theme.reversed, 5)

    def bar(self, canvas: Canvas, box: Box, done: float) -> None:
        """Draw progress as a bar of its own, grey on white."""
        left, top, right, bottom = box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2
        canvas.field(box, self.on_paper(self.theme.bar.edge), 4)
        canvas.box((left, top, right, bottom), self.theme.bar.ground)
        canvas.box((left, top, left + round((right - left) * done), bottom), self.theme.bar.done)

    def stripe(self, canvas: Canvas, box: Box, learned: LearnedStripe) -> None:
        """Draw what was learned before: hatched, and full where it makes all of it acquired."""
        left, top, right, bottom = box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2
        canvas.field(box, self.on_paper(self.theme.bar.edge), 4)
        canvas.box((left, top, right, bottom), self.theme.paper)
        wide = round((right - left) * learned.count / learned.indicators)
        if learned.acquired:
            canvas.box((left, top, left + wide, bottom), self.theme.ink)
        elif wide:
            hatching = draw_hatching(wide, bottom - top)
            canvas.stamp((left, top), hatching, self.on_paper(self.theme.ink))

    def progress(self, canvas: Canvas, box: Box, cell: Cell) -> None:
        """Draw a competence's progress; what is not here is no bar at its end, but a line."""
        left, top, right, bottom = box
        self.bar(canvas, box, cell.covered / cell.indicators)
        if cell.not_here:
            start = right - round((right - left) * cell.not_here / cell.indicators)
            middle = (top + bottom) // 2
            canvas.box((start, top, right, bottom), self.theme.paper)
            canvas.box((start, middle - 2, right, middle + 2), self.theme.bar.edge)
