"""The two themes, dark and light: one drawing style in two sets of colours."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.scoring.colours import Colour
from bot.showing.palette import BAR_PAINT, COLOUR_PAINT, Bar, Paint, Scheme


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture, each as '#rrggbb'."""

    paper: str
    ink: str
    soft: str
    line: str
    tint: str
    workplace: Paint
    campus: Paint
    colours: Mapping[Colour, Paint]
    bar: Bar

    @property
    def reversed(self) -> Paint:
        """The paper as an ink, on a ground of the ink."""
        return Paint(self.paper, self.ink)


THEMES = {
    Scheme.LIGHT: Theme(
        paper="#ffffff",
        ink="#17202e",
        soft="#566274",
        line="#dbe1ea",
        tint="#fff1cc",
        workplace=Paint("#06222a", "#1098ad"),
        campus=Paint("#ffffff", "#5f3dc4"),
        colours=COLOUR_PAINT[Scheme.LIGHT],
        bar=BAR_PAINT[Scheme.LIGHT],
    ),
    Scheme.DARK: Theme(
        paper="#161c26",
        ink="#e7ecf3",
        soft="#9eacbf",
        line="#2a3444",
        tint="#54481a",
        workplace=Paint("#06222a", "#2cc0d6"),
        campus=Paint("#ffffff", "#7554dd"),
        colours=COLOUR_PAINT[Scheme.DARK],
        bar=BAR_PAINT[Scheme.DARK],
    ),
}
