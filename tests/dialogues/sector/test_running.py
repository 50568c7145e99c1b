"""What a module does to a programme that runs: photos, film, plans and what is asked."""

from datetime import UTC, datetime

from tests.dialogues.administering.hired import hire
from tests.dialogues.clock import tick
from tests.dialogues.school import School
from tests.dialogues.sector.spoken import speak_for
from tests.dialogues.sector.test_modules import propose


def take_in(school: School) -> None:
    hire(school)
    speak_for(school)
    propose(school)
    for line in ("/sector", "SAFE", "into Electrician", "take it in"):
        school.text("a1", line)


def photographed(school: School, month: int) -> None:
    school.at = datetime(2026, month, 16, 15, tzinfo=UTC)
    tick(school)


def test_photos_of_before_stay_and_the_open_period_has_it(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 vlxv")
    school.say("c1", "/periods add One; 2026-10-01; 2026-10-16 16:00")
    photographed(school, 10)
    before = school.text("s1", "/photo One")
    assert "8 Marks out routes" in before
    assert "Works at height" not in before
    school.say("c1", "/periods add Two; 2026-10-20; 2026-12-16 16:00")
    take_in(school)
    school.at = datetime(2026, 11, 3, 9, tzinfo=UTC)
    assert school.text("s1", "/photo One") == before
    assert "first 1 Works at height" in school.text("m1", "/open")
    school.say("m1", "jonas 12.1 v")
    school.say("m1", "jonas 1.2 l")
    photographed(school, 12)
    after = school.text("s1", "/photo Two")
    assert "1 Works at height" in after
    assert "12 Knows the plan" in after
    assert school.text("s1", "/photo One") == before
    film = school.say("s1", "/film")
    assert "Works at height" in str([shown.files for shown in film])
    for who, line in (("t1", "/class 6E"), ("s1", "/overview"), ("c1", "/log jonas")):
        assert school.text(who, line), line


def test_the_framework_is_named_where_there_are_several(own_school: School):
    school = own_school
    assert "Electrician: 8" not in school.text("s1", "/report")
    take_in(school)
    said = school.text("s1", "/report")
    assert "SAFE: 1, 12" in said
    assert "Electrician: 8, 10–11" in said
    assert school.text("s1", "/report 12").startswith("Jonas · 12 Knows the plan · SAFE")
    assert "SAFE: 1, 12" in school.text("m1", "/score jonas")


def test_plans_and_lists_of_a_workplace_name_it(own_school: School):
    school = own_school
    take_in(school)
    school.say("m1", "/activities")
    school.tap("m1", "on to single competences ›")
    assert any("12 Knows the plan" in own for own in school.buttons("m1"))
    school.say("c1", "/trainingplan jonas")
    planned = school.tapped("c1", "change it")
    assert "12 Knows the plan" in planned + str(school.buttons("c1"))
    assert "12 Knows the plan" in school.text("m1", "jonas 12 v")
    mapped = school.say("t1", "/class 6E")
    assert "Works at height" in str([shown.files for shown in mapped])
