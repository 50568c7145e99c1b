"""The plan of reminders from the command line: shown, changed, put back."""

import pytest

from tests.cli.conftest import Run


def plan(school: Run, *options: str) -> dict[str, list[str]]:
    """The printed table's rows by what they tell: when, to whom, with which profiles."""
    done = school("reminders", "TRADE", *options, KOMPAAN_LANGUAGE="en")
    assert done.returncode == 0, done.stderr
    title, *rows = done.stdout.splitlines()
    assert title.startswith("TRADE")
    cells = [[cell.strip() for cell in row.split("  ") if cell.strip()] for row in rows]
    assert cells[0] == ["what", "when", "to whom", "profiles"]
    return {what: rest for what, *rest in cells[1:]}


def test_the_usual_plan_is_one_table(school: Run):
    found = plan(school)
    assert found["a reminder"] == [
        "14, 7, 2 days before",
        "who has something open",
        "standard, active",
    ]
    assert found["the last reminder"][::2] == ["that morning", "light, standard, active"]
    assert found["the rehearsal"][:2] == ["7 days before", "everybody"]
    assert found["who is missing"][:2] == ["2 days before", "the coach"]
    assert found["the choice ends"][:2] == ["2 days before", "students who chose nothing"]
    assert found["a period is moved or cancelled"][0] == "at once"


def test_what_is_changed_stays_until_the_usual_plan_is_put_back(school: Run):
    plan(school, "--days", "3, 10", "--missing", "none")
    found = plan(school, "--rehearsal", "1")
    assert found["a reminder"][0] == "10 days before"
    assert found["the last reminder"][0] == "3 days before"
    assert found["the rehearsal"][0] == "1 day before"
    assert "who is missing" not in found
    said = school("say", "--as", "c1", "/language en").stdout
    assert "English" in said
    shown = school("say", "--as", "c1", "/periods").stdout
    assert "Reminders, in days before the photo: 10, 3.\n1 day ahead everybody sees" in shown
    assert plan(school, "--default") == plan(school)
    assert plan(school)["the last reminder"][0] == "that morning"


def test_a_programme_may_have_no_reminders(school: Run):
    found = plan(school, "--days", "none", "--rehearsal", "none", "--missing", "none")
    assert not found.keys() & {"a reminder", "the last reminder", "the rehearsal", "who is missing"}


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--days", "7,x"), "'7,x' is not a list of days such as 14,7,2,0, or none"),
        (("--days", "-7"), "is not a list of days"),
        (("--days", ""), "is not a list of days"),
        (("--days", "121"), "at most 120 days before the photo"),
        (("--missing", "2,1"), "Give one day, or none."),
    ],
)
def test_what_is_no_plan_changes_nothing(school: Run, options, problem):
    done = school("reminders", "TRADE", *options)
    assert done.returncode != 0
    assert problem in done.stderr
    assert plan(school)["the rehearsal"][0] == "7 days before"


def test_an_unknown_programme_is_named(school: Run):
    done = school("reminders", "NOPE")
    assert done.returncode == 1
    assert "TRADE" in done.stderr
