"""Who said what on a card, and when: asked for below it, and only what the reader may see."""

import pytest

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def scored(school: School) -> School:
    for who, line in (("s1", "10: 1 v 2 l"), ("m1", "jonas 10: 1 l"), ("t1", "jonas 10: 1 x")):
        school.say(who, line)
    return school


def asked(school: School, who: str) -> str:
    school.say(who, "/report 10" if who == "s1" else "/report jonas 10")
    return school.tapped(who, "who said it and when")


@both_ways
def test_below_a_card_is_said_who_said_what_and_when(school: School):
    text = asked(scored(school), "c1")
    first = text[text.index("1. ") : text.index("2. ")].splitlines()
    assert [line.strip().split(" · ")[:2] for line in first[1:]] == [
        ["✓ alone", "student Jonas Peeters"],
        ["◐ with support", "mentor Karim Haddad, Elektro bv"],
        ["✗ not shown", "teacher Els Wouters"],
    ]
    assert all(line.split(" · ")[2].endswith(str(school.at.year)) for line in first[1:])
    assert "\n   –" in text[text.index("3. ") :]


@pytest.mark.parametrize(
    ("who", "sees", "not_"),
    [
        ("s1", "student", ("mentor", "teacher")),
        ("m1", "mentor", ()),
        ("c1", "teacher", ()),
    ],
)
def test_each_reads_of_whom_they_may(
    own_school: School, who: str, sees: str, not_: tuple[str, ...]
):
    text = asked(scored(own_school), who)
    assert f"· {sees} " in text
    assert not any(f"· {role} " in text for role in not_)


def test_where_nothing_is_seen_there_is_no_button(own_school: School):
    own_school.say("m1", "jonas 10: 1 l")
    own_school.say("s1", "/report 10")
    assert "who said it and when" not in own_school.buttons("s1")
    assert "– " not in own_school.tap_code("s2", "wi:1:1:0")[0].text


def test_in_dutch(dutch_school: School):
    scored(dutch_school).say("c1", "/report jonas 10")
    assert "✗ niet getoond · leerkracht Els" in dutch_school.tapped("c1", "wie zei het en wanneer")
