"""Pictures in the conversation: what each describes for its reader, and how it reaches a chat."""

from collections.abc import Mapping
from typing import Any

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import PNG, newest_file
from tests.dialogues.reporting.test_photo import photographed
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def shown_in(school: School, who: str, text: str) -> Mapping[str, Any]:
    """Say something, and take what the only file of the answer shows: its kind, name and words."""
    (answer,) = school.say(who, text)
    (file,) = answer.files
    return file


def test_a_report_shows_what_grew_since_the_last_photo(own_school: School):
    album = photographed(own_school)
    album.say("m1", "jonas 8 vvlv")
    file = shown_in(album, "m1", "/report jonas")
    assert file["name"] == "report-jonas-peeters-electrician-1-december-2026.png"
    found, first, under, since, eighth, *_rest = file["alt"].splitlines()
    assert (first, under) == ("Jonas Peeters · Electrician", "1 December 2026 · 6E")
    assert found == "1 broader since Winter"
    assert since == "since Winter"
    assert "mentor: acquired, with support, covered 4 of 4, 1 broader" in eighth
    assert "teacher: not acquired, covered 0 of 4" in eighth


def test_a_photo_shows_what_grew_since_the_one_before(own_school: School):
    album = photographed(own_school)
    alt = shown_in(album, "t1", "/photo jonas winter")["alt"]
    assert alt.startswith("Winter: 1 deeper, 2 broader, 1 back since Autumn\n")
    assert "27 November 2026 · 6E\nsince Autumn\n" in alt
    assert "mentor: not yet fully acquired, covered 4 of 4, 1 deeper, 2 broader" in alt
    assert "since" not in shown_in(album, "t1", "/photo jonas autumn")["alt"]


def test_a_student_is_shown_no_growth_of_others(own_school: School):
    album = photographed(own_school)
    album.say("m1", "jonas 8 vvlv")
    alt = shown_in(album, "s1", "/report")["alt"]
    assert "mentor: acquired, with support, covered 4 of 4;" in alt
    assert "broader" not in alt


def test_a_fall_has_its_mark(own_school: School):
    album = photographed(own_school)  # since the photo the mentor scored all of 8 as not shown
    assert (
        "mentor: not acquired, covered 4 of 4, 3 back, down from not yet fully acquired;"
        in shown_in(album, "m1", "/report jonas")["alt"]
    )
    assert "1 back" in shown_in(album, "t1", "/photo jonas winter")["alt"]


def test_a_student_is_shown_that_the_colour_of_others_fell_and_no_more(own_school: School):
    album = photographed(own_school)
    alt = shown_in(album, "s1", "/report")["alt"]
    assert "mentor: not acquired, covered 4 of 4, down from not yet fully acquired;" in alt
    assert "back" not in alt


def test_a_card_is_a_picture_of_what_its_reader_sees(own_school: School):
    own_school.say("s1", "8 vvll ssss")
    own_school.say("m1", "jonas 8 vlxx")
    mentors = shown_in(own_school, "m1", "/report jonas 8")["alt"]
    assert "14 October 2026 · Electrician · 6E\n" in mentors
    assert "1 marks 1: student" in mentors
    students = shown_in(own_school, "s1", "/report 8")["alt"]
    assert "mentor: not yet fully acquired, covered 2 of 4" in students
    assert "1 marks 1: student" in students
    assert "; mentor" not in students.split("1 marks 1")[1]


def test_cards_lead_to_each_other_and_back_in_place(own_school: School):
    own_school.say("m1", "/report jonas")
    (card,) = own_school.tap("m1", "8")
    assert card.edited
    assert card.text.startswith("Jonas · 8 Marks out routes")
    assert own_school.buttons("m1") == ["report", "10 ›", "next step ›"]
    assert own_school.tapped("m1", "10").startswith("Jonas · 10 Lays conduits")
    assert own_school.buttons("m1") == ["‹ 8", "report", "11 ›", "next step ›"]
    (report,) = own_school.tap("m1", "report")
    assert report.text.startswith("Jonas Peeters · Electrician")


def test_in_dutch_the_picture_speaks_dutch(dutch_school: School):
    album = photographed(dutch_school)
    alt = shown_in(album, "m1", "/rapport jonas")["alt"]
    assert "1 december 2026 · 6E\nsinds Winter" in alt
    assert "8 Marks out routes: leerling: verworven, zelfstandig, 4 van 4 aan bod; " in alt


@both_ways
def test_every_platform_brings_the_report_and_the_card(school: School):
    school.say("s1", "8 all v")
    answers = school.say("m1", "/report jonas")
    assert "8 Marks out routes" in answers[0].text
    report = newest_file(school, "m1")
    assert report.startswith(PNG)
    (card,) = school.tap("m1", "8")
    assert card.text.startswith("Jonas · 8 Marks out routes")
    assert card.edited
    assert newest_file(school, "m1").startswith(PNG)
    assert newest_file(school, "m1") != report
