"""The organisation file: the sample holds what it promises, and a school's own is read strictly."""

import re
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.colours import Colour, CutOff, colour_of, counts_of
from bot.domain.drafts import ContextDraft
from bot.domain.frameworks import Competence, Contribution, Indicator
from bot.domain.scales import contradicts
from bot.exchange.organisation_file import read_organisation
from bot.refusal import Refused
from handlers.shorthand import read_line, read_marks
from tests.exchange.english import english

PAGE = Path(__file__).parents[2] / "docs/organisation-file.md"
NOW = datetime(2026, 10, 14, 9, 30, tzinfo=UTC)
INDICATORS = {1: 5, 2: 6, 3: 5, 4: 4, 5: 6, 6: 7, 7: 5, 10: 13}

SMALL = """
[organisation]
name = "Oven"
[[framework]]
code = "B-1"
title = "Baker"
[[framework.competence]]
number = 1
title = "Bakes"
indicators = ["Kneads", "Weighs"]
[[programme]]
framework = "B-1"
[people]
ann = "Ann Oven"
bo = "Bo Loaf"
[[placement]]
framework = "B-1"
class_group = "1"
student = "ann"
workplace = "Loaf"
mentors = ["bo"]
[history]
lines = [{ days_ago = 1, at = "08:00", by = "bo", says = "ann 1 vl" }]
"""


@pytest.fixture(scope="module")
def sample():
    return read_organisation()


@pytest.fixture(scope="module")
def competences(sample):
    (framework,) = sample.frameworks
    return {
        one.number: Competence(
            one.number,
            one.number,
            one.title,
            tuple(Indicator(place, place, text) for place, text in enumerate(one.indicators, 1)),
        )
        for one in framework.competences
    }


def role_of(sample, person, student):
    """In which role somebody of the sample scores a student."""
    (row,) = [row for row in sample.rows if row.student_id == student]
    around = {"student": row.student_id, "mentor": row.mentor_id, "teacher": row.teacher_id}
    return next(role for role, ids in around.items() if person in ids.split("|"))


def told(sample, competences):
    """The history as the shorthand reads it: (student, role, competence) → marks, and the notes."""
    students = {row.student_id for row in sample.rows}
    marks: dict[tuple[str, str, int], dict[int, Any]] = defaultdict(dict)
    notes = []
    for said in sample.history(NOW):
        line = read_line(said.says)
        student = line.name or said.by
        assert student in students, said.says
        role = role_of(sample, said.by, student)
        for part in line.parts:
            read = read_marks(part, competences[part.competence])
            assert line.keyword == "today" or read.marks, said.says
            notes += [(student, note) for note in read.notes.values()]
            for indicator, (mastery, coverage) in read.marks.items():
                before = marks[student, role, part.competence].get(indicator, (None, None))
                now = mastery or before[0], coverage or before[1]
                assert not contradicts(*now), said.says
                marks[student, role, part.competence][indicator] = now
    return marks, notes


def test_the_sample_has_the_programme_of_the_order(sample):
    (framework,) = sample.frameworks
    assert {one.number: len(one.indicators) for one in framework.competences} == INDICATORS
    ten = framework.competences[-1]
    assert "bending radius" in ten.indicators[2]
    assert "lexible conduit" in ten.indicators[6]
    (programme,) = sample.programmes
    trained = {one.number: one.trains for one in programme.contexts}
    starts, develops = Contribution.STARTS, Contribution.DEVELOPS
    assert {number: sorted(trains) for number, trains in trained.items()} == {
        1: [3, 4, 6, 7],
        2: [1, 3, 4, 5, 6, 7],
        3: [1, 3, 6],
    }
    assert {n for n, how in trained[2].items() if how is starts} == {1, 5}
    assert {n for n, how in trained[2].items() if how is develops} == {3, 4, 6, 7}
    held = sorted(number for one in programme.components for number in one.competences)
    assert held == sorted(INDICATORS)


def test_the_sample_has_the_people_of_the_order(sample):
    assert (sample.language, sample.time_zone) == ("en", "Europe/Brussels")
    assert [row.student_id for row in sample.rows][:2] == ["jonas", "nicolas"]
    assert len({row.student_id for row in sample.rows}) == 4

    def named(column):
        return {one for row in sample.rows for one in getattr(row, column).split("|")}

    sizes = {"workplace": 2, "class_group": 2, "mentor_id": 3, "teacher_id": 2, "coach_id": 1}
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
        for one in sample.happened
        if (found := re.fullmatch(r"(?:\w+ )?(\d+) ([xlvnsr-]{2,})", one.says))
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
    instants = [one.said_at for one in history]
    assert instants == sorted(instants)
    assert instants[-1] < now
    assert timedelta(weeks=3) < now - instants[0] < timedelta(weeks=9)
    assert all(one.tzinfo is UTC for one in instants)


def test_a_time_of_the_history_is_a_time_of_the_schools_day(tmp_path):
    said = read(tmp_path, SMALL).history(datetime(2026, 10, 25, 23, 30, tzinfo=UTC))
    # 00:30 on the 26th in Brussels; the day before has its clocks put back.
    assert said[0].said_at == datetime(2026, 10, 25, 7, 0, tzinfo=UTC)
    assert (said[0].by, said[0].says) == ("bo", "ann 1 vl")


def read(folder, text, name="oven.toml"):
    path = folder / name
    path.write_text(text)
    return read_organisation(path)


def test_a_small_file_gets_what_it_leaves_out(tmp_path):
    draft = read(tmp_path, SMALL)
    assert (draft.name, draft.language, draft.time_zone) == ("Oven", "nl", "Europe/Brussels")
    assert (draft.frameworks[0].version, draft.programmes[0].cut_off) == ("", None)
    (row,) = draft.rows
    assert (row.line, row.student_id, row.student, row.mentor) == (1, "ann", "Ann Oven", "Bo Loaf")
    assert (row.teacher_id, row.language, row.weekly_hours) == ("", "", "")


def test_everything_the_page_describes_is_read(tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", PAGE.read_text(), re.DOTALL)
    whole = "\n".join(blocks).replace("starts = [1, 5]", "starts = [1]")
    draft = read(tmp_path, whole)
    assert draft.frameworks[0].competences[0].indicators[1].startswith("Saws")
    assert draft.programmes[0].cut_off is CutOff.AT_LEAST
    assert draft.programmes[0].contexts == (
        ContextDraft(2, "A renovation where people live on", (1,), (3, 4, 6, 7)),
    )
    assert (draft.rows[0].email, draft.rows[0].weekly_hours) == ("jonas@school.example", "20")
    assert len(draft.happened) == 2


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[organisation]", "[organisation", "it is not TOML: Expected ']' at the end of a table"),
        ('name = "Oven"', "", "organisation.name is missing"),
        ('name = "Oven"', "name = 7", "organisation.name is not a text"),
        ("[people]", "[persons]", "it has a key persons that means nothing here"),
        ('name = "Oven"', 'name = "O"\nzone = ""', "it has a key organisation.zone that means"),
        ('name = "Oven"', 'name = "O"\ntime_zone = "Moon"', "there is no time zone Moon"),
        ('name = "Oven"', 'name = "O"\ntime_zone = "../x"', "there is no time zone ../x"),
        (
            'name = "Oven"',
            'name = "O"\nlanguage = "xx"',
            "xx is not a language that we speak: nl, en",
        ),
        ("number = 1", 'number = "1"', "framework[1].competence[1].number is not a whole number"),
        ('"Kneads", "Weighs"', '"Kneads", 2', "framework[1].competence[1].indicators[2] is not"),
        ('"Kneads", "Weighs"', "", "competence 1 has no indicators"),
        ("indicators =", "indicator =", "it has a key framework[1].competence[1].indicator that"),
        (
            'framework = "B-1"\n[people]',
            'framework = "B-1"\ncut_off = "80"\n[people]',
            "a cut-off is at_least or more_than, not 80",
        ),
        ('"bo"]', '"joe"]', "placement[1] names joe, who is not among the people"),
        ('student = "ann"', 'student = "x"', "placement[1] names x, who is not among the people"),
        ('by = "bo"', 'by = "x"', "history.lines[1] names x, who is not among the people"),
        ('at = "08:00"', 'at = "8 h"', "history.lines[1].at needs a time such as 16:40"),
        ('at = "08:00"', 'at = "24:00"', "history.lines[1].at needs a time such as 16:40"),
        ("days_ago = 1", "days_ago = 0", "history.lines[1].days_ago is from 1 to 3660"),
        ("days_ago = 1", "days_ago = 9999999", "history.lines[1].days_ago is from 1 to 3660"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path, old, new, problem):
    assert SMALL.count(old) == 1
    with pytest.raises(Refused) as caught:
        read(tmp_path, SMALL.replace(old, new))
    assert english(caught.value.text).startswith(f"oven.toml: {problem}")
