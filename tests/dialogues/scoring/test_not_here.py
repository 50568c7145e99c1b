"""What is 'not here' counts as not shown, as in the source; it is said, and is no opinion."""

from datetime import UTC, datetime

import pytest

from tests.dialogues.clock import tick, tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_alerts import quiet, with_period
from tests.dialogues.reporting.test_photo import FIRST, photographed
from tests.dialogues.school import School

__all__ = ["own_school"]


def away(school: School, *numbers: int, who: str = "m1", competence: str = "11") -> str:
    """Say of indicators that they cannot be seen here; gives the summary."""
    for number in numbers:
        school.say(who, f"/score jonas {competence}.{number}")
        school.tap(who, "n/a here")
    return school.tapped(who, "done")


@pytest.fixture
def school(own_school: School) -> School:
    """The mentor sees one of five, which is alone; the others see all of them alone."""
    for who, line in (("t1", "jonas 11 all v"), ("s1", "11 all v"), ("m1", "jonas 11.1 v")):
        own_school.say(who, line)
    return own_school


SAID = "1 of 5 shown, 4 not here"


def test_whoever_says_it_hears_what_it_does_to_the_colour(school: School):
    told = away(school, 2, 3, 4, 5)
    assert f"🟥 not acquired · covered 1 of 5 · {SAID}" in told
    assert SAID in school.text("m1", "jonas 11.1 l")
    assert "2 of 5 shown, 3 not here" in school.text("m1", "jonas 11.2 ls")


def test_it_is_said_wherever_the_colour_is_explained(school: School):
    away(school, 2, 3, 4, 5)
    (report,) = school.say("t1", "/report jonas")
    assert f"11 Sets boxes (5/1/5 of 5)\n  mentor: {SAID}" in report.text
    assert f"mentor: not acquired, covered 1 of 5, {SAID}" in report.files[0]["alt"]
    (card,) = school.say("c1", "/report jonas 11")
    assert f"Elektro bv) · 🟥 not acquired · covered 1 of 5 · {SAID}" in card.text
    assert SAID in card.files[0]["alt"]
    assert "not here" not in school.text("c1", "/report jonas 10")


def test_a_student_sees_colour_and_progress_and_why_no_more(school: School):
    away(school, 2, 3, 4, 5)
    for text in (school.text("s1", "/report"), school.text("s1", "/report 11")):
        assert "4 not here" in text
        assert "shown, 4" not in text


def test_it_rings_no_difference_and_raises_no_alert(school: School):
    away(school, 2, 3, 4, 5)
    quiet(school)
    (shown,) = school.say("c1", "/overview jonas")
    assert "Views do not differ" in shown.text
    assert f"now DRD (mentor: {SAID})" in shown.text
    assert "the views differ" not in shown.files[0]["alt"].splitlines()[-1]
    assert "No alert stands open." in school.text("c1", "/alerts")


def test_what_is_left_open_beside_it_rings_none_either(school: School):
    away(school, 2, 3, 4)
    assert "now DRD (mentor: 1 of 5 shown, 3 not here)" in school.text("c1", "/overview jonas")


def test_what_is_not_shown_among_the_rest_still_differs(school: School):
    away(school, 3, 4, 5)
    school.say("m1", "jonas 11: 1-2x")
    assert "now DRD≠" in school.text("c1", "/overview jonas")


def test_an_alert_says_it_beside_the_colour(own_school: School):
    school = with_period(own_school)
    for who, line in (("t1", "jonas 10 all x"), ("s1", "10 all v"), ("m1", "jonas 10: 1-10v")):
        school.say(who, line)
    away(school, 11, 12, 13, competence="10")
    quiet(school)
    school.say("c1", "/alerts")
    told = school.tapped("c1", next(iter(school.buttons("c1"))))
    assert "mentor ✓ acquired (10 of 10, 3 not here)" in told


def test_a_photo_says_it_as_it_was(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 20, tzinfo=UTC)
    school.say("m1", "jonas 11 all v")
    away(school, 2, 3, 4, 5)
    album = photographed(school)
    assert album.at > FIRST
    album.say("m1", "jonas 11 all vs")
    (shown,) = album.say("c1", "/photo jonas winter")
    assert f"mentor: {SAID}" in shown.text
    assert "not here" not in album.text("c1", "/report jonas")
    assert f"Winter GRG (mentor: {SAID}) · now GDG" in album.text("c1", "/overview jonas")


def test_it_is_a_gap_for_planning(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 12, 7, tzinfo=UTC)  # a Monday
    school.say("t1", "/lessons 6E tue 8:30, thu 8:30")
    school.later(days=1, hours=1)
    school.say("m1", "noor 10.1 v")
    school.say("m1", "jonas 11.1 v")
    away(school, 2, 3, 4, 5)
    assert "11 Sets boxes: 1 + 0 of 5 workplace only · 4 not at this workplace" in school.text(
        "c1", "/route jonas"
    )
    assert (
        "11 Sets boxes: 2 nothing scored yet · not at the workplace: Jonas 4 of 5"
        in school.text("t1", "/class 6E")
    )
    assert (
        "11 Sets boxes: 1 not acquired · 1 nothing scored yet · not here: Jonas 4 of 5"
        in school.tapped("t1", "mentor")
    )
    (told,) = tick_through(school, 34)["t1"]
    assert (
        "Jonas · 11 Sets boxes: 1 indicator came up, 1 is done alone now, says the mentor, "
        "4 do not occur at this workplace"
    ) in told.text


def test_a_workplace_that_says_only_what_it_cannot_offer_tells(own_school: School):
    away(own_school, 1, 2, 3, 4, 5)
    own_school.say("m1", "noor 10 all v")
    assert "8 Marks out routes; 11 Sets boxes." in own_school.text("t1", "/class 6E")


def test_to_have_become_not_here_is_no_step_back(own_school: School):
    album = photographed(own_school)
    album.say("m1", "jonas 8 xvlv")
    away(album, 2, competence="8")
    (shown,) = album.say("m1", "/report jonas")
    assert "back" not in shown.files[0]["alt"]
    assert tick(album) is not None
