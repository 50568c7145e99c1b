"""What is told around an intake, who may not, and how it is forgotten."""

from sqlalchemy import func, select

from bot.storage.tables import (
    answer_sheet,
    candidacy,
    chat_message,
    criterion_verdict,
    given_answer,
    interview,
    offered_place,
    person,
)
from tests.dialogues.administering.hired import hire
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.matching.opened import (
    answer_as_candidate,
    answer_as_company,
    invite,
    offer_place,
    open_round,
)
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.rights.forgetting.test_typed_about import CANARY, left
from tests.dialogues.school import School

__all__ = ["own_school"]


def begun(school: School) -> None:
    """One candidate and one place, both answered."""
    open_round(school)
    invite(school, "k1", "Sam Janssens")
    offer_place(school, "p1", "Volta nv", "Rik Smets")
    answer_as_candidate(school, "k1", "I like to see what I make")
    answer_as_company(school, "p1", "Conduits and boxes")


def plan(school: School) -> None:
    for step in ("Sam Janssens", "beside Volta nv", "propose an interview", "choose this moment"):
        if step == "Sam Janssens":
            school.say("c1", "/intake")
        school.tap("c1", step)


def decide_no_match(school: School) -> None:
    """End it with the school, and a path that prepares."""
    school.say("c1", "/intake")
    school.tap("c1", "Sam Janssens")
    school.tap("c1", "no interview: what comes of it")
    for _criterion in range(3):
        school.tap("c1", "not met yet")
    school.say("c1", "Come and look for a day.")
    school.tap("c1", "no match here")
    school.tap("c1", "something else")
    school.say("c1", "A year of evening classes; ask Els.")
    assert "I tell Sam Janssens." in school.tapped("c1", "tell it")


def rows(school: School, *tables) -> list[int]:
    with school.engine.begin() as connection:
        return [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        ]


def test_everybody_hears_it_once_and_within_the_message_of_the_day(own_school: School):
    begun(own_school)
    own_school.later(hours=3)
    (heard,) = tick(own_school)["c1"]
    assert "Sam Janssens answered the questions of the intake." in heard.text
    assert "Volta nv answered the questions of the intake." in heard.text
    plan(own_school)
    own_school.later(days=1)
    arrived = tick(own_school)
    (candidate,), (company,) = arrived["k1"], arrived["p1"]
    assert "Lien Martens has planned an interview with Volta nv: " in candidate.text
    assert "Lien Martens has planned an interview with Sam Janssens: " in company.text
    assert "I like to see" not in company.text
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    off = own_school.tapped("c1", "call it off")
    assert off.startswith("Called off: I tell Sam Janssens and Rik Smets.")
    own_school.later(days=1)
    arrived = tick(own_school)
    assert arrived["k1"][0].text == "Called off: the interview with Volta nv."
    assert arrived["p1"][0].text == "Called off: the interview with Sam Janssens."
    decide_no_match(own_school)
    own_school.later(days=3)
    (told,) = tick(own_school)["k1"]
    assert "Feedback: “Come and look for a day.”" in told.text
    assert "“A year of evening classes; ask Els.”" in told.text
    own_school.later(days=3)
    assert "k1" not in tick(own_school)


def test_nothing_is_decided_by_half_and_drafts_are_seen_by_who_leads(own_school: School):
    begun(own_school)
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    own_school.tap("c1", "no interview: what comes of it")
    own_school.tap("c1", "met")
    (half,) = own_school.tap_code("c1", "imu:1")
    assert "criterion 2 of 3" in half.text
    own_school.say("c1", "/report jonas")
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    assert "criterion 2 of 3" in own_school.tapped("c1", "no interview: what comes of it")
    own_school.tap("c1", "met")
    own_school.tap("c1", "met")
    assert "1500 letters at most" in own_school.text("c1", "x" * 1501)
    own_school.say("c1", "Clear answers.")
    assert [shown.text for shown in own_school.tap_code("c1", "ims:1:match")] == [
        "That is no intake that you lead."
    ]
    assert "Clear answers" not in own_school.text("k1", "/intake")
    assert rows(own_school, criterion_verdict) == [3]


def test_who_does_not_lead_reaches_nothing_by_any_button(own_school: School):
    begun(own_school)
    plan(own_school)
    codes = (
        "imb:1:0", "imc:1", "imd:1", "ime:1", "imf:1", "imi:1:1", "imj:1:1",
        "imk:1:1:202610201400", "iml:1:1:202610201400", "imm:1:1", "imn:1", "imo:1:1",
        "imp:1:1:met", "imq:1:1", "imr:1", "ims:1:match", "imt:1:other", "imu:1", "ioj:1",
        "imv:1:1", "imw:1:1:1", "imx:1", "iod:c:1", "iod:p:1", "img:1", "imh",
        "ioe:1", "iof:1", "iog:1:1", "ioh:1:1", "ioi:1:1",
    )  # fmt: skip
    before = rows(own_school, candidacy, offered_place, interview, criterion_verdict, person)
    for who in ("s1", "m1", "t1", "k1", "p1"):
        for code in codes:
            for shown in own_school.tap_code(who, code):
                assert "I like to see" not in shown.text, code
                assert "Conduits" not in shown.text, code
                assert "intake" in shown.text, (code, shown.text)
    for who in ("s1", "m1", "t1"):
        assert own_school.text(who, "/intake").startswith("Nobody here is in an intake with you.")
        for code in ("imy:c:1", "imy:p:1", "imz:1", "ioa:c:1:1", "ioa:p:1:1", "ioc:c:1"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text.startswith("You do not take part in that intake"), code
    for who, code in (("k1", "ioc:p:1"), ("p1", "ioc:c:1"), ("k1", "imy:p:1"), ("p1", "ioa:c:1:1")):
        (shown,) = own_school.tap_code(who, code)
        assert shown.text.startswith("You do not take part in that intake"), code
    assert before == rows(
        own_school, candidacy, offered_place, interview, criterion_verdict, person
    )


def test_what_nothing_came_of_is_erased_after_its_days(own_school: School):
    begun(own_school)
    decide_no_match(own_school)
    own_school.later(days=29)
    tick(own_school, ERASING)
    assert rows(own_school, candidacy, answer_sheet) == [1, 2]
    own_school.later(days=2)
    tick(own_school, ERASING)
    assert rows(own_school, candidacy, interview, criterion_verdict, answer_sheet) == [0, 0, 0, 1]
    with own_school.engine.begin() as connection:
        names = [row.name for row in connection.execute(select(person))]
        kept = connection.execute(select(given_answer.c.words)).scalars().all()
    assert "Sam Janssens" not in names
    assert "Rik Smets" in names
    assert kept == ["Conduits and boxes"]


def test_a_candidate_is_forgotten_at_once_and_the_interview_is_off(own_school: School):
    begun(own_school)
    plan(own_school)
    own_school.say("k1", "/intake")
    asked = own_school.tapped("k1", "erase everything …")
    assert "nobody has to decide about it" in asked
    assert "within a minute" in own_school.tapped("k1", "I want to be forgotten")
    own_school.later(hours=3)
    arrived = tick(own_school, ERASING)
    assert rows(own_school, candidacy, interview) == [0, 0]
    for who in ("c1", "p1"):
        (heard,) = arrived[who]
        assert "is off: who was to come withdrew, and is forgotten." in heard.text
        assert "Sam" not in heard.text
    assert "0 candidates and 1 place on offer" in own_school.text("c1", "/intake")


def test_what_was_typed_and_shown_of_a_candidate_goes_with_them(own_school: School):
    begun(own_school)
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    own_school.tap("c1", "no interview: what comes of it")
    for _criterion in range(3):
        own_school.tap("c1", "met in part")
    own_school.say("c1", f"{CANARY}: you asked twice")
    own_school.tap("c1", "no match here")
    own_school.tap("c1", "something else")
    assert CANARY in own_school.text("c1", f"{CANARY}: an evening class")
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    assert left(own_school)
    own_school.say("k1", "/forget")
    own_school.tap("k1", "I want to be forgotten")
    own_school.later(minutes=1)
    tick(own_school, ERASING)
    assert left(own_school) == []
    with own_school.engine.begin() as connection:
        said = connection.execute(select(chat_message.c.text, chat_message.c.content)).all()
    assert not [row for row in said if "I like to see what I make" in f"{row.text} {row.content}"]


def test_who_is_something_else_as_well_is_forgotten_as_everybody(own_school: School):
    open_round(own_school)
    own_school.say("c1", "/intake")
    own_school.tap("c1", "note a place")
    known = own_school.text("c1", "Elektro bv, Karim Haddad")
    assert "Somebody is called Karim Haddad here already." in known
    shown = own_school.tapped("c1", "Karim Haddad · m1")
    assert "Elektro bv is noted, with Karim Haddad." in shown
    assert "I ask you again when you have slept on it" in own_school.text("m1", "/forget")
    assert "answer the questions" in own_school.buttons("m1") or own_school.text("m1", "/intake")


def test_withdrawing_ends_it_and_calls_the_interview_off(own_school: School):
    begun(own_school)
    plan(own_school)
    own_school.say("k1", "/intake")
    own_school.tap("k1", "withdraw")
    said = own_school.tapped("k1", "yes")
    assert "You withdrew." in said
    assert "It is over for you" in said
    assert own_school.buttons("k1") == ["erase everything …"]
    own_school.later(hours=3)
    arrived = tick(own_school)
    assert "Sam Janssens takes no part in the intake any more." in arrived["c1"][0].text
    assert arrived["p1"][0].text == "Called off: the interview with Sam Janssens."


def test_an_administrator_names_who_leads_and_closes_and_reads_nothing(own_school: School):
    begun(own_school)
    hire(own_school)
    shown = own_school.text("a1", "/intake")
    assert "the coaches of the programme lead it: Lien Martens" in shown
    own_school.tap("a1", "name who leads it")
    assert "leads no intake" in own_school.text("a1", "karim")
    own_school.tap("a1", "name who leads it")
    assert "takes part in this intake" in own_school.text("a1", "sam")
    own_school.tap("a1", "name who leads it")
    assert "Els Wouters leads it from now on." in own_school.text("a1", "els")
    assert "“I like to see" not in own_school.tap_code("a1", "imc:1")[0].text
    assert own_school.text("c1", "/intake").startswith("Nobody here is in an intake with you.")
    own_school.say("t1", "/intake")
    assert "“I like to see what I make”" in own_school.tapped("t1", "Sam Janssens")
    own_school.say("a1", "/intake")
    own_school.tap("a1", "close the intake")
    waits = own_school.tapped("a1", "yes")
    assert "1 candidate answered and has to hear first what comes of it" in waits
    own_school.tap("a1", "no longer: Els Wouters")
    decide_no_match(own_school)
    own_school.say("a1", "/intake")
    own_school.tap("a1", "close the intake")
    assert "The intake is closed." in own_school.tapped("a1", "yes")
    assert "not taken; the intake is closed" in own_school.text("c1", "/intake")
    (refused,) = own_school.tap_code("c1", "ime:1")
    closed = own_school.text("c1", "Tom Baert")
    assert "nobody is taken in any more" in closed, refused
    assert "All of it is erased after" in own_school.text("p1", "/intake")


def test_with_another_place_the_candidate_stays_in_the_intake(own_school: School):
    begun(own_school)
    offer_place(own_school, "p2", "Lumen bv", "Ann Peel")
    plan(own_school)
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    own_school.tap("c1", "what came of it")
    for _criterion in range(3):
        own_school.tap("c1", "met")
    own_school.say("c1", "You asked good questions.")
    own_school.tap("c1", "no match here")
    whole = own_school.tapped("c1", "another place in this intake")
    assert "This is what Sam Janssens hears:" in whole
    told = own_school.tapped("c1", "tell it")
    assert "no match yet: looks for another place" in told
    assert "beside Lumen bv" in own_school.buttons("c1")
    heard = own_school.text("k1", "/intake")
    assert "There is no match with Volta nv." in heard
    assert "You stay in the intake: another place is looked for." in heard
    assert "No match with Sam Janssens: your place stays on offer." in own_school.text(
        "p1", "/intake"
    )
    assert own_school.text("p2", "/intake").count("Sam Janssens") == 0


def test_teachers_and_mentors_of_a_student_never_see_the_intake_though_they_led_it(
    own_school: School,
):
    begun(own_school)
    hire(own_school)
    own_school.say("a1", "/intake")
    own_school.tap("a1", "name who leads it")
    own_school.say("a1", "els")
    own_school.tap("a1", "name who leads it")
    own_school.say("a1", "lien")
    plan(own_school)
    own_school.say("c1", "/intake")
    own_school.tap("c1", "Sam Janssens")
    own_school.tap("c1", "what came of it")
    for _criterion in range(3):
        own_school.tap("c1", "met")
    own_school.say("c1", "Good.")
    own_school.tap("c1", "a match")
    own_school.tap("c1", "choose the class group")
    own_school.tap("c1", "7E")
    own_school.tap("c1", "I do")
    own_school.tap("c1", "yes, begin")
    assert "Sam Janssens: has a place" in own_school.text("c1", "/intake")
    assert "Sam Janssens" not in own_school.text("t1", "/intake")
    for code in ("imc:1", "imi:1:1"):
        (shown,) = own_school.tap_code("t1", code)
        assert shown.text == "That is no intake that you lead."
    own_school.later(days=31)
    tick(own_school, ERASING)
    assert rows(own_school, candidacy, answer_sheet, interview) == [0, 0, 0]
    assert "Sam Janssens" in own_school.text("t1", "/report sam")
    assert "Rik Smets" in names(own_school)


def names(school: School) -> list[str]:
    with school.engine.begin() as connection:
        return list(connection.execute(select(person.c.name)).scalars())


def test_what_is_kept_of_an_intake_is_told_to_who_is_in_nothing_else(school: School):
    open_round(school)
    invite(school, "k1", "Sam Janssens")
    for command in ("/start", "/privacy"):
        said = school.text("k1", command)
        assert "I store what you write" in said
        assert "All that is said in an intake is erased 30 days after its end." in said
        assert "nothing for you to do yet" not in said
