"""Scoring and tallying by the work that was done: a context leads through what it trains."""

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def test_a_context_leads_through_the_cards_of_what_it_trains(school: School):
    school.say("m1", "/score jonas")
    (listed,) = school.tap("m1", "by the work ›")
    assert listed.text == "Jonas: which work do you want to score?"
    (card,) = school.tap("m1", "1. Rough work")
    assert card.text.startswith("Jonas · 8 Marks out routes")
    school.tap("m1", "all ✓ alone")
    (done,) = school.tap("m1", "done")
    assert "next: 10 Lays conduits ›" in buttons_of([done])
    (card,) = school.tap("m1", "next: 10 Lays conduits ›")
    assert card.text.startswith("Jonas · 10 Lays conduits")
    (done,) = school.tap("m1", "done")
    assert not any(label.startswith("next: ") for label in buttons_of([done]))


def test_a_context_is_typed_with_or_without_a_name(school: School):
    for line in ("/score jonas context 1", "jonas context 1", "context 1", "jonas, context 1"):
        (card,) = school.say("m1", line)
        assert card.text.startswith("Jonas · 8 Marks out routes"), line
    assert "no such context" in school.text("m1", "jonas context 7")
    assert "nothing follows" in school.text("m1", "jonas context 1 vvvv")
    assert school.scores == 0


def test_what_is_answered_is_passed_over_and_one_by_one_goes_on_as_well(own_school: School):
    school = own_school
    school.likes_one_by_one("m1")
    school.say("m1", "jonas 8 vvvv")
    (asked,) = school.say("m1", "jonas context 1")
    assert "10.1" in asked.text or "lays 1" in asked.text
    school.say("m1", "noor context 1")
    (done,) = school.tap("m1", "done")
    assert "next: 10 Lays conduits ›" in buttons_of([done])


def test_work_that_comes_up_now_stands_first(own_school: School):
    school = own_school
    school.say("c1", "/contexts")
    school.tap("c1", "a new context")
    school.say("c1", "Renovation")
    school.say("c1", "11")
    school.say("c1", "keep it")
    school.say("m1", "/contexts jonas 2 from 12/10 until 30/10")
    (menu,) = school.say("m1", "/score jonas")
    assert buttons_of([menu])[-2:] == ["now: 2. Renovation", "by the work ›"]
    (work,) = school.say("s1", "/today")
    assert buttons_of([work]) == ["2. Renovation", "1. Rough work", "something else"]
    school.later(weeks=4)
    (work,) = school.say("s1", "/today")
    assert buttons_of([work])[0] == "1. Rough work"


def test_after_one_competence_the_tally_goes_on_with_the_same_work(school: School):
    school.say("s1", "/today")
    school.tap("s1", "1. Rough work")
    school.tap("s1", "8 Marks out routes")
    school.tap("s1", "☐ 1. marks 1")
    (done,) = school.tap("s1", "done")
    assert buttons_of([done])[-1] == "more of this work ›"
    (asked,) = school.tap("s1", "more of this work ›")
    assert buttons_of([asked]) == ["8 Marks out routes", "10 Lays conduits"]
    school.tap("s1", "10 Lays conduits")
    school.tap("s1", "☐ 2. lays 2")
    assert "lays 2: 1 time" in school.tapped("s1", "done")
    assert school.scores == 2
