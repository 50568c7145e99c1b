"""How taking part ends, in more rounds than one: what goes, what stays, and who is erased."""

from dataclasses import replace

from sqlalchemy import select

from bot.storage.tables import offered_place, person
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.administering.hired import hire
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.matching.opened import (
    DRAFT,
    answer_as_candidate,
    answer_as_company,
    invite,
    offer_place,
    open_round,
)
from tests.dialogues.matching.test_around_intake import begun, decide_no_match, plan
from tests.dialogues.matching.test_no_way_in import judge, take_known
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School

__all__ = ["own_school"]


def pass_days(school: School, days: int) -> None:
    school.later(days=days)
    for _tick in range(2):
        tick(school, ERASING)
        school.later(hours=1)


def is_erased(school: School, person_id: int) -> bool:
    with school.engine.begin() as connection:
        erased = select(person.c.erased_at).where(person.c.id == person_id)
        return connection.execute(erased).scalar_one() is not None


def test_who_came_by_one_round_and_was_in_another_is_erased_after_the_last(own_school: School):
    begun(own_school)
    decide_no_match(own_school)
    open_round(own_school, replace(DRAFT, name="2028"))
    own_school.tap_code("c1", "ime:2")
    own_school.say("c1", "Sam Janssens")
    (known,) = [label for label in own_school.buttons("c1") if " · " in label]
    own_school.tap("c1", known)
    sam = own_school.people["k1"].person_id
    pass_days(own_school, 31)
    assert not is_erased(own_school, sam)
    own_school.tap_code("k1", "ioa:c:2:1")
    pass_days(own_school, 31)
    assert is_erased(own_school, sam)


def test_a_round_whose_people_were_all_erased_gives_way_to_one_of_its_name(own_school: School):
    open_round(own_school)
    offer_place(own_school, "p1", "Volta nv", "Rik Smets")
    own_school.tap_code("p1", "ioa:p:1:1")
    pass_days(own_school, 31)
    with own_school.engine.begin() as connection:
        (left,) = connection.execute(select(offered_place.c.contact_id)).scalars()
    assert left is None
    assert open_round(own_school) == 2


def test_what_was_written_of_others_outlasts_the_place(own_school: School):
    open_round(own_school)
    for who, name in (("k1", "Sam Janssens"), ("k2", "Mila Devos")):
        invite(own_school, who, name)
        answer_as_candidate(own_school, who, "I like to see what I make")
    offer_place(own_school, "p1", "Volta nv", "Rik Smets")
    answer_as_company(own_school, "p1", "Conduits and boxes")
    for name in ("Sam Janssens", "Mila Devos"):
        own_school.say("c1", "/intake")
        for step in (name, "beside Volta nv", "propose an interview", "choose this moment"):
            own_school.tap("c1", step)
    own_school.later(days=14)
    tick(own_school)
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Mila Devos")
    own_school.tap("c1", "what came of it")
    for _criterion in range(3):
        own_school.tap("c1", "met in part")
    own_school.say("c1", "You listened well.")
    judge(own_school, "c1", "Sam Janssens")
    for step in ("7E", "I do", "yes, begin"):
        own_school.tap("c1", step)
    own_school.later(days=1)
    assert "Called off" not in "".join(told.text for told in tick(own_school).get("k2", ()))
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Mila Devos")
    asked = own_school.tapped("c1", "no interview: what comes of it")
    assert "What comes of it for Mila Devos?" in asked
    own_school.tap("c1", "no match here")
    own_school.tap("c1", "something else")
    whole = own_school.text("c1", "A year of evening classes; ask Els.")
    assert "2. Can be on time: met in part" in whole
    assert "“You listened well.”" in whole


def test_a_contact_who_offers_two_places_is_erased_after_both(own_school: School):
    open_round(own_school)
    offer_place(own_school, "p1", "Volta nv", "Rik Smets")
    take_known(own_school, "c1", "note a place", "Volta Zuid, Rik Smets")
    own_school.tap_code("p1", "ioa:p:1:1")
    pass_days(own_school, 31)
    rik = own_school.people["p1"].person_id
    assert not is_erased(own_school, rik)
    with own_school.engine.begin() as connection:
        assert StoredUnitOfWork(connection).intakes.is_only_here(rik)
    own_school.tap_code("p1", "ioa:p:2:1")
    pass_days(own_school, 31)
    assert is_erased(own_school, rik)


def test_who_has_not_answered_is_reminded_once_and_who_has_is_not(own_school: School):
    open_round(own_school)
    for who, name in (("k1", "Sam Janssens"), ("k2", "Mila Devos")):
        invite(own_school, who, name)
    offer_place(own_school, "p1", "Volta nv", "Rik Smets")
    answer_as_candidate(own_school, "k2", "I like to see what I make")
    own_school.later(hours=3)
    heard: dict[str, list[str]] = {"k1": [], "k2": [], "p1": []}
    for _day in range(20):
        own_school.later(days=1)
        for who, told in tick(own_school).items():
            heard.setdefault(who, []).extend(message.text for message in told)
    for who in ("k1", "p1"):
        assert [text for text in heard[who] if "not sent yet" in text] == [
            "Your answers for the intake are not sent yet; what you answered waits."
        ]
    assert not [text for text in heard["k2"] if "not sent yet" in text]
    assert "Why do you want" in own_school.tap_code("k1", "imy:c:1")[0].text


def test_what_nobody_ends_is_erased_a_year_after_the_last_that_happened(own_school: School):
    begun(own_school)
    sam, rik = (own_school.people[who].person_id for who in ("k1", "p1"))
    assert "If nothing happens any more, it is erased on 14 Oct" in own_school.text("k1", "/intake")
    plan(own_school)
    pass_days(own_school, 366)
    assert not is_erased(own_school, sam), "there was an interview five days later"
    pass_days(own_school, 5)
    assert is_erased(own_school, sam)
    assert is_erased(own_school, rik)


def test_whoever_leads_reads_again_what_was_told_and_who_comes_later_hears_who_waits(
    own_school: School,
):
    begun(own_school)
    hire(own_school)
    own_school.say("a1", "/intake")
    own_school.tap("a1", "name who leads it")
    own_school.say("a1", "els")
    own_school.later(hours=3)
    heard = "".join(told.text for told in tick(own_school)["t1"])
    assert "Sam Janssens answered the questions of the intake." in heard
    own_school.tap("a1", "no longer: Els Wouters")
    decide_no_match(own_school)
    own_school.say("c1", "/intake")
    again = own_school.tapped("c1", "Sam Janssens")
    assert "2. Can be on time: not met yet" in again
    assert "Feedback: “Come and look for a day.”" in again
    assert "“A year of evening classes; ask Els.”" in again


def test_another_place_is_a_way_on_only_where_there_is_one(own_school: School):
    open_round(own_school)
    invite(own_school, "k1", "Sam Janssens")
    offer_place(own_school, "p1", "Volta nv", "Rik Smets")
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    own_school.tap("c1", "beside Volta nv")
    proposed = own_school.tapped("c1", "propose an interview")
    assert "Sam Janssens has not answered the questions yet." in proposed
    own_school.tap("c1", "choose this moment")
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    own_school.tap("c1", "what came of it")
    for _criterion in range(3):
        own_school.tap("c1", "met in part")
    own_school.say("c1", "You listened well.")
    own_school.tap("c1", "no match here")
    assert "another place in this intake" not in own_school.buttons("c1")
    (refused,) = own_school.tap_code("c1", "imt:1:another place")
    assert refused.text == "That is no intake that you lead."


def test_who_began_by_an_intake_finds_it_in_the_help(own_school: School):
    begun(own_school)
    plan(own_school)
    assert "/intake" not in own_school.text("s1", "/help")
    judge(own_school, "c1", "Sam Janssens")
    for step in ("7E", "I do", "yes, begin"):
        own_school.tap("c1", step)
    for who in ("k1", "p1"):
        assert own_school.text(who, "/help").count("/intake") == 1, who
