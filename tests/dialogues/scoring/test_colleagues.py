"""Two in one role share a perspective: what a colleague said otherwise is told."""

import pytest
from sqlalchemy import insert, select

from bot.storage.tables import involvement
from tests.dialogues.school import School


@pytest.fixture
def shared(own_school: School) -> School:
    """An Claes is a mentor of Jonas as well."""
    with own_school.engine.begin() as connection:
        row = connection.execute(select(involvement).where(involvement.c.track_id == 1)).first()
        assert row is not None
        own = {"role": "mentor", "person_id": own_school.people["m2"].person_id}
        connection.execute(insert(involvement).values({**row._mapping, **own}))
    return own_school


def test_the_second_is_told_what_the_first_said(shared: School):
    shared.say("m2", "jonas 10.3 l")
    shared.later(days=2)
    said = shared.text("m1", "jonas 10: 3v 4v")
    assert "An Claes said 10.3 ◐ on 14 Oct; yours counts now." in said
    assert shared.buttons("m1") == ["↩ Undo"]
    assert "An Claes" not in shared.text("m1", "jonas 10.3 v")  # told once
    assert "Karim Haddad said 10.3 ✓" in shared.text("m2", "jonas 10.3 x")


def test_it_is_told_after_tapping_and_of_a_whole_competence(shared: School):
    shared.say("m2", "jonas 8 all l")
    shared.later(minutes=5)
    shared.say("m1", "/score jonas 8.1")
    shared.tap("m1", "✓ alone")
    shared.tap("m1", "sometimes (1 to 3 times)")
    assert "An Claes said 8.1 ◐ on 14 Oct; yours counts now." in shared.tapped("m1", "done")
    said = shared.text("m1", "jonas 8 all x")
    assert "An Claes said 8.2 ◐, 8.3 ◐, 8.4 ◐ on 14 Oct; yours counts now." in said


@pytest.mark.parametrize("line", ["jonas 10.3 l", "jonas 10.3 s", "jonas 10.4 v", "noor 10.3 v"])
def test_nothing_is_told_where_nothing_differs(shared: School, line: str):
    shared.say("m2", "jonas 10.3 l")
    shared.later(minutes=5)
    assert "counts now" not in shared.text("m1", line)


def test_what_was_undone_is_not_told(shared: School):
    shared.say("m2", "jonas 10.3 l")
    shared.say("m2", "/undo")
    assert "counts now" not in shared.text("m1", "jonas 10.3 v")


def test_the_other_roles_are_not_told(shared: School):
    shared.say("t1", "jonas 10.3 l")
    shared.say("s1", "10.3 x")
    assert "counts now" not in shared.text("m1", "jonas 10.3 v")


def test_a_tap_asks_no_more_than_before(shared: School):
    counts = []
    for student in ("noor", "jonas"):
        shared.say("m1", f"/score {student} 8.1")
        with shared.statements() as asked:
            shared.tap("m1", "✓ alone")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_two_teachers_are_told_as_well(own_school: School):
    with own_school.engine.begin() as connection:
        row = connection.execute(select(involvement).where(involvement.c.track_id == 1)).first()
        assert row is not None
        own = {"role": "teacher", "person_id": own_school.people["m2"].person_id}
        connection.execute(insert(involvement).values({**row._mapping, **own}))
    own_school.say("t1", "jonas 8.1 x")
    own_school.say("t1", "jonas 8.2 x")
    assert "Els Wouters said 8.1 ✗ on 14 Oct" in own_school.text("m2", "jonas 8.1 v")
    said = own_school.text("t1", "6E 8.1 l")
    assert "Of Jonas a colleague said otherwise; yours counts now." in said
    assert "counts now" not in own_school.text("t1", "6E 8.2 x")
