"""Whatever a text says to type is read when it is typed, in each language, on any phone."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from babel.messages.pofile import read_po

from bot.domain.evaluating.exact import read_points
from bot.domain.evaluating.workplace_rule import read_weights
from bot.domain.languages import LANGUAGES
from handlers.agreeing.agreements.asked import WeeklyHoursOffered
from handlers.agreeing.agreements.hours import mean_hours
from handlers.agreeing.agreements.taps import SayHours
from handlers.matching.taking_in import read_place
from handlers.planning.training_plans.typing import fits_draft, read_moves
from handlers.talking.meaning.ahead import read_ahead
from handlers.talking.meaning.dates import read_day
from handlers.talking.meaning.near_days import named_days, reaches
from handlers.talking.meaning.words import NOT_HERE, keyword_of
from handlers.talking.moments.until import read_until
from handlers.talking.typed_taps import says
from tests.databases import SchoolOn
from tests.dialogues.conftest import speaking
from tests.dialogues.plain.taught import (
    TAUGHT,
    Taught,
    behind_colon,
    pattern,
    quoted,
    say,
    spellings,
    text_of,
    texts,
)
from tests.dialogues.school import School
from tools.labels import button_labels
from tools.reviewing import LOCALES, forms

SchoolIn = Callable[[str], AbstractContextManager[School]]
NOW = datetime(2026, 10, 14, 10, 0, tzinfo=UTC)
TODAY = date(2026, 10, 14)
OTHERS = tuple(language for language in LANGUAGES if language != "en")


@pytest.fixture
def school_in(school_on: SchoolOn) -> SchoolIn:
    """Make a school in a language, as often as it is asked for."""
    return lambda language: speaking(language, school_on, "sqlite")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("taught", TAUGHT, ids=lambda taught: taught.key[:40])
def test_what_a_text_says_to_type_is_taken(school_in: SchoolIn, language: str, taught: Taught):
    examples = taught.examples(language)
    assert len(examples) == len(taught.takes), examples
    for at, example in enumerate(examples):
        for typed in dict.fromkeys(spellings(example)):
            with school_in(language) as school:
                taught.scene(school)
                for before in examples[:at] if taught.in_turn else ():
                    school.say(taught.who, before)
                answer = school.text(taught.who, typed).replace("\u00a0", " ")
            assert re.search(pattern(language, taught.takes[at]), answer), (typed, answer)


def days_in(text: str) -> list[str]:
    return re.findall(r"[\w/]+ \d{1,2}(?:[:hu]\d{2}|u)", text)


def dates_in(text: str) -> list[str]:
    return re.findall(r"\d{1,2}\.? \w+", text)


def whole_dates_in(text: str) -> list[str]:
    return re.findall(r"\d{1,2}/\d{1,2}/\d{4}", text)


READ: tuple[tuple[str, Callable[[str], list[str]], Callable[[str], object]], ...] = (
    (
        "I need a day and a time to come, such as Friday 15:00 or 18/12/2026 16h30.",
        days_in,
        lambda typed: read_ahead(typed, NOW),
    ),
    (
        "When is the talk? Type a day and a time, such as Friday 15:00 or 18/12 15:00.",
        days_in,
        lambda typed: read_ahead(typed, NOW),
    ),
    (
        "When is the visit? Type a day and a time, such as Friday 15:00 or 18/12 15:00.",
        days_in,
        lambda typed: read_ahead(typed, NOW),
    ),
    (
        "The first {count} have a button; of others you type the number: /report {number}",
        behind_colon,
        lambda typed: typed.startswith("/") and typed.split()[1:],
    ),
    (
        "Which place is on offer? Type the workplace, a comma, and who speaks for it, such as: "
        "Volta nv, An Hermans",
        behind_colon,
        lambda typed: read_place(typed) == ("Volta nv", "An Hermans"),
    ),
    (
        "From when until when? Tap it, or type both days, such as 1/9/2026 until 30/6/2027.",
        lambda text: re.findall(r"\d+[/.]\d+[/.]\d{4}.*\d{4}", text),
        lambda typed: len(named_days(typed, TODAY)) == 2,
    ),
    (
        "Nothing was stored: it is a number up to {most}, such as 19.5.",
        lambda text: re.findall(r"\d+[.,]\d", text),
        lambda typed: mean_hours(WeeklyHoursOffered(placement=1), typed) == SayHours(1, 195),
    ),
    (
        "When is it? Type a day and a time, such as Friday 15:00 or 18/12 15:00.",
        days_in,
        lambda typed: read_ahead(typed, NOW),
    ),
    (
        "Type the last day, such as Friday or 18/12.",
        lambda text: re.findall(r"\d+[/.]\d+", text),
        lambda typed: reaches(typed, TODAY),
    ),
    (
        "What is the first day of teaching? Type a date, such as 1/9/2026.",
        whole_dates_in,
        read_day,
    ),
    (
        "I need a date within a year, such as 1/9/2026. Nothing was stored.",
        whole_dates_in,
        read_day,
    ),
    (
        "What was promised? One thing a message, such as: shows how to measure, until Friday.",
        behind_colon,
        lambda typed: read_until(typed, TODAY)[1],
    ),
    (
        "What is to be done, and until when? Such as: report to the policy group until "
        "12 December.",
        lambda text: [text.rpartition(": ")[2].strip(" .")],
        lambda typed: read_until(typed, TODAY)[1],
    ),
    (
        "I need a day, such as 12 December. Nothing was stored yet.",
        dates_in,
        lambda typed: reaches(typed, TODAY),
    ),
    (
        "On which day? Tap it, or type it, such as 25 June.",
        dates_in,
        lambda typed: reaches(typed, TODAY),
    ),
    (
        "On which day did {name} tell {student}? Tap it, or type it, such as 25 June. After that "
        "{student} sees the decision here.",
        dates_in,
        lambda typed: reaches(typed, TODAY),
    ),
    (
        "Type points out of a total, such as 41/80 or 12 of 20, or hundredths such as 62.5 %.",
        lambda text: re.findall(r"\d+/\d+|\d+ \w+ \d+|\d+[.,]\d+ %", text),
        read_points,
    ),
    (
        "How much does each count? Type whole numbers, such as: {example}, rest=1",
        lambda text: [f"8=2, {found}" for found in re.findall(r"\w+=1", text)],
        read_weights,
    ),
    ("After 'same' stand only numbers, and perhaps a note.", quoted, keyword_of),
    ("Type it such as: 8 10 campus, 11 both. Nothing was stored, and nothing moved.", behind_colon,
     read_moves),
)  # fmt: skip
"""Texts whose examples are read alike in each language, and by what."""


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("key", "typed", "reads"), READ, ids=[key[:40] for key, *_ in READ])
def test_an_example_is_read_as_the_english_one(
    language: str, key: str, typed: Callable[[str], list[str]], reads: Callable[[str], object]
):
    in_english = [reads(example) for example in typed(say("en", key))]
    assert in_english
    assert None not in in_english
    examples = typed(say(language, key))
    for ways in zip(*([*spellings(example)] for example in examples), strict=True):
        assert [reads(way) for way in ways] == in_english, ways


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_a_button_is_read_however_it_is_spelled(language: str):
    person = SimpleNamespace(language=language, time_zone="UTC", manner="")
    turn: Any = SimpleNamespace(person=person)
    unread = []
    for key in sorted(button_labels() & texts(language).keys()):
        places = dict.fromkeys(re.findall(r"\{(\w+)\}", key), "Noor")
        label = say(language, key, **places)
        unread += [
            typed
            for typed in spellings(label)
            if words_of(label) and not says(turn, text_of(key, places), typed)
        ]
    assert unread == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_of_a_draft_and_of_a_place_are_read(language: str):
    for key in ("store it", "leave it"):
        assert all(map(fits_draft, spellings(say(language, key)))), key
    for key in ("on campus", "at the workplace", "both", "not decided yet"):
        for typed in spellings(say(language, key)):
            assert read_moves(f"8 {typed}") == read_moves(f"8 {key}"), typed
    assert all(map(NOT_HERE.fullmatch, spellings(say(language, "n/a here").lower())))


EXAMPLE_IN_ITS_PLACE = re.compile(
    r"(?i)such as|for instance|like this|\btype\b[^.]*:|(?<!\w)'[^{']+'"
)
NOTHING_TYPED = frozenset((
    "'{written}' is not a day and a time such as 2027-03-26 16:00. Nothing was changed.",
    "'{written}' is not a day such as 2027-01-08. Nothing was changed.",
    "/score – score by tapping, or type it:",
    "A question to {names} about {what}. Type it, or send the usual one:",
    "A score is typed such as: {example}",
    "Begin with the numbers that it is for, such as 6 or 6.2, and a colon.",
    "After '{name}' I read '{words}', and do not know whom you mean. Write the name of the whole "
    "class group, or of one student. Nothing was stored.",
    "For the whole class group, such as: {example}",
    "How did it end? Type it in a sentence: {student} and who said it read it.",
    "I cannot use this, and I did not keep it. Type it, or tap: /score",
    "I did not keep it. If it belongs to your answer to this question, tap 'answer' first, and "
    "then send it once more.",
    "I look for numbers of indicators, such as {example}. Nothing was stored.",
    "I read it as: numbers: title; where it lies; sessions. For instance",
    "Name the indicators, such as {example}.",
    "Somebody changed this since it was recorded: do not rely on it. Whoever runs Kompaan finds "
    "more with 'kompaan decision verify'.",
    "Such as: {line}",
    "Tap or type until when; yes means: {day}.",
    "That is no e-mail address that I can write to, such as name@school.example.",
    "That is too much for one message: {scores} scores of {competences} competences, of all "
    "students together. I store {most_scores} of {most_competences} at most. Say it in several "
    "messages, such as a competence at a time.",
    "The mark to reach is a number above 0 and at most 100, such as 62.5. Nothing was changed.",
    "One competence at a time, such as /prior {number}, or indicators of it, such as "
    "/prior {number}.{first}. Nothing was stored.",
    "There is no undo: people may have come in and scored by now. You get back like this:",
    "What exactly, and whom can they turn to? Type it: the candidate reads it.",
    "No intake is there yet: 'kompaan intake --help' shows how a file opens one.",
    "This programme has no contexts yet: pieces of work that belong together, such as a "
    "renovation. The coach makes them with /contexts.",
    "Type one letter each (x not, l with support, v alone): {example}",
    "What does this answer show? Type the number of an indicator, such as {example}.",
    "What helps you at work? Type it in one sentence, such as: first show me once.",
    "What is the mark to reach, in percent of the workplace’s total? Type a number, such as 62.5.",
    "What is this work called? Type it, such as: Renovation",
    "What others said: write it to the coach, {names}, as a note such as: {example}",
    "What was done about {what}? Type it in a sentence: it goes into the log.",
    "What will you do next week? Type it in one sentence: I come back to it.",
    "Write the letter right behind each number here, such as 3l.",
    "You now say it is shown, but it stands as 'never' come up. How often did it?",
    "You score yourself alone. Leave out 'everybody'. Nothing was stored.",
    "the views differ on {count} competences, such as {competence} ({colours})",
    "{count} more like this, and competence {number} is {colour}",
    "{number} cannot be shown and never have come up: with 'never' (n) goes x.",
))  # fmt: skip
"""Texts that say 'such as' of no word of a language: of a number, of prose, or of an example."""


def test_no_text_teaches_what_nothing_here_types():
    with (LOCALES / "messages.pot").open("rb") as file:
        template = read_po(file)
    said = {
        forms(message.id)[-1]
        for message in template
        if message.id and any(place.startswith("handlers/") for place, _line in message.locations)
    }
    teaching = {text for text in said if EXAMPLE_IN_ITS_PLACE.search(text)}
    typed = {taught.key for taught in TAUGHT} | {key for key, _typed, _reads in READ}
    assert teaching - typed - NOTHING_TYPED == set()
    assert (typed | NOTHING_TYPED) - texts("en").keys() == set()
