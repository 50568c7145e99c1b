"""The page of real people on a running server, for a browser to look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.page.opened import OwnPage, own_page


@pytest.fixture
def page(school_url: str, tmp_path: Path) -> Iterator[OwnPage]:
    """Behind a prefix, as a proxy may leave it: every address of the page holds there as well."""
    with own_page(school_url, tmp_path, "/kompaan") as made:
        yield made
