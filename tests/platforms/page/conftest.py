"""The school on the page, for what is tried on it from outside."""

from collections.abc import Iterator

import pytest

from tests.dialogues.page import PageSchool, on_the_page


@pytest.fixture
def page(school_url: str) -> Iterator[PageSchool]:
    """Everybody on the page, each on a device."""
    with on_the_page(school_url) as made:
        yield made
