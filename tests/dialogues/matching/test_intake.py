"""An intake with two candidates and one place, from the invitations to what comes of it."""

from tests.dialogues.matching.opened import (
    answer_as_candidate,
    answer_as_company,
    invite,
    offer_place,
    open_round,
)
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways


def judge(school: School, *met: str, feedback: str) -> str:
    """Answer each criterion, and write the feedback."""
    for answer in met:
        school.tap("c1", answer)
    return school.text("c1", feedback)


@both_ways
def test_two_candidates_and_one_place(school: School):
    open_round(school)
    for who, name in (("k1", "Sam Janssens"), ("k2", "Mila Devos")):
        invite(school, who, name)
    offer_place(school, "p1", "Volta nv", "Rik Smets")
    shown = school.text("k1", "/intake")
    assert "First the questions, then a talk" in shown
    assert "2. Can be on time" in shown
    assert "Your answers are not sent yet." in shown
    answer_as_candidate(school, "k1", "I like to see what I make")
    answer_as_candidate(school, "k2", "School is too long for me")
    answer_as_company(school, "p1", "Conduits and boxes")
    for who in ("k1", "k2", "p1"):
        assert "Conduits" not in school.text(who, "/intake") or who == "p1"
        assert "I like to see" not in school.text(who, "/intake") or who == "k1"
    school.say("c1", "/intake")
    candidate = school.tapped("c1", "Sam Janssens")
    assert "“I like to see what I make”" in candidate
    beside = school.tapped("c1", "beside Volta nv")
    assert "4 of 5" in beside
    assert "“Conduits and boxes”" in beside
    proposed = school.tapped("c1", "propose an interview")
    assert proposed.startswith("Interview: Sam Janssens and Volta nv\nProposed: ")
    planned = school.tapped("c1", "choose this moment")
    assert "I tell Sam Janssens and Rik Smets." in planned
    assert "Interview with Volta nv: " in school.text("k1", "/intake")
    assert "Interview with Sam Janssens: " in school.text("p1", "/intake")
    assert "Interview with" not in school.text("k2", "/intake")
    school.say("c1", "/intake")
    school.tap("c1", "Sam Janssens")
    assert "criterion 1 of 3" in school.tapped("c1", "what came of it")
    asked = judge(school, "met", "met", "met in part", feedback="You were on time and asked twice.")
    assert "What comes of it for Sam Janssens?" in asked
    whole = school.tapped("c1", "a match")
    assert "This is what Sam Janssens hears:" in whole
    assert "3. Asks when something is not clear: met in part" in whole
    assert "There is a match" not in school.text("k1", "/intake")
    school.tap("c1", "choose the class group")
    school.tap("c1", "7E")
    sure = school.tapped("c1", "I do")
    assert "Sam Janssens begins in 7E of Electrician, at Volta nv." in sure
    assert "mentor: Rik Smets" in sure
    assert "teachers: Els Wouters" in sure
    assert "Sam Janssens is a student now." in school.tapped("c1", "yes, begin")
    assert "There is a match: you begin at Volta nv." in school.text("k1", "/intake")
    told = school.text("p1", "/intake")
    assert "There is a match: Sam Janssens begins with you." in told
    assert "on time" not in told.replace("Can be on time", "")
    assert "Sam Janssens" in school.text("p1", "/report sam")
    school.say("c1", "/intake")
    mila = school.tapped("c1", "Mila Devos")
    assert "beside Volta nv" not in school.buttons("c1")
    assert "“School is too long for me”" in mila
    school.tap("c1", "no interview: what comes of it")
    asked = judge(school, "met in part", "not met yet", "met", feedback="Come and look for a day.")
    assert "A match needs a place: here is none." in asked
    school.tap("c1", "no match here")
    school.tap("c1", "a path that prepares")
    whole = school.text("c1", "The path in our school, from January; ask Els.")
    assert "a path that prepares “The path in our school" in whole
    assert "I tell Mila Devos." in school.tapped("c1", "tell it")
    heard = school.text("k2", "/intake")
    assert "There is no match now." in heard
    assert "2. Can be on time: not met yet" in heard
    assert "Feedback: “Come and look for a day.”" in heard
    assert "How you can go on: a path that prepares" in heard
    assert "All of it is erased after " in heard
