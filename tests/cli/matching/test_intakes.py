"""Intakes on the command line: a file that opens one, who leads it, and closing."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.periods.test_periods import printed, refused

FILE = """
name = "2027"
procedure = "First the questions, then a talk."
criteria = ["Wants to learn at work", "Can be on time"]

[[ask_candidates]]
kind = "words"
text = "Why?"

[[ask_candidates]]
kind = "scale"
text = { en = "How is it to begin at seven?", nl = "Hoe is het om te beginnen om zeven?" }
low = "hard"
high = "easy"

[[ask_companies]]
kind = "words"
text = "What can be learned with you?"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "intake.toml"
    path.write_text(FILE)
    return path


def test_a_file_opens_an_intake_that_is_led_and_closed(school: Run, file: Path):
    assert "No intake is there yet" in printed(school, "intake", "list")
    opens = ("intake", "open", str(file), "--programme", "trade")
    said = "2027: 2 criteria, 2 questions for candidates and 1 question for companies\n"
    assert printed(school, *opens, "--dry-run") == f"{said}Nothing was stored.\n"
    assert "No intake is there yet" in printed(school, "intake", "list")
    assert printed(school, *opens) == f"{said}It is open; its number is 1.\n"
    assert "It takes the place of the one of that name; its number is 2." in printed(school, *opens)
    listed = printed(school, "intake", "list")
    assert listed.startswith("2\tTRADE · 2027\topen\tLien Martens\t0 candidates\t0 places")
    assert "leads it from now on" in printed(school, "intake", "lead", "2", "els")
    assert "leads it already" in printed(school, "intake", "lead", "2", "els")
    assert "\tEls Wouters\t" in printed(school, "intake", "list")
    assert "leads no intake" in refused(school, "intake", "lead", "2", "karim")
    assert "no intake with the number 9" in refused(school, "intake", "lead", "9", "els")
    assert "leads it no more" in printed(school, "intake", "lead", "2", "els", "--end")
    assert "was not named" in refused(school, "intake", "lead", "2", "els", "--end")
    assert printed(school, "intake", "close", "2") == "The intake is closed.\n"
    assert printed(school, "intake", "close", "2") == "It was closed already.\n"
    told = printed(school, "audit", "show", "--person", "t1")
    assert "to lead an intake" in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "2027"', "", "name is missing"),
        ('["Wants to learn at work", "Can be on time"]', "[]", "criteria has 1 to 20 texts"),
        ('"Can be on time"]', '"wants to learn at work"]', "criteria has the same text twice"),
        ('criteria = ["', f'criteria = ["{"x" * 201}", "', "criteria[1] has 1 to 200 characters"),
        ("[[ask_companies]]", "[[ask_company]]", "ask_company that means nothing here"),
        ('name = "2027"', 'name = "2027"\nkeep_days = 366', "keep_days is from 0 to 365"),
        ('kind = "scale"', 'kind = "stars"', "ask_candidates[2].kind"),
    ],
)
def test_a_file_that_is_wrong_is_refused_by_its_place(
    school: Run, file: Path, old: str, new: str, said: str
):
    file.write_text(FILE.replace(old, new, 1))
    assert said in refused(school, "intake", "open", str(file), "--programme", "TRADE")
    assert "No intake is there yet" in printed(school, "intake", "list")


def test_the_file_of_the_documents_opens_one(school: Run, tmp_path: Path):
    page = (Path(__file__).parents[3] / "docs" / "intake.md").read_text()
    (shown,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "shown.toml"
    path.write_text(shown.replace('programme = "ELEC-1"', 'programme = "TRADE"'))
    opened = printed(school, "intake", "open", str(path), "--programme", "trade")
    assert opened == (
        "2027: 3 criteria, 2 questions for candidates and 1 question for companies\n"
        "It is open; its number is 1.\n"
    )
    path.write_text(shown)
    assert "another programme: ELEC-1" in refused(
        school, "intake", "open", str(path), "--programme", "trade"
    )
