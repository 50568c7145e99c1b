"""Kind words and a signature around a line are no part of it; 'till Monday' behind a keyword is."""

import pytest

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


@pytest.mark.parametrize(
    "text",
    ["focus jonas 10.1 tot maandag", "focus jonas 10.1 tot morgen", "today jonas 10.1 tot morgen"],
)
def test_until_when_is_never_dropped_as_a_farewell(own_school: School, text: str):
    assert "▸tot◂" in own_school.text("m1", text)
    assert "no focus" in own_school.text("m1", "focus jonas")


def test_a_farewell_behind_scores_is_one(own_school: School):
    assert "4 indicators stored" in own_school.text("m1", "jonas 8 vvvv tot maandag")


@pytest.mark.parametrize("name", ["Karim Haddad", "Karim", "haddad"])
def test_who_signs_with_the_own_name_needs_no_regards_above_it(own_school: School, name: str):
    said = own_school.text("m1", f"jonas 8 vvvv\nnoor 8.1 x\n{name}")
    assert "Jonas · 8" in said
    assert "Noor · 8" in said
    assert own_school.scores == 5


def test_the_name_of_somebody_else_is_no_signature(own_school: School):
    own_school.say("m1", "jonas 8 vvvv\nnoor 8.1 x\nEls Wouters")
    assert own_school.scores == 0
