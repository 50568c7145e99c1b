"""Groups, gaps and what could be practised, where a student is known to be away."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.storage.tables import campus_place, person, track
from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.planning.campus_school import after_lesson, found_example
from tests.dialogues.planning.test_gaps import told
from tests.dialogues.planning.test_groups import groups_in
from tests.dialogues.planning.test_mirror import MONDAY, offers
from tests.dialogues.school import School

__all__ = ["own_school"]


def outcomes(school: School) -> dict[str, set[str]]:
    """What came of lessons that were answered for, by the first name of the student."""
    with school.engine.begin() as connection:
        rows = connection.execute(
            select(person.c.name, campus_place.c.outcome)
            .join(track, track.c.id == campus_place.c.track_id)
            .join(person, person.c.id == track.c.student_id)
            .where(campus_place.c.outcome.is_not(None))
        ).all()
    found: dict[str, set[str]] = {}
    for name, outcome in rows:
        found.setdefault(name.split()[0], set()).add(outcome)
    return found


def is_away(school: School, name: str, *, told: bool) -> None:
    """Let somebody be away from an hour ago until midnight, of which others may know or not."""
    away = {"absent_from": school.at - timedelta(hours=1), "absence_told": told}
    until = school.at.replace(hour=21, minute=59)
    with school.engine.begin() as connection:
        whose = person.c.name == f"{name} Student"
        connection.execute(update(person).where(whose).values(absent_until=until, **away))


def on_monday(school: School) -> School:
    """Take the sources' example to a Monday at nine, with a lesson each morning at eleven."""
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    found_example(school)
    school.say("t1", "/lessons 6A mon 11:00, tue 11:00, wed 11:00, thu 11:00, fri 11:00")
    return school


def test_who_is_away_is_in_no_group_and_is_planned_for_a_later_lesson(school: School):
    on_monday(school)
    school.say("m1", "/absent dia until tomorrow")
    shown = school.text("t1", "/groups 6A")
    first, _after, later = shown.partition("After that")
    assert groups_in(first) == ["2 Grounds: Ada, Bas, Cem"]
    assert "Away at that lesson, and planned later: Dia" in first
    tuesday, wednesday, _thursday = later.splitlines()[1:]
    assert "Dia" not in tuesday
    assert "2 Grounds: Bas, Dia" in wednesday
    school.say("m1", "/undo")
    assert "2 Grounds: Ada, Bas, Cem, Dia" in school.text("t1", "/groups 6A")


def test_who_was_noted_away_before_a_confirmed_lesson_did_not_miss_it_by_a_tap(school: School):
    on_monday(school)
    school.say("t1", "/groups 6A confirm")
    school.say("c1", "/absent dia until today")
    shown = school.text("t1", "/groups 6A")
    assert "2 Grounds: Ada, Bas, Cem, Dia" in shown  # as it was confirmed
    assert "Away at that lesson, and planned later: Dia" in shown
    after_lesson(school)
    said = school.text("t1", "/groups 6A given")
    assert "was given as planned.\nAway: Dia" in said
    assert outcomes(school) == {
        "Ada": {"reached"}, "Bas": {"reached"}, "Cem": {"reached"}, "Dia": {"away"},
    }  # fmt: skip
    assert "2 Grounds: Bas, Dia" in school.text("t1", "/groups 6A")


def test_the_question_names_who_was_away_and_a_tap_says_that_they_were_there(own_school: School):
    school = on_monday(own_school)
    school.say("t1", "/groups 6A confirm")
    is_away(school, "Dia", told=True)
    school.at = datetime(2026, 10, 12, 9, tzinfo=UTC)
    asked = [reply.text for reply in tick_through(school, 9)["t1"] if "as planned?" in reply.text]
    _tomorrow, _asked, of_today = asked[-1].partition("was it given as planned?\n")
    assert of_today.splitlines()[:2] == ["2 Grounds: everybody", "Away: Dia"]
    shown = school.tapped("t1", "not quite …")
    assert "Away: Dia" in shown
    assert "Away: Ada, Dia" in school.tapped("t1", "☐ Ada away")
    assert "Away: Ada" in school.tapped("t1", "☑ Dia away").splitlines()
    assert outcomes(school)["Dia"] == {"reached"}
    assert outcomes(school)["Ada"] == {"away"}


def test_what_was_not_reached_says_nothing_of_who_was_away(own_school: School):
    school = on_monday(own_school)
    school.say("t1", "/groups 6A confirm")
    school.say("c1", "/absent dia until today")
    after_lesson(school)
    assert "Away: Dia" in school.text("t1", "/groups 6A not reached 2")
    assert outcomes(school)["Dia"] == {"away"}
    assert outcomes(school)["Ada"] == {"not_reached"}


def test_an_absence_that_was_noted_after_the_lesson_says_nothing_of_it(own_school: School):
    school = on_monday(own_school)
    school.say("t1", "/groups 6A confirm")
    after_lesson(school)
    school.say("c1", "/absent dia until friday")
    assert "Away" not in school.text("t1", "/groups 6A given")
    assert outcomes(school)["Dia"] == {"reached"}


def test_what_somebody_keeps_to_themselves_changes_no_group(own_school: School):
    school = on_monday(own_school)
    is_away(school, "Dia", told=False)
    assert "2 Grounds: Ada, Bas, Cem, Dia" in school.text("t1", "/groups 6A")


def test_gaps_of_who_is_away_are_told_when_they_are_back(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 20, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-11-19 16:00")
    school.say("m1", "/contexts jonas 1 from 20/10 until 21/10")
    school.say("c1", "/absent jonas until 25/10/2026")
    assert told(school, 24 * 5) == {}
    assert set(told(school, 24 * 3)) == {"c1", "s1"}


def test_a_confirmed_lesson_that_somebody_is_away_from_is_no_plan_for_them(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 20, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-11-19 16:00")
    school.say("m1", "jonas 8: 1-4 vs")
    school.say("m1", "/contexts jonas 1 from 20/10 until 21/10")
    school.say("t1", "/lessons 6E fri 9:00")
    assert "10 Lays conduits: Jonas" in school.text("t1", "/groups 6E confirm")
    school.say("c1", "/absent jonas until friday")
    heard = told(school, 24 * 7)
    assert any("10 “Lays conduits”" in text for text in heard["c1"])


def test_a_mentor_hears_nothing_to_practise_with_who_is_away(own_school: School):
    school = own_school
    school.at = MONDAY
    school.say("t1", "jonas 8 all x")
    offers(school, "m1", 8)
    school.say("c1", "/absent jonas until friday")
    heard = tick_through(school, 7 * 24)
    assert not any("Could you practise it" in reply.text for reply in heard.get("m1", []))
    heard = tick_through(school, 24)
    assert any("Could you practise it" in reply.text for reply in heard["m1"])
