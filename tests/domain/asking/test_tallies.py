"""What is counted of answers without a name, and what of it tells nobody's answer."""

from collections import Counter
from itertools import combinations_with_replacement, permutations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asking.tallies import FEWEST, Tally, add_sheet, freeze, tells_nobody
from bot.domain.questions import GivenAnswer, QuestionKind, SchoolQuestion
from bot.domain.school.naming import WithheldWords, in_full

SCALE = SchoolQuestion(1, QuestionKind.SCALE, {"": "How?"}, ({"": "bad"}, {"": "good"}), steps=3)
WORDS = SchoolQuestion(2, QuestionKind.WORDS, {"": "Why?"}, optional=True)


def counted(answers):
    return {value: answers.count(value) for value in (1, 2, 3)}


def test_from_what_is_shown_not_even_one_of_them_knows_what_another_said():
    # Everybody tries: whoever knows their own answer and the counts lists what the others may have
    # said. Where that is one thing for anybody, the counts are not shown.
    for number in range(1, 7):
        for answers in combinations_with_replacement((1, 2, 3), number):
            known = False
            for own in set(answers):
                others = list(answers)
                others.remove(own)
                ways = {*permutations(others)}
                known |= any(len({way[place] for way in ways}) == 1 for place in range(len(others)))
            shown = tells_nobody(counted(answers))
            assert shown == (not known and number >= FEWEST), answers


def test_the_order_is_that_of_the_words_where_they_are_left_out_too():
    # Abroad, a discreet school's words are all shown alike: they must not stay as they came.
    came = [WithheldWords("…", full) for full in ("c", "a", "b")]
    tally = Tally()
    for words in came:
        tally = add_sheet(tally, [GivenAnswer(2, words=words)])
    assert [in_full(words) for words in tally.words[2]] == ["a", "b", "c"]


def test_examples():
    assert not tells_nobody({1: 5, 2: 0, 3: 0})  # what each said
    assert not tells_nobody({1: 4, 2: 1, 3: 0})  # the one who said 2 knows all others
    assert tells_nobody({1: 3, 2: 2, 3: 0})
    assert tells_nobody({1: 3, 2: 1, 3: 1})
    assert not tells_nobody({1: 2, 2: 2, 3: 0})  # four


SHEETS = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(["", "more time", "less noise"])), max_size=9
)


def tally_of(sheets):
    tally = Tally()
    for value, words in sheets:
        given_here = [GivenAnswer(1, value)]
        if words:
            given_here.append(GivenAnswer(2, words=words))
        tally = add_sheet(tally, given_here)
    return tally


@given(SHEETS, st.randoms())
def test_the_order_in_which_sheets_came_is_lost(sheets, random):
    shuffled = [*sheets]
    random.shuffle(shuffled)
    one, other = tally_of(sheets), tally_of(shuffled)
    assert one == other
    assert [*one.counts.items()] == [*other.counts.items()]
    assert [*one.words.items()] == [*other.words.items()]


@given(SHEETS)
def test_what_is_frozen_is_what_may_be_shown_and_no_more(sheets):
    frozen = freeze(tally_of(sheets), [SCALE, WORDS])
    if len(sheets) < FEWEST:
        assert frozen is None
        return
    assert frozen is not None
    assert frozen.sheets == len(sheets)
    values = [value for value, _words in sheets]
    shown = {value: frozen.counts.get((1, value), 0) for value in (1, 2, 3)}
    assert shown == (counted(values) if tells_nobody(counted(values)) else dict.fromkeys(shown, 0))
    said = sorted(words for _value, words in sheets if words)
    assert [*frozen.words.get(2, [])] == (said if tells_nobody(Counter(said)) else [])


def words_shown(*said):
    frozen = freeze(tally_of([(1, words) for words in said]), [SCALE, WORDS])
    assert frozen is not None
    return [*frozen.words.get(2, [])]


def test_words_that_are_the_same_are_one_answer():
    assert words_shown("no", "No.", "no!", "NO", " no ") == []  # what each said
    assert words_shown("no", "No.", "no!", "NO", "yes") == []  # the one who said yes knows
    assert len(words_shown("no", "No.", "no!", "yes", "yes")) == 5
    assert len(words_shown("no", "a", "b", "c", "d")) == 5
    assert words_shown("-", "--", "…", "?", "!") == []
