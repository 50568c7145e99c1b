"""The desk: what is late and what comes, by student and under heads, and one's own notes."""

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


def promise(school: School, said: str) -> None:
    """Note a visit to Jonas, at which the mentor promised something."""
    school.say("c1", "/visit jonas")
    school.tap("c1", "I was there")
    school.tap("c1", next(label for label in school.buttons("c1") if label.startswith("today")))
    school.tap("c1", "skip")
    school.tap("c1", "skip")
    school.say("c1", said)
    school.tap("c1", "mentor")


@both_ways
def test_what_has_a_date_stands_there_by_student_and_is_opened_with_a_tap(school: School):
    promise(school, "shows how to measure, until Friday")
    desk = school.text("c1", "/desk")
    print(desk, school.buttons("c1"))
    assert "Late, or due at once:" in desk
