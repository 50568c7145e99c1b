"""The short form of the canary: some dialogues in a discreet school, each time; -m long has all."""

import pytest

from tests.dialogues.scoring.test_score_typed import (
    test_a_near_name_is_confirmed_never_assumed,
    test_everybody_then_sees_what_they_may,
    test_markup_and_sql_in_a_note_are_only_words,
)

__all__ = [
    "test_a_near_name_is_confirmed_never_assumed",
    "test_everybody_then_sees_what_they_may",
    "test_markup_and_sql_in_a_note_are_only_words",
]


WAYS = ("telegram discreet", "slack discreet")
pytestmark = pytest.mark.parametrize(
    "school", [pytest.param(way, marks=pytest.mark.fake) for way in WAYS], indirect=True
)
