"""Two in one role share a perspective: what a colleague said otherwise is told."""

import pytest
from sqlalchemy import insert, select

from bot.messages import Incoming
from bot.storage.tables import involvement
from bot.storage.unit_of_work import StoredUnitOfWork
from handlers.answering import answer
from tests.dialogues.school import School


def add_mentor(school: School, who: str) -> None:
    """Let somebody be a mentor of Jonas as well."""
    with school.engine.begin() as connection:
        row = connection.execute(select(involvement).where(involvement.c.track_id == 1)).first()
        assert row is not None
        own = {"role": "mentor", "person_id": school.people[who].person_id}
        connection.execute(insert(involvement).values({**row._mapping, **own}))


@pytest.fixture
def shared(own_school: School) -> School:
    """An Claes is a mentor of Jonas as well."""
    add_mentor(own_school, "m2")
    return own_school


def test_the_second_is_told_what_the_first_said(shared: School):
    shared.say("m2", "jonas 10.3 l")
    shared.later(days=2)
    said = shared.text("m1", "jonas 10: 3v 4v")
    assert "An Claes said 10.3 ◐ with support on 14 Oct; yours counts now." in said
    assert shared.buttons("m1") == ["↩ Undo"]
    assert "An Claes" not in shared.text("m1", "jonas 10.3 v")  # told once
    assert "Karim Haddad said 10.3 ✓" in shared.text("m2", "jonas 10.3 x")


def test_it_is_told_after_tapping_and_of_a_whole_competence(shared: School):
    shared.say("m2", "jonas 8 all l")
    shared.later(minutes=5)
    shared.say("m1", "/score jonas 8.1")
    shared.tap("m1", "✓ alone")
    shared.tap("m1", "sometimes (1 to 3 times)")
    assert "An Claes said 8.1 ◐ with support on 14 Oct; yours counts now." in shared.tapped(
        "m1", "done"
    )
    said = shared.text("m1", "jonas 8 all x")
    assert "An Claes said 8.2 ◐ with support, 8.3 ◐, 8.4 ◐ on 14 Oct; yours counts now." in said


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
    assert "Els Wouters said 8.1 ✗ not shown on 14 Oct" in own_school.text("m2", "jonas 8.1 v")
    said = own_school.text("t1", "6E 8.1 l")
    assert "Of Jonas a colleague said otherwise; yours counts now." in said
    assert "counts now" not in own_school.text("t1", "6E 8.2 x")


@pytest.mark.parametrize("own", ["jonas 10.3 v", "jonas 10: 1v 3v"])
def test_same_says_ones_own_marks_again(shared: School, own: str):
    shared.say("m1", own)
    shared.later(minutes=1)
    shared.say("m2", "jonas 10.3 x")
    shared.later(minutes=1)
    said = shared.text("m1", "same 10.3")
    assert "3 ✓" in said
    assert "An Claes said 10.3 ✗" in said


@pytest.mark.parametrize("line", ["same 10", "same jonas 10.3", "jonas 8.1 v\nsame 10.3"])
def test_what_a_colleague_said_is_never_said_again_as_ones_own(shared: School, line: str):
    shared.say("m2", "jonas 10.3 x")
    shared.later(minutes=1)
    shared.say("m1", "jonas 11.1 v")
    before = shared.scores
    said = shared.text("m1", line)
    assert "An Claes said 10.3 ✗" in said
    assert shared.scores == before


def test_the_rest_as_before_is_ones_own_rest(shared: School):
    shared.say("m1", "jonas 8.1 v")
    shared.later(minutes=1)
    shared.say("m2", "jonas 8: 1x 2x")
    shared.later(minutes=1)
    shared.say("m1", "/score jonas 8.1")
    before = shared.scores
    said = shared.tapped("m1", "rest as before")
    assert "Of 8.2 only a colleague said something." in said
    assert shared.scores == before + 1


def test_a_form_is_filled_with_ones_own_marks(shared: School):
    shared.say("m1", "jonas 8.1 v")
    shared.later(minutes=1)
    shared.say("m2", "jonas 8: 1x 2x")
    shared.later(minutes=1)
    with shared.engine.begin() as connection:
        said = Incoming("f", shared.people["m1"].person_id, shared.at, text="/score jonas 8.1")
        form = answer(StoredUnitOfWork(connection), said).replies[0].form
    assert form is not None
    assert [field.value for field in form.fields if field.value] == ["V"]
