"""Being away, of oneself or noted for another: it pauses what is asked, of others as well."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.storage.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.clock import hear
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School
from tests.dialogues.supporting.test_stops import sent_to

__all__ = ["dutch_school", "own_school"]


def away(school: School, who: str) -> tuple[str | None, bool]:
    """Say until when somebody is away, as stored, and whether others may know."""
    with school.engine.begin() as connection:
        wish = StoredUnitOfWork(connection).people.read_preferences(school.people[who].person_id)
    until = wish.absent_until
    return (f"{until:%d %b %H:%M}" if until else None), wish.absence_told


def test_a_mentor_notes_it_in_one_line_and_undoes_it(school: School):
    before = school.text("m1", "/open")
    assert "Jonas Peeters: " in before
    said = school.text("m1", "/absent jonas until friday")
    assert said.startswith("Jonas Peeters is away up to and including 16 Oct.")
    shown = school.text("m1", "/open")
    assert "Jonas Peeters: " not in shown
    assert "Jonas Peeters is away up to and including 16 Oct." in shown
    assert "Noor Aziz: " in shown
    assert "Jonas Peeters: " not in school.text("t1", "/open")
    school.say("m1", "/undo")
    assert "Jonas Peeters: " in school.text("m1", "/open")
    assert away(school, "s1") == (None, False)


def test_who_is_away_hears_it_and_is_back_by_a_tap(own_school: School):
    own_school.say("c1", "/absent jonas")
    assert "Karim" not in own_school.tapped("c1", "up to and including 16 Oct")
    assert away(own_school, "s1") == ("16 Oct 21:59", True)
    own_school.later(hours=3)
    hear(own_school)
    (said,) = sent_to(own_school, "s1")
    assert said.startswith("Lien Martens noted that you are away up to and including 16 Oct.")
    own_school.tap("s1", "I am back")
    assert away(own_school, "s1") == (None, False)


def test_ones_own_is_told_to_nobody_until_one_tap_tells_it(own_school: School):
    school = own_school
    assert "Until when" not in school.text("s1", "/absent")
    said = school.tapped("s1", "up to and including 16 Oct")
    assert "Nobody else is told." in said
    assert "away" not in school.text("m1", "/open")
    assert "Jonas Peeters: " in school.text("m1", "/open")
    assert away(school, "s1") == ("16 Oct 21:59", False)
    school.say("s1", "I am ill")
    school.tap("s1", "up to and including 16 Oct")
    assert "nothing else" in school.tapped("s1", "tell mentor, teacher and coach")
    assert "Jonas Peeters is away up to and including 16 Oct." in school.text("m1", "/open")
    school.later(hours=3)
    hear(school)
    for who, hears in (("m1", True), ("t1", True), ("c1", True), ("m2", False), ("s2", False)):
        heard = any("Jonas Peeters is away" in text for text in sent_to(school, who))
        assert heard is hears, who
    assert not any("ill" in text.split() for text in sent_to(school, "m1"))


def test_on_the_day_after_it_is_over_and_everything_is_asked_again(own_school: School):
    own_school.say("m1", "/absent jonas until friday")
    own_school.at = datetime(2026, 10, 16, 21, 59, tzinfo=UTC)
    assert "Jonas Peeters: " not in own_school.text("t1", "/open")
    own_school.at = datetime(2026, 10, 16, 22, 0, tzinfo=UTC)
    assert "Jonas Peeters: " in own_school.text("t1", "/open")


def test_only_those_around_note_it_and_a_coach_of_a_mentor_as_well(own_school: School):
    for who in ("s1", "m2", "s3"):
        own_school.say(who, "/absent noor until friday")
        own_school.tap_code(who, "ib:2:20261016")
        assert away(own_school, "s2") == (None, False), who
    for who in ("m1", "t1"):
        noted = own_school.people["c1"].person_id
        assert "Nothing was stored" in own_school.tap_code(who, f"ib:{noted}:20261016")[-1].text
    assert away(own_school, "c1") == (None, False)
    said = own_school.text("c1", "/absent karim until friday")
    assert said.startswith("Karim Haddad is away up to and including 16 Oct.")
    assert away(own_school, "m1") == ("16 Oct 21:59", True)


@pytest.mark.parametrize("day", ["12/10/2026", "1/10/2027"])
def test_a_day_that_is_over_or_far_is_refused(own_school: School, day: str):
    assert "Nothing was stored" in own_school.text("m1", f"/absent jonas until {day}")
    assert away(own_school, "s1") == (None, False)


def test_undo_leaves_what_was_said_since(own_school: School):
    own_school.say("m1", "/absent jonas until friday")
    own_school.say("t1", "/absent jonas until 20/10/2026")
    own_school.say("m1", "/undo")
    assert away(own_school, "s1") == ("20 Oct 21:59", True)
    own_school.say("t1", "/undo")
    assert away(own_school, "s1") == ("16 Oct 21:59", True)


def test_a_coachs_question_waits_for_who_is_away(own_school: School):
    school = with_period(own_school)
    all_score(school)
    quiet(school)
    school.say("c1", "/absent karim until friday")
    school.say("c1", "/alerts")
    school.tap("c1", "Jonas · 8 Marks out routes · Period 3")
    school.tap("c1", "ask all")
    asked = school.tapped("c1", "send the usual one")
    assert "Karim Haddad is away up to and including 16 Oct: it waits until then." in asked
    assert "Els Wouters is away" not in asked
    hear(school)
    assert asked_of(school) == {"s1": "sent", "m1": "pending", "t1": "sent"}
    school.at = datetime(2026, 10, 16, 21, 58, tzinfo=UTC)
    hear(school)
    assert asked_of(school)["m1"] == "pending"
    school.at = datetime(2026, 10, 16, 22, 0, tzinfo=UTC)
    hear(school)
    assert asked_of(school)["m1"] == "sent"


def asked_of(school: School) -> dict[str, str]:
    """What became of a coach's question, by whom it asks."""
    names = {known.person_id: who for who, known in school.people.items()}
    with school.engine.begin() as connection:
        rows = connection.execute(select(outbox).where(outbox.c.kind == "question")).all()
    return {names[row.person_id]: row.state for row in rows}


def test_in_dutch(dutch_school: School):
    said = dutch_school.text("m1", "/afwezig jonas tot vrijdag")
    assert said.startswith("Jonas Peeters is weg tot en met 16 okt.")
    assert "Jonas Peeters is weg tot en met 16 okt." in dutch_school.text("t1", "/open")


@pytest.mark.parametrize("day", ["31/12/9999", "1/1/2326", "01/01/0001", "yesterday", "13/10/2026"])
def test_a_day_at_the_end_of_time_is_refused(own_school: School, day: str):
    own_school.say("c1", f"/absent jonas until {day}")
    own_school.say("c1", "/absent jonas")
    own_school.say("c1", day)
    assert away(own_school, "s1") == (None, False)


@pytest.mark.parametrize("code", ["ib:1:99991231", "ib:1:00010101", "il:1:student:99991231"])
def test_a_button_with_a_day_at_the_end_of_time_is_none(own_school: School, code: str):
    assert own_school.tap_code("c1", code)
    assert away(own_school, "s1") == (None, False)


def test_a_coach_tells_the_teachers_and_nobody_is_asked_less_by_it(own_school: School):
    own_school.say("c1", "I am ill")
    own_school.tap("c1", "up to and including 16 Oct")
    own_school.tap("c1", "tell the teachers and the other coaches")
    own_school.later(hours=3)
    hear(own_school)
    assert sent_to(own_school, "t1") == ["Lien Martens is away up to and including 16 Oct."]
    for who in ("s1", "m1", "m2"):
        assert sent_to(own_school, who) == [], who
    assert "Jonas Peeters: " in own_school.text("m1", "/open")


def test_who_is_no_longer_around_takes_nothing_back(own_school: School):
    own_school.say("m1", "/absent jonas until friday")
    own_school.say("c1", "/stops jonas")
    own_school.tap("c1", "both agree")
    own_school.say("c1", "12/10/2026")
    own_school.tap("c1", "nobody else")
    assert "You no longer follow this student" in own_school.text("m1", "/undo")
    assert away(own_school, "s1") == ("16 Oct 21:59", True)


def test_a_difference_waits_for_a_coach_who_is_away(own_school: School):
    school = with_period(own_school)
    school.say("c1", "I am ill")
    school.tap("c1", "up to and including 16 Oct")
    all_score(school)
    quiet(school)
    hear(school)
    assert alerts_of(school) == {("c1", "pending")}
    school.at = datetime(2026, 10, 16, 22, 0, tzinfo=UTC)
    hear(school)
    assert alerts_of(school) == {("c1", "sent")}


def alerts_of(school: School) -> set[tuple[str, str]]:
    """What became of alerts, by whom they are for."""
    names = {known.person_id: who for who, known in school.people.items()}
    with school.engine.begin() as connection:
        rows = connection.execute(select(outbox).where(outbox.c.kind == "alert")).all()
    return {(names[row.person_id], row.state) for row in rows}
