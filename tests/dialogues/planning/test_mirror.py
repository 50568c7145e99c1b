"""What could be practised at a workplace: told once a week where it fits, and what comes of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.planning.activities import OWN, Activity, ActivityList
from bot.exchange.repertoire_file import read_repertoire
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]

MONDAY = datetime(2026, 10, 12, 5, tzinfo=UTC)
WEEK = 7 * 24


def offers(school: School, who: str, *numbers: int) -> None:
    """Let the workplace of a mentor offer these competences."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (offer,) = uow.activities.list_seen(school.people[who].person_id)
        programme = uow.tracks.read_programme(offer.programme_id)
        chosen = frozenset(own.id for own in programme.competences if own.number in numbers)
        uow.activities.set_list(offer, ActivityList((Activity(OWN, chosen),)), school.at)


@pytest.fixture
def on_monday(own_school: School) -> School:
    """Make a school on a Monday, in which Jonas does not show 8 on campus and 11 with support."""
    own_school.at = MONDAY
    own_school.say("t1", "jonas 8 all x")
    own_school.say("t1", "jonas 11 all l")
    return own_school


def test_the_mentor_hears_what_lacks_on_campus_and_is_on_the_list(on_monday: School):
    school = on_monday
    assert "m1" not in tick_through(school, 6)  # no list, no message
    offers(school, "m1", 8, 10, 11)
    (told,) = tick_through(school, 24)["m1"]
    assert told.text.splitlines() == [
        "Jonas · 8 Marks out routes",
        "On campus this is not shown yet.",
        "It stands on your workplace’s activity list. Could you practise it this week?",
    ]
    assert buttons_of([told]) == ["we can do that", "not here"]
    assert "m1" not in tick_through(school, 5 * 24)  # once a week at most
    (told,) = tick_through(school, 3 * 24)["m1"]
    assert told.text.splitlines()[:2] == [
        "Jonas · 11 Sets boxes",
        "On campus this is shown with support.",
    ]


def test_what_can_be_done_is_planned_and_the_student_hears_it(on_monday: School):
    school = on_monday
    offers(school, "m1", 8)
    tick_through(school, 6)
    said = school.tapped("m1", "we can do that")
    assert said.splitlines() == [
        "Jonas · 8 Marks out routes",
        "Fine. It is in the focus of Jonas, who hears it.",
        "It stands in the training plan for the workplace now.",
    ]
    assert "8.1 marks 1" in school.text("m1", "focus jonas")
    told = "\n".join(reply.text for reply in tick_through(school, 8)["s1"])
    assert "Karim wants to practise this with you: 8 Marks out routes" in told


def test_what_is_not_done_here_leaves_the_list(on_monday: School):
    school = on_monday
    offers(school, "m1", 8)
    tick_through(school, 6)
    assert "off your workplace’s activity list" in school.tapped("m1", "not here")
    assert "0 of 3 competences" in school.text("m1", "/activities")
    assert "m1" not in tick_through(school, 8 * 24)


def test_not_here_is_undone(on_monday: School):
    school = on_monday
    offers(school, "m1", 8)
    tick_through(school, 6)
    school.tap("m1", "not here")
    school.say("m1", "/undo")
    assert "1 of 3 competences" in school.text("m1", "/activities")


@pytest.mark.parametrize("share", ["share with coach", "with coach, mentor, teacher"])
def test_a_goal_is_said_only_where_the_mentor_may_read_it(on_monday: School, share: str):
    school = on_monday
    school.repertoire = replace(read_repertoire(), tips={})
    offers(school, "m1", 8, 11)
    for said in ("today 11.2", "/reflect"):
        school.say("s1", said)
    school.tap("s1", "answer")
    school.say("s1", "I made it too deep")
    for label in ("done", share):
        school.tap("s1", label)
    school.tap("s1", "goal for next week")
    school.say("s1", "Boxes that sit flush")
    (told,) = tick_through(school, 6)["m1"]
    if share == "share with coach":
        assert "Boxes" not in told.text
        assert told.text.startswith("Jonas · 8 Marks out routes")
    else:
        assert told.text.splitlines()[:3] == [
            "Jonas · 11 Sets boxes",
            "On campus this is shown with support.",
            "Goal of Jonas: “Boxes that sit flush”",
        ]


def test_nobody_answers_for_another_mentor(on_monday: School):
    school = on_monday
    offers(school, "m1", 8)
    (told,) = tick_through(school, 6)["m1"]
    code = told.buttons[0][0]["code"]
    for who in ("m2", "t1", "s1", "c1"):
        assert "Karim" not in school.tap_code(who, code)[0].text
    assert "Jonas has no focus now" in school.text("m1", "focus jonas")


def test_what_was_taken_back_is_not_told_to_the_student(on_monday: School):
    school = on_monday
    offers(school, "m1", 8)
    tick_through(school, 6)
    school.tap("m1", "we can do that")
    assert "still has it here" in school.tapped("m1", "not here")
    for _list_plan_focus in range(3):
        school.say("m1", "/undo")
    told = "\n".join(reply.text for reply in tick_through(school, 24).get("s1", []))
    assert "wants to practise" not in told
