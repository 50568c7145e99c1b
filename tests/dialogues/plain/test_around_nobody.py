"""Who is around no student by what they are hears what they have instead, whatever they ask for."""

import pytest

from handlers.routes import TABLE
from tests.dialogues.administering.hired import hire
from tests.dialogues.inducting.named import name_coach
from tests.dialogues.matching.opened import open_round, take_in
from tests.dialogues.school import School
from tests.dialogues.sector.spoken import speak_for

OWN = {"x1": "/sector", "k1": "/intake", "p1": "/intake", "d1": "/starters", "a1": "/admin"}
LINKED = "no student linked to you"


def fill(school: School) -> None:
    hire(school, name="Zita Quist")
    speak_for(school)
    name_coach(school)
    intake = open_round(school)
    take_in(school, intake, "k1", "Sam Janssens")
    take_in(school, intake, "p1", "Rik Smets", "Volta nv")


@pytest.mark.parametrize("who", OWN)
def test_each_hears_their_own_command(own_school: School, who: str):
    fill(own_school)
    for line in ("/report", "/report jonas", "/open", "/film", "8 v", "4"):
        said = own_school.text(who, line)
        assert f"What you have is {OWN[who]}." in said, line


@pytest.mark.parametrize("who", OWN)
def test_no_command_says_that_the_school_has_to_put_it_right(own_school: School, who: str):
    fill(own_school)
    for name in TABLE.commands:
        for words in ("", " jonas"):
            said = " ".join(own.text for own in own_school.say(who, f"/{name}{words}"))
            assert LINKED not in said, (name, words)


def test_whose_student_is_gone_still_hears_that_the_school_can(own_school: School):
    hire(own_school)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM involvement WHERE person_id = 2")
    gone = next(who for who, speaker in own_school.people.items() if speaker.person_id == 2)
    assert LINKED in own_school.text(gone, "/open")
