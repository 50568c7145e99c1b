"""Who speaks for a sector sees no student, no name and no score: no command or tap shows any."""

import re

import pytest

from bot.ports import Shown
from handlers.routes import TABLE
from handlers.talking.routing.tap import LiveTap
from tests.dialogues.administering.hired import hire
from tests.dialogues.school import School
from tests.dialogues.sector.spoken import speak_for
from tests.house.test_buttons import GIVEN_OUT

SECRET = "kingfisher"
SCORED = re.compile("[🟥🟧🟩✅⬜✗◐✓]")
WORDS = ("", "jonas 8", "6E", "1")
NUMBER = re.compile(r"(?<=:)\d{1,5}(?=:|$)")


def fill(school: School) -> re.Pattern[str]:
    """Let Jonas be scored, with a note; gives what finds a name, a class or a workplace.

    But for who runs the school's Kompaan: to them who speaks for a sector turns.
    """
    school.say("m1", "jonas 8 vlxv")
    school.say("m1", f"jonas note {SECRET}")
    school.say("s1", "8 vvvv")
    hire(school, name="Zita Quist")
    speak_for(school)
    with school.engine.begin() as connection:
        names = connection.exec_driver_sql("SELECT name, school_id FROM person").all()
        places = connection.exec_driver_sql(
            "SELECT name FROM workplace UNION SELECT name FROM class_group"
        )
        found = {word for name, who in names if who not in ("x1", "a1") for word in name.split()}
        found |= {str(name) for (name,) in places}
    own = {"van", "de", "der", "den"}
    return re.compile(r"\b(" + "|".join(map(re.escape, sorted(found - own))) + r")\b")


def shows(found: list[Shown], people: re.Pattern[str]) -> list[str]:
    """What of that is seen in answers, in their buttons and files."""
    said = [(shown.text, str(shown.files), str(shown.buttons)) for shown in found]
    return [
        str(own)
        for own in said
        if SECRET in str(own) or SCORED.search(str(own)) or people.search(str(own))
    ]


def shows_beside(said: str, typed_words: str, people: re.Pattern[str]) -> bool:
    """Whether something is shown beside what was typed."""
    said = said.replace(typed_words, "")
    return SECRET in said or bool(SCORED.search(said) or people.search(said))


def typed() -> list[str]:
    return [f"/{name} {words}".strip() for name in TABLE.commands for words in WORDS]


def test_a_coach_does_see_what_is_looked_for(own_school: School):
    people = fill(own_school)
    assert shows(own_school.say("c1", "/report jonas 8"), people)


def test_no_command_shows_any(own_school: School):
    people = fill(own_school)
    before = own_school.scores
    for line in [*typed(), "1 8 v", "1 8", "note", "8 v"]:
        said = own_school.say("x1", line)
        kept = shows(said, people)
        if "6E" in line:  # what they typed themselves is nothing that they are shown
            kept = [own for own in kept if shows_beside(own, "6E", people)]
        assert kept == [], line
    assert own_school.scores == before


@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_no_button_shows_any(own_school: School, number: str):
    people = fill(own_school)
    lasting = {
        NUMBER.sub(number, code)
        for codes in GIVEN_OUT.values()
        for code in codes
        if (found := TABLE.tap(code)) and not isinstance(found[0], LiveTap)
    }
    before = own_school.scores
    for code in sorted(lasting):
        assert shows(own_school.tap_code("x1", code), people) == [], code
    assert own_school.scores == before


def test_no_command_that_shows_some_does_so_on_any_platform(school: School):
    people = fill(school)
    for name in ("report", "film", "photo", "class", "overview", "alerts", "log", "desk", "admin"):
        assert shows(school.say("x1", f"/{name}"), people) == [], name
