"""The sample holds what it promises, and its history can be said in the chat."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.periods.period import Period, broken_rule
from bot.domain.periods.reminders import Plan, list_dues
from bot.domain.school.frameworks import Competence, Contribution, Indicator
from bot.domain.scoring.colours import Colour, colour_of, counts_of
from bot.domain.scoring.scales import contradicts
from bot.domain.telling.hours import Hours, Rhythm
from bot.exchange.reading.shapes import read_toml
from bot.exchange.sample import SAMPLE, read_sample
from bot.wiring.composing import working_days
from handlers.scoring.marks import read_marks
from handlers.talking.meaning.shorthand import read_line

BELGIUM = working_days("BE")
NOW = datetime(2026, 10, 14, 9, 30, tzinfo=UTC)
INDICATORS = {1: 5, 2: 6, 3: 5, 4: 4, 5: 6, 6: 7, 7: 5, 10: 13}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def sample(language):
    return read_sample(language)


@pytest.fixture(scope="module")
def competences(sample):
    (framework,) = sample.frameworks
    return {
        competence.number: Competence(
            competence.number,
            competence.number,
            competence.title,
            tuple(
                Indicator(place, place, text) for place, text in enumerate(competence.indicators, 1)
            ),
        )
        for competence in framework.competences
    }


def role_of(sample, person, student):
    """In which role somebody of the sample scores a student."""
    (row,) = [row for row in sample.rows if row.student_id == student]
    around = {"student": row.student_id, "mentor": row.mentor_id, "teacher": row.teacher_id}
    return next(role for role, ids in around.items() if person in ids.split("|"))


def lines(sample):
    """Who said each line of the history, and about whom: the one of the line above, if no other."""
    for said in sample.history(NOW):
        name = said.by
        for line in map(read_line, said.says.splitlines()):
            name = line.name or name
            yield said.by, replace(line, name=name)


def told(sample, competences):
    """The history as the shorthand reads it: (student, role, competence) → marks, and the notes."""
    students = {row.student_id for row in sample.rows}
    marks: dict[tuple[str, str, int], dict[int, Any]] = defaultdict(dict)
    notes = []
    for by, line in lines(sample):
        assert line.name in students, line.text
        role = role_of(sample, by, line.name)
        for part in line.parts:
            read = read_marks(part, competences[part.competence])
            assert line.keyword == "today" or read.marks, line.text
            notes += [(line.name, note) for note in read.notes.values()]
            for indicator, (mastery, coverage) in read.marks.items():
                before = marks[line.name, role, part.competence].get(indicator, (None, None))
                now = mastery or before[0], coverage or before[1]
                assert not contradicts(*now), line.text
                marks[line.name, role, part.competence][indicator] = now
    return marks, notes


def test_the_sample_has_the_programme_of_the_order(sample):
    (framework,) = sample.frameworks
    assert {
        competence.number: len(competence.indicators) for competence in framework.competences
    } == INDICATORS
    ten = framework.competences[-1]
    assert re.search(r"bending radius|buigstraal|rayon de cintrage|Biegeradius", ten.indicators[2])
    assert re.search(r"lexible conduit|lexibele buis|tube souple|lexibles Rohr", ten.indicators[6])
    (programme,) = sample.programmes
    trained = {context.number: context.trains for context in programme.contexts}
    starts, develops = Contribution.STARTS, Contribution.DEVELOPS
    assert {number: sorted(trains) for number, trains in trained.items()} == {
        1: [3, 4, 6, 7],
        2: [1, 3, 4, 5, 6, 7],
        3: [1, 3, 6],
    }
    assert {n for n, how in trained[2].items() if how is starts} == {1, 5}
    assert {n for n, how in trained[2].items() if how is develops} == {3, 4, 6, 7}
    held = sorted(number for component in programme.components for number in component.competences)
    assert held == sorted(INDICATORS)


def test_the_sample_has_the_people_of_the_order(sample, language):
    assert (sample.language, sample.time_zone) == (language, "Europe/Brussels")
    assert [row.student_id for row in sample.rows][:2] == ["jonas", "nicolas"]
    assert Counter(row.class_group for row in sample.rows) == {"6A": 5, "6B": 5}
    assert len({row.student_id for row in sample.rows}) == 10

    def named(column):
        return {school_id for row in sample.rows for school_id in getattr(row, column).split("|")}

    sizes = {"workplace": 3, "class_group": 2, "mentor_id": 4, "teacher_id": 2, "coach_id": 1}
    assert {column: len(named(column)) for column in sizes} == sizes
    assert sample.rows[0].mentor_id == "karim"


def test_every_line_of_the_history_can_be_stored(sample, competences):
    marks, _notes = told(sample, competences)
    assert len(sample.happened) > 100
    for (_student, _role, number), said in marks.items():
        assert set(said) <= set(range(1, INDICATORS[number] + 1))


def test_every_marks_string_is_as_long_as_its_competence(sample):
    strings = [
        (int(found[1]), found[2])
        for _by, line in lines(sample)
        if (found := re.fullmatch(r"(?:\w+ )?(\d+) ([xlvnsr-]{2,})", line.text))
    ]
    assert len(strings) > 50
    assert [(n, marks) for n, marks in strings if len(marks) != INDICATORS[n]] == []


def test_reports_on_jonas_show_all_five_colours_and_differences(sample, competences):
    marks, notes = told(sample, competences)

    def colours(role):
        return {
            number: colour_of(size, counts_of(marks["jonas", role, number].values()))
            for number, size in INDICATORS.items()
        }

    assert set(colours("mentor").values()) == set(Colour)
    assert set(colours("teacher").values()) == set(Colour)
    assert len(set(colours("student").values())) >= 4
    differing = [n for n in INDICATORS if len({colours(r)[n] for r in ("mentor", "teacher")}) == 2]
    assert len(differing) >= 3
    assert not marks["jonas", "mentor", 10]
    assert len(marks["jonas", "student", 10]) == len(marks["jonas", "teacher", 10]) == 13
    assert len([note for student, note in notes if student == "jonas"]) >= 4


def test_every_student_is_scored_from_all_three_sides(sample, competences):
    marks, notes = told(sample, competences)
    for row in sample.rows:
        seen = {role for student, role, _number in marks if student == row.student_id}
        assert seen == {"student", "mentor", "teacher"}
    assert {student for student, _note in notes} == {row.student_id for row in sample.rows}


@pytest.mark.parametrize(
    "now",
    [NOW, datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)],
)
def test_the_history_lies_before_now_in_the_order_of_its_instants(sample, now):
    history = sample.history(now)
    instants = [line.said_at for line in history]
    assert instants == sorted(instants)
    assert instants[-1] < now
    assert timedelta(weeks=3) < now - instants[0] < timedelta(weeks=9)
    assert all(instant.tzinfo is UTC for instant in instants)


@pytest.mark.parametrize("days", range(0, 366, 5))
def test_its_periods_fit_wherever_in_the_year_it_is_loaded(sample, days):
    now = NOW + timedelta(days=days)
    periods = sample.periods(now, BELGIUM)
    assert [period.name[-2:] for period in periods] == [" 1", " 2", " 3"]
    assert periods[0].opens_at < min(line.said_at for line in sample.history(now))
    made = [
        Period(n, 1, 1, period.name, period.opens_at, period.photo_at)
        for n, period in enumerate(periods)
    ]
    assert [broken_rule(period, made) for period in made] == [None] * 3
    rhythm = Rhythm("Europe/Brussels", Hours.DAY, BELGIUM)
    tells = [due.due_at for due in list_dues(made[0], Plan(), rhythm)]
    coming = [at for at in tells if at > now - timedelta(days=30)]
    assert timedelta() < min(coming) - now < timedelta(days=8)


def test_every_text_of_the_sample_is_there_in_each_language(language):
    """What stays the same is a code, an id, a name of a person, or a line without words."""
    english, other = (told_texts(read_sample(spoken)) for spoken in ("en", language))
    assert len(english) == len(other) > 90
    if language != "en":
        assert [text for text, told in zip(english, other, strict=True) if text == told] == []
        known = set(read_toml(SAMPLE.with_stem(f"sample_{language}")).table("texts").values)
        assert known == set(english)


def told_texts(sample):
    (framework,), (programme,) = sample.frameworks, sample.programmes
    competences = framework.competences
    notes = [re.search(r'"(.+)"', line.says) for line in sample.happened]
    return list(
        dict.fromkeys(
            [
                *(sample.name, framework.title, framework.source, programme.title),
                *(text for it in competences for text in (it.title, *it.indicators)),
                *(it.title for it in (*programme.contexts, *programme.components)),
                *(agreed.name for agreed in sample.agreed),
                *(text for row in sample.rows for text in (row.workplace, row.training_plan)),
                *(row.activity for row in sample.activities if row.activity),
                *(note[1] for note in notes if note),
            ]
        )
    )
