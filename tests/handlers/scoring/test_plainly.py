"""A line in plain words is read only where every word of it is accounted for."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school.tracks import Role, Track
from handlers.scoring.typing.plainly import may_be_plain, read_plain

AMONG = [
    Track(at, at, name, 1, 1, "6A", frozenset({Role.MENTOR}), (), name.split()[0], name)
    for at, name in enumerate(("Jonas Peeters", "Noor Aziz"), start=1)
]
plain_lines = st.sampled_from(
    [
        "nee noor 8.2 moest l zijn", "8.3 kan hij al alleen", "jonas en noor 8.1 v",
        "iedereen 8.1 zelfstandig", "jonas heeft vandaag 8.1 en 8.2 gedaan", "8.2 nog niet",
        "no, jonas 8.2 should be x", "je voulais dire v pour 8.3", "nein, 8.3 sollte x sein",
        "jonas 10 alles met hulp behalve 3",
    ]
)  # fmt: skip
unknown = st.sampled_from(["misschien", "nauwelijks", "karim", "almost", "presque", "kaum", "eh?"])


@given(plain_lines)
def test_a_plain_line_is_read_with_capitals_and_a_stop(text):
    written = f"{text.capitalize()}."
    assert may_be_plain(written)
    assert read_plain(written, AMONG) == read_plain(text, AMONG) is not None


@given(plain_lines, unknown, st.data())
def test_a_word_that_nobody_knows_makes_it_none(text, word, data):
    words = text.split()
    words.insert(data.draw(st.integers(0, len(words))), word)
    assert read_plain(" ".join(words), AMONG) is None
