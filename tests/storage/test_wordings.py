"""What a message said is known again, and only that: an edit may change nothing."""

import pytest
from sqlalchemy import select

from bot.storage.tables import wording
from bot.storage.talking.wordings import StoredWordings
from tests.storage.rows import WHEN

SOURCE = "telegram:1001:7"


@pytest.fixture
def said(engine):
    with engine.begin() as connection:
        yield StoredWordings(connection)


def test_an_edit_is_new_where_a_sign_changed_and_only_there(said):
    said.keep(SOURCE, "jonas 8 all v", WHEN)
    assert not said.change(SOURCE, "jonas 8 all v", WHEN)
    assert said.change(SOURCE, "jonas 8 all x", WHEN)
    assert not said.change(SOURCE, "jonas 8 all x", WHEN)
    assert said.change(SOURCE, "jonas 8 all v", WHEN)


def test_an_edit_of_what_was_never_read_is_new(said):
    assert said.change(SOURCE, "jonas 8 all v", WHEN)
    assert not said.change(SOURCE, "jonas 8 all v", WHEN)


def test_an_original_that_comes_after_its_edit_leaves_the_edit(said):
    said.change(SOURCE, "new", WHEN)
    said.keep(SOURCE, "old", WHEN)
    assert not said.change(SOURCE, "new", WHEN)


@pytest.mark.parametrize("words", ["", "\x00", "\ud800", "😀" * 5000])
def test_no_words_are_kept_whatever_they_are(said, engine, words):
    said.keep(SOURCE, f"secret {words}", WHEN)
    (row,) = said._connection.execute(select(wording)).all()
    assert len(row.digest) == 10
    assert "secret" not in str(row)
