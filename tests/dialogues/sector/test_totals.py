"""Totals for a sector: chosen by the school, frozen at the photo, and seen without names."""

from tests.dialogues.administering.hired import hire
from tests.dialogues.school import School
from tests.dialogues.sector.counted import NAMES, bring_class, take_photo
from tests.dialogues.sector.spoken import speak_for


def told_class(school: School, students: int = 9) -> None:
    """A class of which Bouw is told: with Jonas and Noor at Elektro bv, Nicolas at Volta nv."""
    hire(school)
    speak_for(school)
    bring_class(school, students)
    school.say("a1", "/sector")
    school.tap("a1", "Bouw")
    school.tap("a1", "totals")
    school.tap("a1", "☐ Electrician")
    assert "told totals of Electrician, from the next photo" in school.tapped("a1", "yes, tell")


def score_some(school: School, alone: int = 4) -> None:
    for name in NAMES[:alone]:
        school.say("m1", f"{name} 8 vvvv")


def test_a_sector_is_told_what_its_school_chose(school: School):
    told_class(school)
    score_some(school)
    assert "No photo was counted yet" in school.text("x1", "/totals")
    take_photo(school, "One")
    told = school.text("x1", "/totals")
    assert "Electrician · One · " in told
    assert "12 students" in told
    shown = school.tapped("x1", "Electrician · One")
    assert "8. Marks out routes (12): acquired, autonomously: 4, nothing scored yet: 8" in shown
    assert "Nothing is told of 10-11" in shown
