"""Four weeks before a photo, coach and student hear once what is planned nowhere."""

from datetime import UTC, datetime

import pytest

from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

PLANNED_NOWHERE = "planned nowhere, and come up nowhere yet"


def told(school: School, hours: int) -> dict[str, list[str]]:
    """Who hears of gaps in so many hours, and what."""
    found = tick_through(school, hours)
    texts = {who: [own.text for own in shown] for who, shown in found.items()}
    return {who: own for who, own in texts.items() if any(PLANNED_NOWHERE in text for text in own)}


def test_coach_and_student_hear_once_what_is_planned_nowhere(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 20, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-11-19 16:00")
    school.say("m1", "jonas 8: 1-4 vs")
    school.say("m1", "/contexts jonas 1 from 20/10 until 21/10")
    school.say("m1", "/contexts noor 1 from 20/10 until 21/10")
    school.say("m1", "noor 8: 1-4 vs")
    school.say("m1", "noor 10: 1 vs")
    school.say("m1", "noor 11: 1 vs")
    assert told(school, 24) == {}
    heard = told(school, 72)
    assert set(heard) == {"c1", "s1"}
    assert (
        "Jonas: 10 “Lays conduits” (work that brings it: 1 Rough work) and 11 “Sets boxes”"
        in heard["c1"][0]
    )
    assert "Noor" not in heard["c1"][0]
    assert (
        "10 “Lays conduits” (work that brings it: 1 Rough work) and 11 “Sets boxes”"
        in heard["s1"][0]
    )
    assert told(school, 24 * 14) == {}


def test_what_comes_up_by_then_is_no_gap(own_school: School):
    school = own_school
    school.at = datetime(2026, 10, 20, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-11-19 16:00")
    school.say("m1", "jonas 11: 1 vs")
    school.say("m1", "/contexts jonas 1 from 26/10 until 6/11")
    assert told(school, 96) == {}


@pytest.mark.parametrize("stands", [True, False])
def test_what_a_confirmed_lesson_is_on_is_planned_as_long_as_the_lesson_stands(
    own_school: School, stands: bool
):
    school = own_school
    school.at = datetime(2026, 10, 20, 6, tzinfo=UTC)
    school.say("c1", "/periods add One; 2026-09-01; 2026-11-19 16:00")
    school.say("m1", "jonas 8: 1-4 vs")
    school.say("m1", "/contexts jonas 1 from 20/10 until 21/10")
    school.say("t1", "/lessons 6E fri 9:00")
    assert "10 Lays conduits: Jonas" in school.text("t1", "/groups 6E confirm")
    if not stands:
        school.say("t1", "/lessons")
        school.tap("t1", "✕ remove: 6E, Fri 9:00")
    school.at = datetime(2026, 10, 23, 5, tzinfo=UTC)
    heard = told(school, 6)
    assert "11 “Sets boxes”" in heard["c1"][0]
    assert ("10 “Lays conduits”" in heard["c1"][0]) is not stands
    assert ("10 “Lays conduits”" in heard["s1"][0]) is not stands
