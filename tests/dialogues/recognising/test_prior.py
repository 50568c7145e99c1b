"""What was learned before: claimed, confirmed, refused, and looked at anew once."""

from tests.dialogues.clock import tick, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def claim(school: School, what: str = "/prior 10.1-10.4", *, send: bool = True) -> str:
    """Let Jonas claim four indicators, with his own words and a reference."""
    school.say("s1", what)
    school.tap("s1", "go on")
    school.tap("s1", "training without one")
    school.tap("s1", "somewhere else")
    school.say("s1", "Two summers with my uncle, an electrician")
    school.say("s1", "A letter of my uncle's")
    shown = school.tapped("s1", "that is all")
    return school.tapped("s1", "send") if send else shown


@both_ways
def test_confirmed_by_teacher_and_coach_it_stands_in_the_report_and_in_no_score(school: School):
    sent = claim(school)
    assert sent.startswith("Sent to ")
    assert "Els Wouters" in sent
    assert "Lien Martens" in sent
    assert "10 Lays conduits, indicators 1-4" in sent
    school.later(hours=3)
    tick(school)
    (heard,) = told(school, "t1", "answer")
    assert "Jonas Peeters says to have learned this before: 10 Lays conduits" in heard
    shown = school.tapped("t1", "see the claim")
    assert "“Two summers with my uncle, an electrician”" in shown
    assert "You speak as teacher." in shown
    assert school.tapped("t1", "confirm") == (
        "Confirmed as teacher.\nIt is decided once the other one has spoken as well."
    )
