"""A student sees who opened what, by day; so does the coach; and a refused look is none."""

import re

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.scoring.test_score_tapped import begin

__all__ = ["own_school"]


def scored(school: School) -> School:
    for who, line in (("s1", "8 vvll"), ("m1", "jonas 8 vvxx"), ("t1", "jonas 8 xxxx")):
        school.say(who, line)
    return school


def count_rows(school: School) -> int:
    with school.engine.begin() as connection:
        found: int = connection.exec_driver_sql("SELECT count(*) FROM opened").scalar_one()
        return found


def test_the_student_and_the_coach_see_who_opened_what_by_day(school: School):
    scored(school)
    assert "Nobody has opened what is kept of you yet." in school.text("s1", "/looks")
    school.say("m1", "/report jonas")
    school.say("t1", "/report jonas 8")
    school.later(days=1)
    school.say("t1", "/report jonas")
    own = school.text("s1", "/looks")
    assert "Who opened what is kept of you, the newest day first:" in own
    days = re.split(r"\n(?=\S.*:\n)", own)
    assert "Els Wouters – the colours" in days[1]
    assert "Karim" not in days[1]
    assert "Els Wouters – single scores" in days[2]
    assert "Karim Haddad – the colours" in days[2]
    assert "What I send by myself, without being asked, is not counted here." in own
    theirs = school.text("c1", "/looks jonas")
    assert "Who opened what is kept of Jonas, the newest day first:" in theirs
    assert theirs.split("\n")[1:] == own.split("\n")[1:]


def test_once_a_day_is_enough_and_ones_own_is_nobodys_to_note(own_school: School):
    school = scored(own_school)
    school.say("s1", "/report")
    school.say("s1", "/film")
    assert count_rows(school) == 0
    for _again in range(3):
        school.say("m1", "/report jonas")
    assert count_rows(school) == 1
    school.later(days=1)
    school.say("m1", "/report jonas")
    assert count_rows(school) == 2


def test_scoring_opens_nothing_and_asks_the_database_nothing_more(own_school: School):
    school = scored(own_school)
    begin(school)
    with school.statements() as asked:
        for _indicator in range(3):
            school.tap("m1", "✓ alone")
            school.tap("m1", "regularly (4 times or more)")
    assert school.scores == 12 + 6
    assert not [statement for statement in asked if "opened" in statement]
    assert count_rows(school) == 0


def test_a_look_costs_one_statement_of_a_whole_class_too(own_school: School):
    school = scored(own_school)
    school.say("t1", "noor 8 xxxx")
    for said in ("/report jonas", "/class 6E"):
        with school.statements() as asked:
            school.say("t1", said)
        assert len([statement for statement in asked if "opened" in statement]) == 1
    assert count_rows(school) == 1 + 2, "of the class two have something to see"


def test_others_are_not_told_who_looked(school: School):
    scored(school)
    school.say("m1", "/report jonas")
    for who in ("m1", "t1"):
        assert "for students, and for the coaches" in school.text(who, "/looks")
    assert "Karim" not in school.text("s2", "/looks")


def test_a_long_list_has_pages(own_school: School):
    school = scored(own_school)
    for _day in range(60):
        school.later(days=1)
        school.say("m1", "/report jonas")
        school.say("t1", "/report jonas 8")
    first = school.text("s1", "/looks")
    assert "more ›" in school.buttons("s1")
    second = school.tapped("s1", "more ›")
    assert first != second
    assert "‹ back" in school.buttons("s1")
    with school.engine.begin() as connection:
        (track,) = connection.exec_driver_sql(
            "SELECT t.id FROM track t JOIN person p ON p.id = t.student_id WHERE school_id = 's1'"
        ).scalars()
    for who in ("s2", "m1", "t1"):
        assert "Els" not in school.tap_code(who, f"rlk:{track}:0")[0].text


def test_it_is_said_in_dutch(dutch_school: School):
    scored(dutch_school)
    dutch_school.say("t1", "/rapport jonas")
    own = dutch_school.text("s1", "/gekeken")
    assert "Wie opende wat er over jou bewaard wordt, de laatste dag eerst:" in own
    assert "Els Wouters – de kleuren" in own
    assert "Jonas" in dutch_school.text("c1", "/gekeken jonas")
