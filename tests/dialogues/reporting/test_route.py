"""The route: what each place contributed, for those who see single indicators of both."""

import pytest

from bot.domain.planning.training_plans import Where
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import PNG, newest_file
from tests.dialogues.planning.planned import offer, plan
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def travelled(school: School) -> School:
    """Of 8 both places trained one indicator, of 10 the workplace some, of 11 the school some."""
    for who, line in (
        ("m1", "jonas 8: 1-2r 3-4n"),
        ("t1", "jonas 8: 1n 2-3s 4n"),
        ("m1", "jonas 10: 1-5s"),
        ("t1", "jonas 11: 1-2r"),
        ("s1", "11 all r"),
    ):
        school.say(who, line)
    return school


@both_ways
def test_every_platform_brings_it(school: School):
    text = travelled(school).text("c1", "/route jonas")
    assert text.startswith("Overlap in 1 of 3\nJonas Peeters · Electrician\n")
    assert text.splitlines()[2].endswith(" · 6E")
    assert text.endswith(
        "\nFor each competence: workplace + campus, of how many indicators."
        "\n8 Marks out routes: 2 + 2 of 4 overlap of 1 indicator"
        "\n10 Lays conduits: 5 + 0 of 13 workplace only"
        "\n11 Sets boxes: 0 + 2 of 5 campus only"
    )
    assert newest_file(school, "c1").startswith(PNG)


def test_what_was_planned_stands_beside_what_came_up(own_school: School):
    plan(travelled(own_school), "s1", "m1", {8: Where.WORKPLACE, 10: Where.WORKPLACE})
    offer(own_school, "m1", {11})
    text = own_school.text("c1", "/route jonas")
    assert text.startswith("Overlap in 1 of 3 · 1 of 3 as planned\n")
    assert text.endswith(
        "\n8 Marks out routes: 2 + 2 of 4 overlap of 1 indicator · planned: workplace"
        "\n10 Lays conduits: 5 + 0 of 13 workplace only · planned: workplace"
        "\n11 Sets boxes: 0 + 2 of 5 campus only · planned: workplace"
    )


@pytest.mark.parametrize("who", ["m1", "t1"])
def test_mentor_and_teacher_see_it_too(own_school: School, who: str):
    travelled(own_school).say(who, "/report jonas")
    assert "8 Marks out routes: 2 + 2 of 4 overlap of 1 indicator" in own_school.tapped(
        who, "route"
    )


@pytest.mark.parametrize("who", ["s1", "s2", "m2"])
def test_nobody_else_does(own_school: School, who: str):
    travelled(own_school)
    for answer in (*own_school.say(who, "/route jonas"), *own_school.tap_code(who, "rt:1")):
        assert (answer.files, "overlap of" in answer.text) == ([], False)
    own_school.say(who, "/report")
    assert who == "m2" or "route" not in own_school.buttons(who)


def test_a_student_hears_why_not(own_school: School):
    assert "your mentor, your teacher and your coach see it" in own_school.text("s1", "/route")


def test_in_dutch(dutch_school: School):
    text = travelled(dutch_school).text("c1", "/route jonas")
    assert "8 Marks out routes: 2 + 2 van 4 overlap van 1 indicator" in text
