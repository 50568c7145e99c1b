"""A coach types a photo in another school year, on a day, or at an hour that the clock skips."""

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]

ADD = "/periods add Two; 2028-01-08; 2028-03-26 16:00"


def test_another_school_year_is_asked_about(own_school: School):
    (asked,) = own_school.say("c1", ADD)
    assert asked.text.startswith("That is in another school year than this one. Is 2028 meant?")
    assert buttons_of([asked]) == ["yes, 2028", "✕ cancel"]
    assert "No periods were agreed yet" in own_school.text("c1", "/periods")
    own_school.say("c1", ADD)
    added = own_school.tapped("c1", "yes, 2028")
    assert "Two was added." in added
    assert "from 8 Jan 2028, photo Sun 26 Mar 2028, 16:00" in added
    (asked,) = own_school.say("c1", "/periods move Two; photo 2028-04-02 16:00")
    assert "Is 2028 meant?" in asked.text
    assert "Two was moved." in own_school.tapped("c1", "yes, 2028")


def test_nobody_else_says_that_it_is_sure(own_school: School):
    own_school.say("c1", ADD)
    assert "Two" not in own_school.tap_code("m1", "py:1")[0].text


def test_a_photo_in_the_past_is_refused(own_school: School):
    said = own_school.text("c1", "/periods add Two; 2025-09-01; 2025-12-18 16:00")
    assert "that time is past" in said


def test_a_day_alone_is_its_end(own_school: School):
    own_school.say("c1", "/periods add One; 2026-11-02; 2026-12-18")
    assert "photo Fri 18 Dec, 23:59" in own_school.text("c1", "/periods")


def test_the_nights_on_which_the_clock_changes_are_said(own_school: School):
    said = own_school.text("c1", "/periods add One; 2026-11-02; 2027-03-28 2:30")
    assert "02:30 does not exist on 2027-03-28" in said
    assert "Nothing was changed." in said
    own_school.say("c1", "/periods add One; 2026-10-02; 2026-10-25 2:30")
    assert "02:30 comes twice on 2026-10-25" in own_school.text(
        "c1", "/periods move One; photo 2026-10-25 2:30"
    )


def test_in_dutch(dutch_school: School):
    (asked,) = dutch_school.say("c1", "/periodes nieuw Twee; 2028-01-08; 2028-03-26 16:00")
    assert "ander schooljaar" in asked.text
