"""A line without a name is about whom the last line was about, whatever else is asked again."""

import pytest

from tests.dialogues.school import School


@pytest.mark.parametrize(
    "waiting",
    ["noor works neatly", "noor 10.3", "noor 10.3 vx", "hanne 10.1 v", "6E 10.1 v", "noor 8.1 vv"],
)
def test_what_is_asked_again_changes_nothing_of_whom_lines_are_about(
    own_school: School, waiting: str
):
    own_school.say("m1", waiting)
    assert "Jonas" in own_school.text("m1", "jonas 10.1 v")
    said = own_school.say("m1", "10.2 v")[0].text
    assert "Jonas" in said
    assert "Noor" not in said
    assert "Jonas" in own_school.say("m1", "10.4 v")[0].text


@pytest.mark.parametrize(
    "unread",
    [
        "7 Bakers 10.3 v",
        "99 Sellers Z 10.3 v",
        "8B jaar 10.3 v",
        "bartholomeus 10.3 v",
        "6E without noor 10.3 v",
        "focus bartholomeus 10.3",
        "same bartholomeus 10",
        "today bartholomeus 10.3",
    ],
)
def test_after_words_that_may_name_a_class_group_a_line_without_a_name_asks(
    own_school: School, unread: str
):
    assert "Jonas" in own_school.text("m1", "jonas 10.1 v")
    assert "stored" not in own_school.text("m1", unread).replace("Nothing was stored", "")
    assert "Which student" in own_school.text("m1", "10.4 x")


@pytest.mark.parametrize("unread", ["10.9w", "10.1 w", "10 vvlx", "10 all q, 3 x", "99.1 v"])
def test_after_a_typing_error_in_the_letters_it_does_not(own_school: School, unread: str):
    assert "Jonas" in own_school.text("m1", "jonas 10.1 v")
    own_school.say("m1", unread)
    assert "Jonas" in own_school.text("m1", "10.4 x")


def test_neither_does_a_tap_on_a_closed_menu(own_school: School):
    own_school.say("m1", "noor works neatly")
    own_school.say("m1", "jonas 10.1 v")
    own_school.tap_code("m1", "no:1")
    assert "Jonas" in own_school.say("m1", "10.2 v")[0].text


def test_a_contradiction_that_waits_does_not_draw_lines_to_its_student(own_school: School):
    own_school.say("m1", "noor 10.1 n")
    own_school.later(minutes=1)
    assert "How often" in own_school.text("m1", "noor 10.1 v")
    own_school.say("m1", "jonas 10.1 v")
    assert "Jonas" in own_school.say("m1", "10.2 v")[0].text
