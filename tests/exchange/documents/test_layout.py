"""What a document looks like: told apart without colours, and within its paper."""

from itertools import pairwise

import pytest

from bot.domain.scoring.colours import Colour
from bot.messages import DocumentCell
from tests.exchange.documents.opened import Opened
from tests.exchange.documents.samples import one_table

SCALE = 6


def fields(document, scale=SCALE):
    """What is drawn in the cells of a document, each cut out of the page without colours."""
    opened = Opened(document)
    sheet = opened.printed(scale=scale)
    for element in opened.structure:
        if element.role == "/Figure":
            left, low, right, high = (float(side) * scale for side in element.attribute("/BBox"))
            yield sheet.crop(
                (int(left), int(sheet.height - high), int(right), int(sheet.height - low))
            )


def test_in_grey_a_disc_fills_with_what_was_acquired():
    filled = []
    for field in fields(one_table(*((DocumentCell(colour=colour),) for colour in Colour))):
        side = field.height
        disc = field.crop((field.width - side, side // 5, field.width - side // 5, side * 4 // 5))
        ground = field.getpixel((field.width // 2, field.height // 2))
        apart = sum(count for count, shade in disc.getcolors(256) if abs(shade - ground) > 60)
        filled.append(apart / (disc.width * disc.height))
    assert len(filled) == len(Colour)
    assert all(after > before * 1.1 for before, after in pairwise(filled)), filled


def test_a_bar_is_as_full_as_what_has_come_up():
    cells = [(DocumentCell(progress=(done, 4)),) for done in range(5)]
    shares = []
    for field in fields(one_table(*cells)):
        middle = [field.getpixel((x, field.height // 2)) for x in range(field.width * 9 // 10)]
        shares.append(sum(shade < 128 for shade in middle) / len(middle))
    assert all(after - before > 0.15 for before, after in pairwise(shares)), shares


LONG_WORDS = [
    "x" * 90,
    "1" * 90,
    "Bekabelingsinstallatieverantwoordelijkheidsverzekering" * 2,
    "漢" * 90,
]


@pytest.mark.parametrize("word", LONG_WORDS)
@pytest.mark.parametrize("widths", [(1, 1), (1, 7)])
def test_a_long_word_is_broken_within_its_column(word, widths):
    opened = Opened(one_table((DocumentCell(word), DocumentCell("|")), widths=widths), "nl")
    letters = opened.letters()
    (border,) = (left for letter, left, _right in letters if letter == "|")
    column = [right for letter, left, right in letters if letter in word and left < border]
    assert len(column) >= len(word)
    assert max(column) <= border


@pytest.mark.parametrize("students", [25, 30])
def test_a_class_fits_on_its_paper(students):
    names = tuple(f"Wilhelmina Vanderstraeten-De Keersmaecker {at}" for at in range(students))
    cells = tuple(DocumentCell(colour=tuple(Colour)[at % 5]) for at in range(students))
    table = one_table((DocumentCell("1 Wires"), *cells), widths=(10, *(1 for _name in names)))
    opened = Opened(table)
    assert {"G", "R", "O", "L", "D"} <= {letter for letter, _left, _right in opened.letters()}


def test_what_is_longer_than_a_page_goes_on_and_a_row_that_is_not_stays_together():
    long = "All that was said of it. " * 400
    rows = [(DocumentCell(f"{at}."), DocumentCell("a\nb\nc\nd")) for at in range(1, 40)]
    opened = Opened(one_table((DocumentCell("0."), DocumentCell(long)), *rows))
    assert " ".join(opened.text.split()).count("of it.") == 400
    firsts = [text.splitlines()[1] for text in opened.texts]
    of_rows = [first for first in firsts[1:] if "said" not in first]
    assert len(of_rows) > 1
    assert all(first.split()[0] == f"{int(float(first.split()[0]))}." for first in of_rows)
