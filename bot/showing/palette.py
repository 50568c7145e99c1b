"""The five colours as they are drawn, each with the ink that is read on it.

A test computes what they promise: WCAG AA for every ink, and a distance between any two that
protanopia, deuteranopia and tritanopia leave standing. The web page uses the same ones.
"""

from enum import StrEnum
from typing import NamedTuple

from bot.domain.scoring.colours import Colour


class Scheme(StrEnum):
    """On which ground somebody reads."""

    LIGHT = "light"
    DARK = "dark"


class Paint(NamedTuple):
    """An ink on a ground, each as '#rrggbb'."""

    ink: str
    ground: str


_ON_ANY_GROUND = {
    Colour.RED: Paint("#ffffff", "#d92d20"),
    Colour.ORANGE: Paint("#2a1800", "#fda31b"),
    Colour.LIGHT_GREEN: Paint("#0a2a14", "#a9eda9"),
}
COLOUR_PAINT = {
    Scheme.LIGHT: {
        Colour.GREY: Paint("#27303c", "#cdd2da"),
        **_ON_ANY_GROUND,
        Colour.DARK_GREEN: Paint("#ffffff", "#0c5545"),
    },
    # In the dark nothing that was said is as dark as what was not.
    Scheme.DARK: {
        Colour.GREY: Paint("#d3dae4", "#3a4452"),
        **_ON_ANY_GROUND,
        Colour.DARK_GREEN: Paint("#ffffff", "#127a62"),
    },
}


class Bar(NamedTuple):
    """Progress: a bar of its own, grey on white; in the dark what is done is what shines."""

    ground: str
    done: str
    edge: str


BAR_PAINT = {
    Scheme.LIGHT: Bar("#ffffff", "#68727f", "#9aa5b3"),
    Scheme.DARK: Bar("#262e3a", "#dfe5ec", "#566274"),
}
