"""Which work comes up: said in a few taps or typed, seen by the student, with what it brings."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.storage.tables import context, programme, workplace
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from handlers.planning.activities.taps import OfferContext
from handlers.planning.contexts.taps import RemoveContext
from handlers.talking.routing.tap import button
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of, roster

__all__ = ["dutch_school", "own_school"]


def test_a_mentor_says_in_three_taps_what_comes_up_and_the_student_sees_it(school: School):
    (shown,) = school.say("m1", "/contexts jonas")
    assert shown.text.splitlines() == [
        "Jonas: the work that comes up",
        "Nobody has said yet which work comes up.",
        "So far at work:",
        "1 Rough work: 0 of 17 indicators came up",
        "Tap what comes up in the coming weeks.",
    ]
    school.tap("m1", "1 Rough work")
    (asked,) = school.tap("m1", "from next week")
    assert len(buttons_of([asked])) == 5
    until = next(label for label in buttons_of([asked]) if label.startswith("until "))
    (told,) = school.tap("m1", until)
    assert buttons_of([told]) == ["↩ Undo", "✕ remove: 1 Rough work"]
    assert told.text.startswith("1 Rough work comes up from ")
    brings = "→ would bring 8 “Marks out routes” and 10 “Lays conduits”"
    assert brings in told.text
    for who, line in [("s1", "/contexts"), ("s1", "/next"), ("t1", "/contexts jonas")]:
        assert brings in school.text(who, line), (who, line)
    assert "which work comes up · Jonas · 1 Rough work" in school.text("m1", "/undo")
    assert "Nobody has said yet" in school.text("s1", "/contexts")


def test_days_are_typed_behind_the_command_or_where_they_are_asked(own_school: School):
    school = own_school
    told = school.text("m1", "/contexts jonas 1 from 19/10 until 30/10")
    assert told.startswith("1 Rough work comes up from 19 Oct to 30 Oct.")
    assert "comes up from 19 Oct to 23 Oct." in school.text("m1", "/contexts jonas 1 next week")
    school.say("m1", "/contexts jonas 1")
    assert "comes up from 14 Oct to 6 Nov." in school.text("m1", "until 6 november")
    school.say("c1", "/contexts jonas 1")
    assert "comes up from 2 Nov to 15 Nov." in school.text("c1", "from 2/11")
    assert "comes up no more" in school.text("m1", "/contexts jonas 1 none")
    for wrong in ("1 soon", "1 from 30/10 until 19/10/2025", "1 until 1/10"):
        assert "I read no days" in school.text("m1", f"/contexts jonas {wrong}"), wrong
    assert "no such context" in school.text("m1", "/contexts jonas 7 next week")
    school.say("m1", "/contexts jonas 1")
    assert "now alone" in school.text("m1", "jonas 10.1 v") or school.scores == 1


def test_what_came_up_is_developed_and_counted(own_school: School):
    school = own_school
    school.say("m1", "jonas 8: 1-2 vs")
    shown = school.text("m1", "/contexts jonas 1 next week")
    assert "→ would bring 10 “Lays conduits”\n→ would go on with 8 “Marks out routes”" in shown
    assert "1 Rough work: 2 of 17 indicators came up" in shown
    school.say("m1", "jonas 8 vvvv")
    assert "go on with" not in school.text("s1", "/contexts")


def test_what_comes_up_is_asked_first_and_is_a_reason_for_the_next_step(own_school: School):
    school = own_school
    assert "comes up in" not in school.text("s1", "/next")
    school.say("m1", "/contexts jonas 1 from 12/10 until 30/10")
    assert "8.1 marks 1\n   → comes up in: Rough work" in school.text("s1", "/next")
    school.later(weeks=3)
    assert "comes up in" not in school.text("s1", "/next")


def test_nobody_plans_where_they_have_no_part(own_school: School):
    school = own_school
    assert "The mentor or the coach says" in school.text("s1", "/contexts 1 next week")
    assert "The mentor or the coach says" in school.text("t1", "/contexts jonas 1 next week")
    assert "nobody called 'jonas'" in school.text("m2", "/contexts jonas 1 next week")
    for who in ("s1", "s2", "t1", "m2"):
        for code in ("xw:1:1:20261019:2", "xd:1:1"):
            assert "The mentor or the coach says" in school.tap_code(who, code)[0].text
    for who in ("s1", "m1", "t1"):
        for code in ("xe:1:0", "xe:1:1", "xr:1:1", "xp:1"):
            assert "coach keeps the contexts" in school.tap_code(who, code)[0].text
    assert "Nobody has said yet" in school.text("m1", "/contexts jonas")


def test_a_mentor_hears_of_another_workplace_that_it_is_elsewhere(own_school: School):
    school = own_school
    second = replace(roster()[0], workplace="Volta nv", mentor_id="m2", mentor="An Claes")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (home,) = uow.catalogue.list_organisations()
        assert not import_roster(uow.catalogue, home, [second]).rejected
    assert "comes up from" in school.text("m2", "/contexts jonas 1 next week")
    seen = school.text("m1", "/contexts jonas")
    assert "(elsewhere)" in seen
    assert "Volta" not in seen
    for who in ("s1", "t1", "c1"):
        assert "(Volta nv)" in school.text(who, "/contexts jonas"), who
    assert "At which workplace?" in school.text("c1", "/contexts jonas 1 next week")
    assert "From when does it come up?" in school.tapped("c1", "Elektro bv")


def test_a_coach_makes_changes_and_takes_away_a_context(own_school: School):
    school = own_school
    assert school.text("c1", "/contexts").splitlines() == [
        "Electrician: work that belongs together",
        "1 Rough work",
        "   starts: 8 “Marks out routes”",
        "   develops: 10 “Lays conduits”",
        "With a student's name behind /contexts you see and say what comes up there.",
    ]
    school.tap("c1", "a new context")
    school.say("c1", "Renovation")
    (empty,) = school.tap("c1", "keep it")
    assert empty.text == "Tap at least one competence that it trains."
    school.tap("c1", "☐ 11 Sets boxes")
    school.say("c1", "8")
    assert "starts: 11 “Sets boxes”\n   develops: 8 “Marks" in school.text("c1", "8")
    (kept,) = school.tap("c1", "keep it")
    assert kept.text.startswith("2 Renovation is kept.\n")
    assert "what you changed about a context · 2 Renovation" in school.tapped("c1", "↩ Undo")
    assert "Renovation" not in school.text("c1", "/contexts")
    school.tap("c1", "change: 1 Rough work")
    school.tap("c1", "another title")
    school.say("c1", "New house")
    assert "1 New house" in school.text("c1", "keep it")
    assert "1 New house" in school.text("s1", "/contexts")
    school.say("c1", "/contexts")
    school.tap("c1", "change: 1 New house")
    assert "is taken away" in school.tapped("c1", "take it away")
    assert "has no contexts yet" in school.text("s1", "/contexts")
    school.say("c1", "/undo")
    assert "1 New house" in school.text("s1", "/contexts")


def test_a_context_that_is_planned_stays(own_school: School):
    school = own_school
    school.say("m1", "/contexts jonas 1 next week")
    school.say("c1", "/contexts")
    school.tap("c1", "change: 1 Rough work")
    assert school.tapped("c1", "take it away") == "1 Rough work stays: somewhere it is planned."
    school.say("m1", "/undo")
    assert "is taken away" in school.tapped("c1", "take it away")


def test_undo_leaves_what_somebody_else_said_meanwhile(own_school: School):
    school = own_school
    school.say("m1", "/contexts jonas 1 next week")
    school.say("c1", "/contexts jonas 1 from 2/11 until 13/11")
    assert "cannot be taken back" in school.text("m1", "/undo")
    assert "2 Nov to 13 Nov" in school.text("m1", "/contexts jonas")


@pytest.mark.parametrize(
    "command", ["/contexten jonas 1 volgende week", "/contexts Jonas 1 van 19/10 tot 23/10"]
)
def test_in_dutch(dutch_school: School, command: str):
    told = dutch_school.text("m1", command)
    assert told.startswith("1 Rough work komt aan bod van 19 okt tot 23 okt.")
    assert "→ zou 8 “Marks out routes” en 10 “Lays conduits” brengen" in told


def test_what_hung_on_a_context_that_is_gone_cannot_be_put_back(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        where = connection.execute(select(workplace.c.id).where(workplace.c.name == "Elektro bv"))
        work = (where.scalar_one(), connection.execute(select(programme.c.id)).scalar_one())
        contexts = connection.execute(select(context.c.id)).scalar_one()
    for offered in (1, 0):
        school.tap_code("m1", button("", OfferContext(*work, contexts, offered)).code)
    school.say("m2", "/contexts nicolas 1 from 20/10 until 30/10")
    school.say("m1", "/contexts jonas 1 from 20/10 until 30/10")
    school.tap("m1", "✕ remove: 1 Rough work")
    school.tap("m2", "✕ remove: 1 Rough work")
    (gone,) = school.tap_code("c1", button("", RemoveContext(work[1], 1)).code)
    assert "1 Rough work is taken away." in gone.text
    for who in ("m1", "m1", "m2"):
        assert "cannot be taken back" in school.text(who, "/undo")
