"""What looks like what is there, or like a spreadsheet's date, is refused with its line."""

from dataclasses import replace

import pytest

from bot.refusal import Refused
from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, in_memory, school

BAKES, SELLS = BAKER.competences


@pytest.fixture
def oven():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        yield own


def reasons(report):
    return [(left.line, english(left.reason)) for left in report.rejected]


@pytest.mark.parametrize("group", ["6\u0410", "6 A", "6\u0391", "6A.", "\u200b6\u0410", "6\u0430"])
def test_a_class_group_that_looks_like_another_is_refused(oven, group):
    (reason,) = reasons(oven.enrol(JONAS, replace(NOOR, class_group=group)))
    assert reason[0] == 3
    assert "looks like 6A, a class group that is there" in reason[1]
    (later,) = reasons(oven.enrol(replace(NOOR, class_group=group)))
    assert later == reason
    assert oven.rows("SELECT name FROM class_group") == [("6A",)]


@pytest.mark.parametrize("group", ["6B", "6a", "7A", "6AA", "16A", "6-A1"])
def test_another_class_group_is_taken(oven, group):
    assert reasons(oven.enrol(JONAS, replace(NOOR, class_group=group))) == []


@pytest.mark.parametrize(
    "name",
    ["3 jan", "3-jan", "jan-26", "3 januari 2026", "03/jan/26", "za 3 jan", "1/2", "12:30", "12u30",
     "12:30 PM", "Jan 26", "3 févr. 2026", "3. März", "1E+05", "2026-01-03", "3 dec", "1er mai"],
)  # fmt: skip
def test_a_date_or_a_time_of_a_spreadsheet_is_nobodys_name(oven, name):
    for row in (replace(NOOR, student=name), replace(NOOR, mentor_id="m9", mentor=name)):
        ((line, reason),) = reasons(oven.enrol(JONAS, row))
        assert line == 3
        assert name in reason


@pytest.mark.parametrize(
    "name", ["Jan Maes", "April May", "Mei Lin", "Jan 2e Jansens", "Julie Dec"]
)
def test_a_name_that_is_a_month_is_a_name(oven, name):
    assert reasons(oven.enrol(JONAS, replace(NOOR, student=name))) == []


OTHER = replace(BAKER, competences=(replace(BAKES, title="Repairs engines"), SELLS))


def test_another_title_of_a_competence_is_asked_for(oven):
    with pytest.raises(Refused) as refused:
        oven.learn(OTHER)
    assert "1 “Bakes” → “Repairs engines”" in english(refused.value.text)
    assert "--reword" in english(refused.value.text)


def test_another_title_of_a_competence_is_told(oven):
    told = oven.learn(OTHER, reword=True).rewordings
    assert [(said.number, said.old, said.new) for said in told] == [
        ("1", "Bakes", "Repairs engines")
    ]


def test_nearly_the_same_title_is_told_only(oven):
    told = oven.learn(replace(BAKER, competences=(replace(BAKES, title="Bakes."), SELLS)))
    assert [said.new for said in told.rewordings] == ["Bakes."]
