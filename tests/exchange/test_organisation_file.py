"""The organisation file: everything its page describes is read, and nothing else."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.importing.drafts import ContextDraft
from bot.domain.school.frameworks import CutOff, PriorRule, Setting
from bot.exchange.organisation_file import read_organisation
from bot.refusal import Refused
from tests.exchange.english import english

PAGE = Path(__file__).parents[2] / "docs/organisation-file.md"

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


def test_a_time_of_the_history_is_a_time_of_the_schools_day(tmp_path):
    said = read(tmp_path, SMALL).history(datetime(2026, 10, 25, 23, 30, tzinfo=UTC))
    # 00:30 on the 26th in Brussels; the day before has its clocks put back.
    assert said[0].said_at == datetime(2026, 10, 25, 7, 0, tzinfo=UTC)
    assert (said[0].by, said[0].says) == ("bo", "ann 1 vl")


def test_periods_are_days_from_the_loading_and_photos_fall_on_working_days(tmp_path):
    periods = """
[[programme.period]]
name = "One"
opens_in_days = -3
photo_in_days = 4
[[programme.period]]
name = "Two"
opens_in_days = 11
[people]"""
    draft = read(tmp_path, SMALL.replace("[people]", periods.lstrip()))
    # 00:30 on Monday the 26th in Brussels, the day after the clocks were put back.
    now = datetime(2026, 10, 25, 23, 30, tzinfo=UTC)
    first, second = draft.periods(now, lambda day: day.day not in (29, 30))
    assert (first.framework, first.name) == ("B-1", "One")
    assert first.opens_at == datetime(2026, 10, 22, 22, tzinfo=UTC)
    assert first.photo_at == datetime(2026, 10, 28, 15, tzinfo=UTC)
    assert (second.opens_at, second.photo_at) == (datetime(2026, 11, 5, 23, tzinfo=UTC), None)


def read(folder, text, name="oven.toml"):
    path = folder / name
    path.write_text(text)
    return read_organisation(path)


def test_a_small_file_gets_what_it_leaves_out(tmp_path):
    draft = read(tmp_path, SMALL)
    assert (draft.name, draft.language, draft.time_zone) == ("Oven", "nl", "Europe/Brussels")
    assert (draft.frameworks[0].version, draft.programmes[0].cut_off) == ("", None)
    assert draft.programmes[0].blind_first is None
    assert draft.programmes[0].setting is None
    assert draft.programmes[0].prior_rule is None
    (row,) = draft.rows
    assert (row.line, row.student_id, row.student, row.mentor) == (1, "ann", "Ann Oven", "Bo Loaf")
    assert (row.teacher_id, row.language, row.weekly_hours, row.lessons) == ("", "", "", "")


def test_everything_the_page_describes_is_read(tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", PAGE.read_text(), re.DOTALL)
    whole = "\n".join(blocks).replace("starts = [1, 5]", "starts = [1]")
    draft = read(tmp_path, whole)
    assert draft.frameworks[0].competences[0].indicators[1].startswith("Saws")
    assert draft.programmes[0].cut_off is CutOff.AT_LEAST
    assert draft.programmes[0].blind_first is True
    assert draft.programmes[0].setting is Setting.COMPULSORY
    assert draft.programmes[0].prior_rule is PriorRule.COVERED
    assert draft.programmes[0].contexts == (
        ContextDraft(2, "A renovation where people live on", (1,), (3, 4, 6, 7)),
    )
    assert [(period.name, period.photo_in_days) for period in draft.agreed] == [
        ("Period 1", 20),
        ("Period 2", None),
    ]
    assert (draft.rows[0].email, draft.rows[0].weekly_hours) == ("jonas@school.example", "20")
    assert draft.rows[0].lessons == "mon 8:30, thu 13:00"
    assert draft.rows[0].mentor_email == "karim@haddad.example"
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
            "xx is not a language that we speak: nl, fr, de, en",
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
        (
            'framework = "B-1"\n[people]',
            'framework = "B-1"\nsetting = "evening"\n[people]',
            "a setting is compulsory, entrepreneurial or higher, not evening",
        ),
        (
            'framework = "B-1"\n[people]',
            'framework = "B-1"\nprior_learning = "half"\n[people]',
            "prior_learning is shown, covered or acquired, not half",
        ),
        (
            'framework = "B-1"\n[people]',
            'framework = "B-1"\nblind_first = "no"\n[people]',
            "programme[1].blind_first is not true or false",
        ),
        (
            "[people]",
            '[[programme.period]]\nname = "P"\nopens = 3\n[people]',
            "it has a key programme[1].period[1].opens that means nothing here",
        ),
        (
            "[people]",
            '[[programme.period]]\nname = "P"\nopens_in_days = 9999\n[people]',
            "programme[1].period[1].opens_in_days is from -3660 to 3660",
        ),
        (
            "[people]",
            "[[programme.period]]\nopens_in_days = 1\n[people]",
            "programme[1].period[1].name is missing",
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
