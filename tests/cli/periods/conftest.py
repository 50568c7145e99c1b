"""A school of which two photos were taken: once, by the commands, and copied for each test."""

import pytest

from tests.cli.conftest import Once, Run
from tests.cli.periods.test_periods import photograph


@pytest.fixture
def photographed(school: Run, once: Once) -> Run:
    """Two periods with a photo each, between which a colour changed."""
    once("photographed", lambda: photograph(school))
    return school
