"""Questions of a school, and what is read as an answer to each."""

import pytest

from bot.domain.questions import (
    LONGEST_ANSWER,
    AnswerTooLong,
    GivenAnswer,
    QuestionKind,
    SchoolQuestion,
    is_answer,
    list_missing,
    read_answer,
    same_question,
)

SCALE = SchoolQuestion(
    1,
    QuestionKind.SCALE,
    {"nl": "Hoe?", "en": "How?"},
    ({"nl": "slecht", "en": "bad"}, {"nl": "goed", "en": "good"}),
    steps=5,
)
CHOICE = SchoolQuestion(
    2,
    QuestionKind.CHOICE,
    {"": "Waar?"},
    ({"nl": "op school", "en": "at school"}, {"nl": "op het werk", "en": "at work"}),
)
WORDS = SchoolQuestion(3, QuestionKind.WORDS, {"": "Waarom?"}, optional=True)


@pytest.mark.parametrize(
    ("question", "said", "value"),
    [
        (SCALE, "4", 4),
        (SCALE, " 5. ", 5),
        (SCALE, "goed", 5),
        (SCALE, "BAD", 1),
        (SCALE, "6", None),
        (SCALE, "0", None),
        (SCALE, "4 or 5", None),
        (SCALE, "so so", None),
        (CHOICE, "2", 2),
        (CHOICE, "At School", 1),
        (CHOICE, "op het werk", 2),
        (CHOICE, "3", None),
        (CHOICE, "school", None),
    ],
)
def test_a_value_is_typed_by_its_number_or_its_words(question, said, value):
    read = read_answer(question, said, "nl")
    assert read == (GivenAnswer(question.number, value) if value else None)


def test_words_are_taken_as_they_are_and_not_too_long():
    assert read_answer(WORDS, " Meer tijd ", "nl") == GivenAnswer(3, words="Meer tijd")
    assert read_answer(WORDS, "  ", "nl") is None
    assert read_answer(WORDS, "x" * LONGEST_ANSWER, "nl")
    with pytest.raises(AnswerTooLong):
        read_answer(WORDS, "x" * (LONGEST_ANSWER + 1), "nl")


def test_an_answer_fits_its_question():
    assert is_answer(SCALE, GivenAnswer(1, 5))
    assert not is_answer(SCALE, GivenAnswer(1, 6))
    assert not is_answer(SCALE, GivenAnswer(1, None, "goed"))
    assert not is_answer(WORDS, GivenAnswer(3, 1))
    assert not is_answer(CHOICE, GivenAnswer(2, 2, "en meer"))


DAYS = SchoolQuestion(4, QuestionKind.CHOICE, {"": "Days?"}, ({"": "0"}, {"": "1"}, {"": "2 or 3"}))


@pytest.mark.parametrize(
    ("question", "said", "value"),
    [
        (DAYS, "1", 2),
        (DAYS, "0", 1),
        (DAYS, "2", None),
        (DAYS, "3", None),
        (DAYS, "2 or 3", 3),
        (SCALE, "vier", 4),
        (SCALE, "quatre!", 4),
        (SCALE, "tien", None),
    ],
)
def test_numbers_are_what_an_option_says_before_its_place(question, said, value):
    expected = None if value is None else GivenAnswer(question.number, value)
    assert read_answer(question, said, "nl") == expected


def test_what_is_missing_and_what_is_the_same():
    assert list_missing([SCALE, CHOICE, WORDS], [GivenAnswer(1, 4)]) == [2]
    assert list_missing([SCALE, CHOICE, WORDS], [GivenAnswer(1, 4), GivenAnswer(2, 1)]) == []
    assert same_question(SCALE, SchoolQuestion(7, QuestionKind.WORDS, {"": "HOE?"}))
    assert same_question(SCALE, SchoolQuestion(7, QuestionKind.WORDS, {"": "Hoe…!"}))
    assert not same_question(SCALE, CHOICE)


def test_it_is_said_in_the_reader_s_language_or_in_one_that_there_is():
    assert SCALE.text("nl") == "Hoe?"
    assert SCALE.text("fr") == "How?"
    assert CHOICE.text("fr") == "Waar?"
    assert CHOICE.label(1, "nl") == "op school"
    assert SCALE.label(4, "nl") == "4"
