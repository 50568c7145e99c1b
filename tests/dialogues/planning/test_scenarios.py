"""Lesson scenarios: kept by typing and by tapping, listed with what has none, taken from a file."""

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def test_a_scenario_is_typed_changed_removed_and_taken_back(school: School):
    first = school.text("t1", "/scenarios")
    assert "Lesson scenarios of Electrician:\nThere is none yet." in first
    assert "No scenario yet for: 8 Marks out routes, 10 Lays conduits and 11 Sets boxes" in first
    kept = school.text("t1", "/scenarios 11, 8.2: Boxes in a wall; https://school.example/w; 2")
    assert "Kept: “Boxes in a wall” (https://school.example/w)." in kept
    assert (
        "“Boxes in a wall” · 2 sessions · https://school.example/w · "
        "for 8.2 Marks out routes and 11 Sets boxes"
    ) in kept
    assert "No scenario yet for: 10 Lays conduits" in kept
    assert "Changed: “Boxes in a wall”" in school.text("c1", "/scenarios 11: Boxes in a wall")
    assert "for 11 Sets boxes" in school.text("t1", "/scenarios")
    assert "Removed: “Boxes in a wall”" in school.tapped("c1", "✕ remove: Boxes in a wall")
    assert "There is none yet." in school.text("t1", "/scenarios")
    assert "Undone: a lesson scenario · Boxes in a wall" in school.text("c1", "/undo")
    assert "for 11 Sets boxes" in school.text("t1", "/scenarios")


def test_one_is_added_by_tapping_the_competence_that_has_none(school: School):
    (shown,) = school.say("t1", "/scenarios")
    assert buttons_of([shown])[:2] == [
        "add one for 8 Marks out routes",
        "add one for 10 Lays conduits",
    ]
    assert "10 Lays conduits" in school.tapped("t1", "add one for 10 Lays conduits")
    assert "Kept: “Conduits” (room 2)." in school.text("t1", "Conduits; room 2")
    assert "“Conduits” · 1 session · room 2 · for 10 Lays conduits" in school.text(
        "t1", "/scenarios"
    )
    assert "Undone" in school.text("t1", "/undo")
    assert "There is none yet." in school.text("t1", "/scenarios")


def test_what_is_no_scenario_stores_nothing_and_others_have_none(own_school: School):
    for line, why in (
        ("Boxes", "Begin with the numbers"),
        ("99: Boxes", "no competence or indicator '99' in Electrician"),
        ("8.9: Boxes", "'8.9'"),
        ("8:", "needs a title"),
        ("8: Boxes; here; 99", "1 to 40 sessions, not '99'"),
    ):
        answer = own_school.text("t1", f"/scenarios {line}")
        assert why in answer
        assert "Nothing was stored." in answer
    assert "There is none yet." in own_school.text("t1", "/scenarios")
    for who in ("s1", "m1"):
        assert "for teachers and coaches" in own_school.text(who, "/scenarios")
        assert "for teachers and coaches" in own_school.tap_code(who, "zc:1:1")[0].text


def test_of_titles_that_look_alike_the_one_that_is_tapped_is_removed(own_school: School):
    school = own_school
    for title in ("Boxes", "boxes", "Bóxes"):
        school.say("t1", f"/scenarios 11: {title}")
    (shown,) = school.say("t1", "/scenarios")
    rows = [button for row in shown.buttons for button in row]
    codes = [button["code"] for button in rows if "boxes" in button["label"]]
    (removed,) = school.tap_code("t1", codes[0])
    assert "Removed: “boxes”" in removed.text
    assert "There is none yet" not in school.text("t1", "/scenarios")
    assert "not there any more" in school.text("t1", "/scenarios remove BOXES")
    assert "Removed: “Bóxes”" in school.text("t1", "/scenarios remove Bóxes")
    assert "Kept: “Route”" in school.text("t1", "/scenarios 8: \u202eRoute")
