"""Each column that one's own data shows has a heading: a page without one could not be made."""

import pytest

from bot.showing.own_data.headings import HEADINGS
from bot.showing.own_data.views import VIEWS


@pytest.mark.parametrize("table", VIEWS)
def test_every_column_that_is_shown_has_a_heading(table: str):
    assert [column for column in VIEWS[table].columns if column not in HEADINGS] == []
