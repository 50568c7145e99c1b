"""The shorthand never raises anything but Misread, whatever is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.frameworks import Competence, Indicator
from handlers.scoring.marks import read_marks
from handlers.talking.meaning.shorthand import (
    complaint,
    read_line,
    reads_as_prose,
)
from handlers.talking.meaning.tokens import Misread, tokens_of

TEN = Competence(1, 10, "Lays", tuple(Indicator(n, n, f"i{n}") for n in range(1, 14)))
pieces = st.sampled_from(
    [
        "jonas",
        "10",
        "10.3",
        "10:",
        "all",
        "v",
        "xlv",
        "r",
        "3x",
        "1-4v",
        '"note',
        '"',
        "-",
        "99",
        ",",
        "“",
        "”",
        "same",
        "today",
        "vvlvxvvvvlvvv",
        "é",
        "😀",
        "10.",
        ".",
        "1-",
        "n",
        "0",
    ]
)
lines = st.one_of(st.lists(pieces, max_size=8).map(" ".join), st.text(max_size=60))


@given(lines)
def test_anything_typed_is_read_or_refused_with_its_place(text):
    misread = None
    try:
        line = read_line(text)
        for part in line.parts:
            said = read_marks(part, TEN)
            assert all(TEN.indicator(number) for number in said.marks)
            assert all(number is None or TEN.indicator(number) for number in said.notes)
    except Misread as found:
        misread = found
    if misread is not None:
        assert complaint(text, misread)
        place = misread.token
        assert place is None or 0 <= place.start <= place.end <= len(text)


@given(st.lists(st.sampled_from("xlv-"), min_size=13, max_size=13))
def test_a_marks_string_is_read_letter_by_letter(letters):
    (part,) = read_line(f"jonas 10 {''.join(letters)}").parts
    said = read_marks(part, TEN)
    read = [str(said.marks[n][0]).lower() if n in said.marks else "-" for n in range(1, 14)]
    assert read == letters


@given(st.text(max_size=40))
def test_tokens_stand_where_they_say(text):
    try:
        tokens = tokens_of(text)
    except Misread:  # a quote that is not closed
        tokens = []
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Today I bent ten pipes for the stairs", True),
        ("Vandaag boog ik 10 buizen", True),
        ("It went well", False),
        ("today 10.1 10.2 10.7", False),
        ("jonas 8 all v 3x", False),
        ("10.3 l needs more of it", False),
        ("/report jonas of last week", False),
    ],
)
def test_what_is_told_is_told_from_scores(text, prose):
    assert reads_as_prose(text) is prose
