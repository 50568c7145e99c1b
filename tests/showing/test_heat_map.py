"""The order in which a class heat map shows patterns."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.scoring.colours import Colour
from bot.messages import HeatMapPicture, HeatMapRow
from bot.showing.heat_map import acquired, arranged
from tests.pictures.samples import EVERY, colours


def test_what_needs_attention_comes_first():
    seen = arranged(EVERY["heat_map"])
    assert [row.number for row in seen.rows] == [9, 10, 3, 12]
    assert [name.split()[0] for name in seen.students] == ["Шевченко", "Zoë", "Ελένη", "Łukasz"]
    assert seen.rows[2].colours == colours("DODL")


def test_who_has_acquired_a_competence_is_counted():
    assert [acquired(row) for row in EVERY["heat_map"].rows] == [3, 0, 2, 4]


@st.composite
def maps(draw):
    count = draw(st.integers(0, 6))
    students = tuple(f"student {number}" for number in range(count))
    fields = st.tuples(*[st.sampled_from(Colour)] * count)
    rows = draw(st.lists(st.tuples(fields, st.booleans()), max_size=6))
    return HeatMapPicture(
        "6A", students, tuple(HeatMapRow(n, "t", *row) for n, row in enumerate(rows))
    )


@given(maps())
def test_an_order_keeps_every_field_and_is_settled(picture):
    def fields(picture):
        return {
            (row.number, name, colour, row.gap)
            for row in picture.rows
            for name, colour in zip(picture.students, row.colours, strict=True)
        }

    assert fields(arranged(picture)) == fields(picture)
    assert arranged(arranged(picture)) == arranged(picture)
