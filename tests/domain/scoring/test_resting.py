"""How many colours rest on marks from before the period."""

from hypothesis import given

from bot.domain.scoring.resting import Resting, resting_on_old
from tests.domain.scoring.test_asking import AT, OPENED, PROGRAMME, SAID_AT, film_of, films


def test_a_colour_rests_on_old_marks_where_it_would_be_another_without_them():
    old = film_of(1, "vvv") | film_of(2, "xxxx") | film_of(3, "vvvvv")
    new = film_of(3, "vvvv", AT)
    assert resting_on_old(PROGRAMME, old | new, OPENED) == Resting(2, 3)


@given(films)
def test_nothing_rests_on_what_was_all_said_since(marks):
    found = resting_on_old(PROGRAMME, marks, min(SAID_AT))
    assert found.colours == 0
    assert 0 <= resting_on_old(PROGRAMME, marks, OPENED).colours <= found.of
