"""What people are called abroad, and how that is told apart from what is kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import fold
from bot.domain.languages import LANGUAGES
from bot.domain.school.code_words import CODE_WORDS, hand_out_words, propose_words
from bot.domain.school.names import called_in_school
from bot.domain.school.naming import (
    LEFT_OUT,
    Naming,
    PersonName,
    as_json,
    going_abroad,
    in_full,
    kept_mark,
    openly,
    read_name,
    read_words,
    staying_home,
    understood,
    with_names,
)
from handlers.routes import TABLE
from handlers.talking.meaning.words import KEYWORDS, LETTERS

DISCREET = f"Jonas Peeters{kept_mark(Naming.DISCREET)}fluit"
FIRST = f"Jonas Peeters{kept_mark(Naming.FIRST_NAMES)}Jonas"


def test_a_name_is_read_as_it_is_said_where_it_is_read():
    assert read_name("Jonas Peeters") == "Jonas Peeters"
    assert read_name(DISCREET) == "Jonas Peeters"
    with going_abroad() as abroad:
        assert (read_name(DISCREET), read_name(FIRST)) == ("fluit", "Jonas")
        with staying_home():
            assert read_name(DISCREET) == "Jonas Peeters"
        assert read_name(DISCREET) == "fluit"
    assert abroad.names == {"Jonas Peeters": "fluit"}
    assert abroad.discreet
    assert read_name(DISCREET) == "Jonas Peeters"


def test_a_school_that_says_first_names_is_not_discreet():
    with going_abroad() as abroad:
        read_name(FIRST)
    assert not abroad.discreet


def test_what_is_stored_is_the_name_and_the_words():
    with going_abroad():
        name, words = read_name(DISCREET), read_words(f"too fast{kept_mark(Naming.DISCREET)}")
        assert (str(name), str(words)) == ("fluit", LEFT_OUT)
        assert (in_full(name), in_full(words)) == ("Jonas Peeters", "too fast")
        kept = json.loads(as_json({"of": [name, {"words": words}], "n": 3}))
    assert kept == {"of": ["Jonas Peeters", {"words": "too fast"}], "n": 3}


def test_somebody_is_understood_by_all_that_they_may_be_called():
    assert understood(read_name(DISCREET)) == ("Jonas Peeters", "fluit")
    with going_abroad():
        assert understood(read_name(DISCREET)) == ("fluit", "Jonas Peeters")
        assert with_names("fluit · 6E") == "Jonas Peeters · 6E"
    assert understood("Jonas Peeters") == ("Jonas Peeters",)


def test_whom_to_turn_to_in_danger_is_said_by_name():
    with going_abroad() as abroad:
        assert openly(read_name(DISCREET)) == "Jonas Peeters"
    assert abroad.open == {"Jonas Peeters"}


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (["Jonas Peeters", "Noor Aziz"], ["Jonas", "Noor"]),
        (["Jonas Peeters", "Jonas Maes"], ["Jonas P.", "Jonas M."]),
        (["Jonas Peeters", "Jonas Pauwels", "Noor Aziz"], ["Jonas Pe.", "Jonas Pa.", "Noor"]),
        (["jonas Peeters", "Jonas Maes"], ["jonas P.", "Jonas M."]),
        (["Peeters, Jonas", "MAES Jonas"], ["Jonas P.", "Jonas M."]),
        (["Jonas Peeters", "Jonas Peeters"], ["Jonas Peeters", "Jonas Peeters"]),
        (["Jonas Pe", "Jonas Peeters"], ["Jonas Pe", "Jonas Pe."]),
        (["Cher", "Cher Claes"], ["Cher", "Cher C."]),
        ([], []),
    ],
)
def test_two_of_one_first_name_get_as_much_more_as_it_takes(names, called):
    assert called_in_school(names) == called


@given(st.lists(st.sampled_from(["Jo Ba", "Jo Bo", "Jo Bob", "An Ba", "An", "Wu"]), unique=True))
def test_nobody_is_called_like_another(names):
    called = called_in_school(names)
    assert len({name.casefold() for name in called}) == len(names)


def test_each_language_has_code_words_that_are_typed_as_they_stand():
    assert set(CODE_WORDS) >= set(LANGUAGES)
    for words in CODE_WORDS.values():
        listed = words.split()
        assert len(listed) == len({*listed}) >= 100
        assert all(word.isalpha() and word == fold(word) and len(word) > 2 for word in listed)


def test_no_code_word_is_typed_for_anything_else():
    taken = {word for forms in KEYWORDS.values() for form in forms for word in form.split()}
    taken |= {*LETTERS, *TABLE.commands}
    taken |= {word for command in TABLE.commands.values() for word in command.words.known()}
    assert not {word for words in CODE_WORDS.values() for word in words.split()} & taken


def test_a_school_larger_than_the_list_gets_two_words_together():
    taken: set[str] = set()
    for _person in range(900):
        taken.add(next(propose_words("nl", taken)))
    assert len(taken) == 900
    assert sum("-" in word for word in taken) == 900 - len(CODE_WORDS["nl"].split())


def test_words_handed_out_together_are_those_handed_out_one_by_one():
    starts = [number * 37 for number in range(600)]
    one_by_one = {"appel", "fluit"}
    for start in starts:
        one_by_one.add(next(propose_words("nl", one_by_one, start)))
    together = {"appel", "fluit"}
    given = list(hand_out_words("nl", together, starts))
    assert len(given) == len({*given}) == 600
    assert together == one_by_one


def test_no_code_word_is_part_of_somebodys_name():
    assert "fluit" not in {next(propose_words("nl", {"fluit"})), *propose_words("nl", {"fluit"})}


def test_a_name_is_a_string_wherever_one_is_wanted():
    name = PersonName("fluit", "Jonas Peeters", "fluit")
    assert name == "fluit"
    assert f"{name}" == "fluit"
    assert name.upper() == "FLUIT"
