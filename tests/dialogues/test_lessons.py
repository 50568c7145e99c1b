"""A teacher says when lessons are, and hears before each what the workplaces brought."""

from datetime import UTC, datetime

from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def test_times_are_added_by_typing_and_taken_away_by_tapping(school: School):
    assert "do not know yet when you teach" in school.text("t1", "/lessons")
    added = school.text("t1", "/lessons 6E mon 8:30, thu 13h")
    assert "6E: Mon 8:30, Thu 13:00 added." in added
    (shown,) = school.say("t1", "/lessons 7E vr 9u")
    assert buttons_of([shown]) == ["✕ 6E, Mon 8:30", "✕ 6E, Thu 13:00", "✕ 7E, Fri 9:00"]
    assert "6E: Thu 13:00\n7E: Fri 9:00" in school.tapped("t1", "✕ 6E, Mon 8:30")


def test_what_is_not_understood_stores_nothing(school: School):
    assert "'noon'" in school.text("t1", "/lessons 6E noon")
    assert "Begin with one of your class groups: 6E, 7E" in school.text("t1", "/lessons mon 8:30")
    assert "You teach no class group" in school.text("m1", "/lessons 6E mon 8:30")
    assert "do not know yet" in school.text("t1", "/lessons")


def test_before_a_lesson_the_teacher_hears_what_the_workplaces_brought(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)  # a Monday
    school.say("t1", "/lessons 6E tue 8:30, thu 8:30")
    school.later(days=1, hours=1)
    school.say("m1", "jonas 10: 1vs 2lr")
    school.say("s1", "today 10.5")
    school.say("t1", "jonas 10: 3vs")
    school.later(hours=1)  # Tuesday 11:00 in Brussels: Thursday's lesson is told tomorrow
    assert tick_through(school, 20).get("t1") is None
    (told,) = tick_through(school, 12)["t1"]
    assert "6E, lesson on Thu 15 Oct, 08:30." in told.text
    assert "Nobody met these at work yet: 8, 11." in told.text
    assert "Jonas: new 10.1, 10.2, 10.5 · now alone 10.1" in told.text
    assert "10.3" not in told.text  # what was scored on campus is no news to the teacher
    assert "Not met at work yet: Noor 10" in told.text
    assert tick(school) == {}


def test_a_quiet_week_is_one_line_and_the_lesson_itself_ends_it(dutch_school: School):
    school = dutch_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    school.say("t1", "/lessen 7E ma 9u")
    school.at = datetime(2026, 10, 16, 14, 20, tzinfo=UTC)  # Friday
    (told,) = tick_through(school, 1)["t1"]
    assert told.text.startswith("7E, les op ma 19 okt, 09:00.")
    assert "er is niets nieuws gescoord." in told.text


def test_nothing_is_told_after_the_lesson_has_begun(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    school.say("t1", "/lessons 6E wed 8:30")
    school.at = datetime(2026, 10, 14, 10, 30, tzinfo=UTC)  # Wednesday 12:30: it is over
    assert tick(school) == {}


def test_days_off_have_no_lesson_to_tell_of(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 16, 7, tzinfo=UTC)
    school.say("t1", "/lessons 6E sat 8:30")
    assert tick_through(school, 24) == {}
