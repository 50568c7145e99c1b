"""Documents anywhere: what a cell shows in words, and whether pages can be written here at all."""

from importlib.util import find_spec

from bot.domain.scoring.colours import Colour
from bot.messages import DocumentCell, Sayable, Text, _, colon, words
from bot.showing.finding import grown_words
from bot.showing.words.counts import progress_words
from bot.showing.words.scores.colours import COLOUR_MEANING

WRITER = "typst"
"""The library that writes pages: an extra of the installation, since it is large."""


GROWTH_SIGN = {"▲": _("deeper"), "+": _("broader"), "▼": _("back")}
"""The signs of growth, in the order in which a cell counts it, each with what it means."""


def why_no_pages() -> Text | None:
    """Say why no pages can be made here, and what is to be done; None where they can be."""
    if find_spec(WRITER):
        return None
    return _(
        "Pages to print cannot be made here: what writes them is not installed. Whoever runs "
        "Kompaan adds it with 'make pages', or installs kompaan[pages]."
    )


def cell_words(cell: DocumentCell) -> Sayable | None:
    """Say what is drawn in a cell, in words; None where there is nothing but words."""
    came = words(*map(_colour_or_none, cell.before), by=", ") if cell.before else None
    progress = progress_words(cell.colour or Colour.RED, *cell.progress) if cell.progress else None
    counted = zip(reversed(cell.tally), reversed(Colour), strict=True) if cell.tally else ()
    said = words(
        *(words(colon(count), COLOUR_MEANING[colour]) for count, colour in counted if count),
        COLOUR_MEANING[cell.colour] if cell.colour else None,
        progress,
        *(grown_words(*cell.growth) if cell.growth else ()),
        _("before: {colours}", colours=came) if came else None,
        by=", ",
    )
    return said if said.parts else None


def _colour_or_none(colour: Colour | None) -> Sayable:
    return COLOUR_MEANING[colour] if colour else _("no photo")
