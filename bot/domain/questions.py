"""Questions that a school writes: a scale, a choice or own words, and what is an answer to each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.folding import fold
from bot.domain.languages import LANGUAGES, wording
from bot.domain.numerals import read_number

MOST_QUESTIONS = 60
LONGEST_QUESTION = 400
LONGEST_OPTION = 60
"""Letters of a question, of an option, and of the words at an end of a scale."""

LONGEST_ANSWER = 600
"""Letters of an answer in own words."""

MOST_STEPS = 10
MOST_OPTIONS = 12

Wording = Mapping[str, str]
"""A text by language; '' stands for that of the school's file, where it says none."""

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,2}")


class QuestionKind(StrEnum):
    """How a question is answered; the words are stored, and outlive a version."""

    SCALE = "scale"
    CHOICE = "choice"
    WORDS = "words"


class SheetPurpose(StrEnum):
    """What somebody fills answers in for."""

    QUESTIONNAIRE = "questionnaire"
    INTAKE = "intake"
    """A candidate's answers in an intake."""
    OFFER = "offer"
    """Those of a company that offers a place there."""


@dataclass(frozen=True, slots=True)
class SchoolQuestion:
    """One question of a list, counted from 1.

    `options` are those of a choice, or the words at both ends of a scale, which has so many
    `steps`. One that is `optional` may be left out.
    """

    number: int
    kind: QuestionKind
    texts: Wording
    options: tuple[Wording, ...] = ()
    steps: int = 0
    optional: bool = False

    @property
    def values(self) -> range:
        """The values that an answer may have, from 1; none where it is answered in words."""
        if self.kind is QuestionKind.WORDS:
            return range(0)
        count = self.steps if self.kind is QuestionKind.SCALE else len(self.options)
        return range(1, count + 1)

    def text(self, language: str) -> str:
        """Say it in a language, or in one that it was written in."""
        return wording(self.texts, language)

    def label(self, value: int, language: str) -> str:
        """Say a value: the option of a choice, or the number on a scale."""
        if self.kind is QuestionKind.SCALE:
            return str(value)
        return wording(self.options[value - 1], language)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer to the question with a number: a value from 1, or own words."""

    number: int
    value: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What somebody fills in, or has sent (aware), for one thing of a purpose.

    Of one that is `quiet` no answer is ever shown again, nor kept in what was said in the chat.
    """

    id: int
    organisation_id: int
    person_id: int
    list_id: int
    purpose: SheetPurpose
    for_id: int
    quiet: bool
    sent_at: datetime | None = None


class AnswerTooLong(Exception):
    """An answer in words that is longer than can be read."""


def read_answer(question: SchoolQuestion, said: str, language: str) -> GivenAnswer | None:
    """Read what was typed as an answer; None where it is none. Raises AnswerTooLong.

    An option is said as it is, in the reader's language or any other. A number, in words too, is
    that value of a scale; of a choice it is the place of an option, unless options hold numbers.
    """
    said = said.strip()
    if question.kind is QuestionKind.WORDS:
        if len(said) > LONGEST_ANSWER:
            raise AnswerTooLong
        return GivenAnswer(question.number, words=said) if said else None
    said = said.strip(" .!")
    meant = {value for value, name in _named(question, language) if fold(name) == fold(said)}
    if len(meant) == 1:
        return GivenAnswer(question.number, meant.pop())
    value = _place(question, said)
    return GivenAnswer(question.number, value) if value in question.values else None


def _place(question: SchoolQuestion, said: str) -> int | None:
    """Read a place among the values; None where there is none, or a number may mean an option."""
    if question.kind is QuestionKind.SCALE:
        number = read_number(said)
        return int(number) if number is not None and number.denominator == 1 else None
    numbered = any(char.isdigit() for own in question.options for char in "".join(own.values()))
    return int(said) if _NUMBER.fullmatch(said) and not numbered else None


def _named(question: SchoolQuestion, language: str) -> Iterator[tuple[int, str]]:
    """List by what each value may be called: the ends of a scale are its first and last value."""
    values = question.values
    if question.kind is QuestionKind.SCALE:
        values = range(1, question.steps + 1, max(question.steps - 1, 1))
    for value, texts in zip(values, question.options, strict=False):
        for spoken in (language, *LANGUAGES):
            yield value, wording(texts, spoken)


def is_answer(question: SchoolQuestion, given: GivenAnswer) -> bool:
    """Say whether an answer fits a question."""
    if question.kind is QuestionKind.WORDS:
        return given.value is None and 0 < len(given.words) <= LONGEST_ANSWER
    return given.value in question.values and not given.words


def list_missing(questions: Sequence[SchoolQuestion], given: Sequence[GivenAnswer]) -> list[int]:
    """List the numbers of what has to be answered and was not."""
    answered = {answer.number for answer in given}
    return [
        question.number
        for question in questions
        if not question.optional and question.number not in answered
    ]


def same_question(first: SchoolQuestion, second: SchoolQuestion) -> bool:
    """Say whether two lists ask the same there: the same words in any language."""
    said = {bare(text) for text in first.texts.values()}
    return any(bare(text) in said for text in second.texts.values())


def bare(text: str) -> str:
    """Leave of a text its letters and digits, folded: 'No!' says what 'no' does."""
    return " ".join(_WORD.findall(fold(text)))
