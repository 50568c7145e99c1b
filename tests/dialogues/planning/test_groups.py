"""Groups on campus: the sources' example, changed by their teacher, and what came of them."""

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.planning.campus_school import after_lesson, found_example
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


def groups_in(text: str) -> list[str]:
    """The lines of a session that name a group: 'Grounds: Ada, Bas'."""
    return [
        line.partition(" · ")[0]
        for line in text.splitlines()
        if line[:1].isdigit() and ": " in line
    ]


def test_the_example_of_the_sources(school: School):
    found_example(school)
    school.say("t1", "/lessons 6A mon 9:00, tue 9:00, wed 9:00, thu 9:00, fri 9:00")
    school.say("t1", "/groups 6A 1 takes 2")
    school.say("t1", "/groups 6A 6 takes 3")
    expected = [
        ["2 Grounds: Ada, Bas, Cem, Dia"],
        ["1 Cuts slots: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
        ["1 Cuts slots: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
        ["3 Lays pipes: Ada, Cem", "6 Mounts low voltage: Bas, Dia"],
    ]
    shown = ""
    for groups in expected:
        shown = school.text("t1", "/groups 6A")
        assert groups_in(shown.partition("After that")[0]) == groups
        assert "Confirmed." in school.tapped("t1", "✓ confirm")
        after_lesson(school)
        assert "was given as planned" in school.text("t1", "/groups 6A given")
    assert "session 3 of 3" in shown
    assert "Bas and Dia: both lack it, and nobody trains it at work" in shown
    assert "nobody lacks anything" in school.text("t1", "/groups 6A")
