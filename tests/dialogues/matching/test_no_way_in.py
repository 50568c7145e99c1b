"""An intake is no way in as somebody else, and none to a student who is there already."""

import re

from sqlalchemy import select

from bot.platforms.transcript import Speaker
from bot.storage.tables import invitation, involvement, track
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from tests.dialogues.administering.hired import enter, hire
from tests.dialogues.conftest import own_school
from tests.dialogues.matching.opened import (
    answer_as_candidate,
    come,
    invite,
    offer_place,
    open_round,
)
from tests.dialogues.matching.test_around_intake import begun, plan
from tests.dialogues.school import School

__all__ = ["own_school"]


def take_known(school: School, who: str, step: str, typed: str) -> str:
    """Take somebody in whose name is known, as that person."""
    school.say(who, "/intake")
    school.tap(who, step)
    school.say(who, typed)
    (known,) = [label for label in school.buttons(who) if " · " in label]
    return "\n".join(reply.text for reply in school.tap(who, known))


def judge(school: School, who: str, name: str) -> None:
    """Write that it is a match, up to the class group."""
    school.say(who, "/intake")
    school.tap(who, name)
    school.tap(who, "what came of it")
    for _criterion in range(3):
        school.tap(who, "met")
    school.say(who, "You asked good questions.")
    school.tap(who, "a match")
    school.tap(who, "choose the class group")


def links(school: School, name: str) -> int:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (person,) = [own for own in uow.people.list_all() if own.name == name]
        found = select(invitation.c.id).where(invitation.c.person_id == person.id)
        return len(connection.execute(found).all())


def test_who_was_known_gets_no_link_from_an_intake(own_school: School):
    open_round(own_school)
    with own_school.engine.begin() as connection:
        for number, name in enumerate(("Tine Vos", "Bram Celis")):
            add_person(StoredUnitOfWork(connection), 1, f"b{number}", name)
    for step, typed in (
        ("note a place", "Volta nv, Tine Vos"),
        ("invite a candidate", "Bram Celis"),
    ):
        said = take_known(own_school, "c1", step, typed)
        assert "was known before, and has not come yet" in said
        assert "start " not in said
    for code in ("iod:p:1", "iod:c:1"):
        (refused,) = own_school.tap_code("c1", code)
        assert "has a link from the school" in refused.text
    assert links(own_school, "Tine Vos") == links(own_school, "Bram Celis") == 0


def test_a_new_link_is_for_who_takes_part_and_is_nothing_else(own_school: School):
    begun(own_school)
    assert re.search("start ", "".join(own.text for own in own_school.tap_code("c1", "iod:c:1")))
    plan(own_school)
    judge(own_school, "c1", "Sam Janssens")
    own_school.tap("c1", "7E")
    own_school.tap("c1", "I do")
    own_school.tap("c1", "yes, begin")
    before = links(own_school, "Sam Janssens"), links(own_school, "Rik Smets")
    for code in ("iod:p:1", "iod:c:1"):
        (refused,) = own_school.tap_code("c1", code)
        assert "has a link from the school" in refused.text
    assert (links(own_school, "Sam Janssens"), links(own_school, "Rik Smets")) == before


def test_a_student_of_the_programme_is_no_candidate_of_it(own_school: School):
    open_round(own_school)
    said = take_known(own_school, "c1", "invite a candidate", "Jonas Peeters")
    assert said.startswith("Jonas Peeters is a student of this programme already")
    assert "0 candidates" in own_school.text("c1", "/intake")


def test_nobody_begins_who_sent_nothing_or_is_a_student_by_now(own_school: School):
    open_round(own_school)
    invite(own_school, "k1", "Sam Janssens")
    offer_place(own_school, "p1", "Volta nv", "Rik Smets")
    plan(own_school)
    judge(own_school, "c1", "Sam Janssens")
    for step in ("7E", "I do"):
        own_school.tap("c1", step)
    assert "Sam Janssens did not send the answers" in own_school.tapped("c1", "yes, begin")
    assert not is_student(own_school, "Sam Janssens")


def is_student(school: School, name: str) -> bool:
    with school.engine.begin() as connection:
        (own,) = [own for own in StoredUnitOfWork(connection).people.list_all() if own.name == name]
        mine = select(track.c.id).where(track.c.student_id == own.id)
        return connection.execute(mine).first() is not None


def test_who_leads_and_coaches_nobody_becomes_no_coach_by_it(own_school: School):
    open_round(own_school)
    hire(own_school)
    with own_school.engine.begin() as connection:
        tine = add_person(StoredUnitOfWork(connection), 1, "t9", "Tine Vos")
    enter(own_school, "t9", Speaker(tine.id, 1))
    invite(own_school, "k1", "Sam Janssens")
    offer_place(own_school, "p1", "Volta nv", "Rik Smets")
    answer_as_candidate(own_school, "k1", "I like to see what I make")
    own_school.say("a1", "/intake")
    own_school.tap("a1", "name who leads it")
    own_school.say("a1", "tine")
    own_school.say("t9", "/intake")
    for step in ("Sam Janssens", "beside Volta nv", "propose an interview", "choose this moment"):
        own_school.tap("t9", step)
    judge(own_school, "t9", "Sam Janssens")
    own_school.tap("t9", "another class group …")
    own_school.say("t9", "7Z")
    assert own_school.buttons("t9") == ["Lien Martens"]
    (refused,) = own_school.tap_code("t9", f"imw:1:0:{tine.id}")
    assert refused.text == "That is no intake that you lead."
    own_school.tap_code("t9", "imv:1:0")
    own_school.say("t9", "7Z")
    own_school.tap("t9", "Lien Martens")
    assert "Sam Janssens is a student now." in own_school.tapped("t9", "yes, begin")
    with own_school.engine.begin() as connection:
        mine = select(involvement.c.role).where(involvement.c.person_id == tine.id)
        assert connection.execute(mine).all() == []


def test_who_takes_part_leads_nothing_once_nobody_is_named(own_school: School):
    open_round(own_school)
    hire(own_school)
    own_school.say("a1", "/intake")
    own_school.tap("a1", "name who leads it")
    own_school.say("a1", "els")
    take_known(own_school, "t1", "note a place", "Lampen nv, Lien Martens")
    own_school.say("t1", "/intake")
    own_school.tap("t1", "invite a candidate")
    own_school.say("t1", "Sam Janssens")
    come(own_school, "k1", "Sam Janssens")
    answer_as_candidate(own_school, "k1", "I like to see what I make")
    own_school.say("a1", "/intake")
    assert "Nobody leads it yet" in own_school.tapped("a1", "no longer: Els Wouters")
    (shown,) = own_school.tap_code("c1", "imc:1")
    assert shown.text == "That is no intake that you lead."


def test_who_answered_ends_by_a_word_and_by_themselves_alone(own_school: School):
    begun(own_school)
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    assert "withdraws" not in own_school.buttons("c1")
    for code in ("ioa:c:1:0", "ioa:c:1:1"):
        (refused,) = own_school.tap_code("c1", code)
        assert "The candidate answered, and is owed feedback" in refused.text
    assert "withdraw" in own_school.buttons("k1") or own_school.text("k1", "/intake")
    own_school.say("k1", "/intake")
    own_school.tap("k1", "withdraw")
    assert "You withdrew." in own_school.tapped("k1", "yes")


def test_half_the_answers_are_not_sent_by_an_old_button(own_school: School):
    open_round(own_school)
    invite(own_school, "k1", "Sam Janssens")
    own_school.say("k1", "/intake")
    own_school.tap("k1", "answer the questions")
    (asked,) = own_school.tap_code("k1", "imz:1")
    assert "Why do you want to learn at work?" in asked.text
    assert "Your answers are not sent yet." in own_school.text("k1", "/intake")
