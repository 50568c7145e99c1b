"""Who runs a school sees no scores, notes, colours or answers by that: no command or tap shows any.

What is shown goes by the tracks around which somebody is (`bot/storage/scoring/visible.py`), and an
administrator is around none by that alone.
"""

import re

import pytest
from sqlalchemy import select

from bot.ports import Shown
from bot.storage.tables import involvement, track
from handlers.routes import TABLE
from handlers.talking.routing.tap import LiveTap
from tests.dialogues.administering.hired import hire
from tests.dialogues.school import School
from tests.house.test_buttons import GIVEN_OUT

SECRET = "kingfisher"
COLOURS = re.compile("[🟥🟧🟩✅⬜✗◐✓]")
WORDS = ("", "jonas 8", "6E")
SHOWING = (
    "report", "film", "photo", "route", "class", "overview", "alerts", "log", "raters", "reflect",
    "evaluations", "deliberation", "decision", "council",
)  # fmt: skip
"""Commands that show scores, colours, notes or answers to those around a track."""
NUMBER = re.compile(r"(?<=:)\d{1,5}(?=:|$)")


@pytest.fixture
def scored(school: School) -> School:
    """A school in which Jonas was scored, with a note and an answer, and an administrator."""
    fill(school)
    return school


def fill(school: School) -> None:
    school.say("m1", "jonas 8 vlxv")
    school.say("m1", f"jonas note {SECRET}")
    school.say("s1", "8 vvvv")
    hire(school)


def shows(found: list[Shown]) -> list[str]:
    """What of that is seen in answers, in their buttons and files."""
    said = [(shown.text, str(shown.files), str(shown.buttons)) for shown in found]
    return [str(own) for own in said if SECRET in str(own) or COLOURS.search(str(own))]


def typed() -> list[str]:
    return [f"/{name} {words}".strip() for name in TABLE.commands for words in WORDS]


def test_a_coach_does_see_what_is_looked_for(scored: School):
    assert shows(scored.say("c1", "/report jonas 8"))


def test_no_command_that_shows_some_does_so_on_any_platform(scored: School):
    before = scored.scores
    for name in SHOWING:
        assert shows(scored.say("a1", f"/{name} jonas")) == [], name
    assert shows(scored.say("a1", "jonas 8 v")) == []
    assert scored.scores == before


def test_no_command_shows_any(own_school: School):
    fill(own_school)
    before = own_school.scores
    for line in [*typed(), "jonas 8 v", "jonas 8", "6E 8 v", f"jonas note {SECRET[:4]}"]:
        assert shows(own_school.say("a1", line)) == [], line
    assert own_school.scores == before


def test_no_button_shows_any(own_school: School):
    fill(own_school)
    numbers = ("1", "2", "3")
    lasting = {
        NUMBER.sub(number, code)
        for codes in GIVEN_OUT.values()
        for code in codes
        for number in numbers
        if (found := TABLE.tap(code)) and not isinstance(found[0], LiveTap)
    }
    before = own_school.scores
    for code in sorted(lasting):
        if code.startswith("be:"):
            continue  # it ends a placement, as an administrator may
        assert shows(own_school.tap_code("a1", code)) == [], code
    assert own_school.scores == before


def test_who_is_a_coach_as_well_sees_what_a_coach_sees(scored: School):
    hire(scored, "c1", "Lien Martens")
    assert shows(scored.say("c1", "/report jonas 8"))


def test_no_administrator_is_around_a_track_by_that(own_school: School):
    fill(own_school)
    person = own_school.people["a1"].person_id
    with own_school.engine.begin() as connection:
        around = connection.execute(select(involvement).where(involvement.c.person_id == person))
        assert around.all() == []
        students = connection.execute(select(track).where(track.c.student_id == person))
        assert students.all() == []


ADMINISTERING = sorted(
    code for name, codes in GIVEN_OUT.items() for code in codes if name.startswith("b")
)


@pytest.mark.parametrize("who", ["s1", "m1", "t1", "c1"])
def test_nobody_else_runs_anything(own_school: School, who: str):
    refused = "That is for who runs Kompaan for your school"
    assert refused in own_school.text(who, "/admin")
    hire(own_school)
    for code in ADMINISTERING:
        (shown,) = own_school.tap_code(who, code)
        assert refused in shown.text, code
        assert "Marie Claes" in shown.text
