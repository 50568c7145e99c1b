"""The questions in a school's file: a scale, a choice or own words, in one language or several.

A text is written as it is, or as a table by language: `text = "…"`, or `text = { nl = "…" }`.
"""

from collections.abc import Mapping
from typing import TypeVar

from bot.domain.folding import fold
from bot.domain.importing.drafts import tidy
from bot.domain.languages import LANGUAGES
from bot.domain.manner import ADDRESSED
from bot.domain.questions import (
    LONGEST_OPTION,
    LONGEST_QUESTION,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    MOST_STEPS,
    QuestionKind,
    SchoolQuestion,
    Wording,
)
from bot.exchange.reading.shapes import FileSection
from bot.messages import Text, _

USUAL_STEPS = 5

_LANGUAGES = (*LANGUAGES, *ADDRESSED)
_KEYS = {
    QuestionKind.SCALE: ("low", "high", "steps"),
    QuestionKind.CHOICE: ("options",),
    QuestionKind.WORDS: (),
}
T = TypeVar("T")


def read_questions(top: FileSection, key: str = "question") -> tuple[SchoolQuestion, ...]:
    """Read the list of questions under a key, numbered from 1. Raises Refused."""
    found = tuple(_question(section, number) for number, section in enumerate(top.tables(key), 1))
    if not found:
        raise top.refused(_("there is no [[{name}]] in it", name=key))
    if len(found) > MOST_QUESTIONS:
        raise top.refused(_("it has more than {most} questions", most=MOST_QUESTIONS))
    return found


def read_wording(section: FileSection, key: str, longest: int) -> Wording:
    """Read a text of a section, in one language or by language. Raises Refused."""
    if not isinstance(section.values.get(key), Mapping):
        texts = {"": section.text(key)}
    else:
        table = section.table(key)
        table.only(*_LANGUAGES)
        texts = {language: table.text(language) for language in table.values}
    return _checked(section, f"{section.where}.{key}" if section.where else key, texts, longest)


def _question(section: FileSection, number: int) -> SchoolQuestion:
    kind = _kind(section)
    section.only("kind", "text", "optional", *_KEYS[kind])
    texts = read_wording(section, "text", LONGEST_QUESTION)
    optional = section.flag("optional")
    if kind is QuestionKind.WORDS:
        return SchoolQuestion(number, kind, texts, optional=optional)
    if kind is QuestionKind.SCALE:
        ends = tuple(read_wording(section, end, LONGEST_OPTION) for end in ("low", "high"))
        return SchoolQuestion(number, kind, texts, ends, _steps(section), optional)
    return SchoolQuestion(number, kind, texts, _options(section), optional=optional)


def _kind(section: FileSection) -> QuestionKind:
    value = section.text("kind")
    if value not in tuple(QuestionKind):
        known = ", ".join(QuestionKind)
        place = f"{section.where}.kind"
        raise section.refused(_("{place} is none of these: {known}", place=place, known=known))
    return QuestionKind(value)


def _steps(section: FileSection) -> int:
    steps = section.number("steps", USUAL_STEPS)
    if not 2 <= steps <= MOST_STEPS:
        place = f"{section.where}.steps"
        raise section.refused(_("{place} is from 2 to {most}", place=place, most=MOST_STEPS))
    return steps


def _options(section: FileSection) -> tuple[Wording, ...]:
    place = f"{section.where}.options"
    listed = section.values.get("options")
    if isinstance(listed, list) and listed and isinstance(listed[0], Mapping):
        options = []
        for table in section.tables("options"):
            table.only(*_LANGUAGES)
            texts = {language: table.text(language) for language in table.values}
            options.append(_checked(section, table.where, texts, LONGEST_OPTION))
    else:
        options = [
            _checked(section, f"{place}[{at}]", {"": text}, LONGEST_OPTION)
            for at, text in enumerate(section.texts("options"), 1)
        ]
    if not 2 <= len(options) <= MOST_OPTIONS:
        raise section.refused(_("{place} has 2 to {most}", place=place, most=MOST_OPTIONS))
    for language in {language for option in options for language in option}:
        said = [fold(option.get(language, "")) for option in options]
        if len({*said}) < len(said):
            raise section.refused(_("{place} has the same twice, or misses one", place=place))
    return tuple(options)


def _checked(section: FileSection, place: str, texts: Mapping[str, str], longest: int) -> Wording:
    tidied = {language: tidy(text) for language, text in texts.items()}
    if not tidied or not all(0 < len(text) <= longest for text in tidied.values()):
        problem: Text = _("{place} has 1 to {longest} characters", place=place, longest=longest)
        raise section.refused(problem)
    return tidied
