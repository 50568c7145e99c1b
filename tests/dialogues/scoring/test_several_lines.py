"""Several lines in one message are several lines: all of them are stored, or none."""

import pytest

from tests.dialogues.school import School


def test_several_lines_are_all_stored_or_none(school: School):
    text = school.text("m1", "jonas 8.1 v\nnoor 8.2 x\n8.3 l")
    assert "Jonas · 8" in text
    assert "Noor · 8" in text
    assert "2 ✗ not shown · 3 ◐ with support" in text
    assert school.scores == 3
    assert "Undone" in school.text("m1", "/undo")
    assert school.scores == 0


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("jonas 8.1 v\nnoor 8.9 x", "no indicator 9"),
        ("jonas 8.1 v\nnobody 8.2 x", "nobody"),
        ("jonas 8.1 v\n8.2 v\n8.1 x", "Two values"),
        ("jonas 8.1 v\nand that was it for today", "and that was it"),
        ("jonas 8.1 v\nfocus jonas 8.2", "own message"),
        ("jonas 8.1 v\n/undo", "/undo"),
        ("8.1 v\nnoor 8.2 v", "8.1 v"),
        ("jonas 8.1 v\nbedankt noor", "bedankt noor"),
        ("jonas 8.1 v\nnoor", "noor"),
        ("jonas\nnoor 8.1 v", "jonas"),
        ("jonas 8.1 v\nSofie", "Sofie"),
    ],
)
def test_of_several_lines_none_is_stored_where_one_is_not_clear(
    own_school: School, message: str, reason: str
):
    school = own_school
    text = school.text("m1", message)
    assert reason in text
    assert "Nothing was stored" in text
    assert school.scores == 0


def test_lines_under_a_name_and_of_several_kinds(own_school: School):
    school = own_school
    assert "2 ✗" in school.text("m1", "Jonas:\n8.1 v\n8.2 x")
    assert school.scores == 2
    school.say("m1", "today jonas 10.1\njonas 11.1 v\nsame jonas 8")
    assert school.scores == 6
    assert "For: Jonas and Noor" in school.text("t1", "6E 8.1 v\n6E 8.2 x")
    school.tap("t1", "store all of it")
    assert school.scores == 10


def test_each_line_is_shown_before_lines_about_a_class_group_are_stored(own_school: School):
    school = own_school
    text = school.text("t1", '6E 8.1 v\njonas 8.2 x "his own"\nnicolas 10.1 l')
    for line in ("6E · 8", "1 ✓", "Jonas · 8", "2 ✗", "8.2 “his own”", "Nicolas · 10", "1 ◐"):
        assert line in text.splitlines() or line in text
    assert school.scores == 0
    text = school.tapped("t1", "store all of it")
    assert "Jonas · 8" in text
    assert "Stored for: Jonas, Noor and Nicolas" in text
    assert school.scores == 4
    assert "Which student" in school.text("t1", "8.3 v")


@pytest.mark.parametrize(
    ("message", "stored"),
    [
        ("jonas 8.1 v\ndankjewel", 1),
        ("hoi jonas 8.1 v", 1),
        ("jonas 8.1 v bedankt!", 1),
        ("Goeiemorgen,\nJonas 8.1 v 8.2 x\n\nMet vriendelijke groeten", 2),
        ("Hoi Jonas\n8.1 v\ndank je wel! 🙏", 1),
        ("Bonjour! today jonas 8.1 8.2, merci beaucoup", 2),
        ("hoi\njonas 8.1 v\nnoor 8.2 l, thanks a lot\nfijne avond", 2),
        ("/score jonas 8.1 v graag", 1),
        ("jonas 8.1 v, mvg Karim", 1),
        ("jonas 8.1 v\n\nMet vriendelijke groeten,\nKarim Haddad", 1),
    ],
)
def test_a_greeting_or_thanks_refuses_no_line(own_school: School, message: str, stored: int):
    own_school.say("m1", message)
    assert own_school.scores == stored


def test_thanks_in_a_note_are_kept_and_a_wrong_letter_is_named(own_school: School):
    school = own_school
    assert "8.1 “dankjewel”" in school.text("m1", 'hoi jonas 8.1 v "dankjewel" groetjes')
    text = school.text("m1", "Goeiemorgen Jonas 8.1 v 8.3 z")
    assert "letter 'z'" in text
    assert "note about" not in text
    assert school.scores == 1
