"""A claim that stays open since who was waited for has gone."""

from sqlalchemy import delete

from bot.domain.school.tracks import Role
from bot.storage.tables import involvement
from tests.dialogues.conftest import own_school
from tests.dialogues.recognising.test_prior import claim, see
from tests.dialogues.school import School

__all__ = ["own_school"]


def test_where_who_was_waited_for_has_gone_the_one_who_is_there_ends_it(own_school: School):
    claim(own_school)
    see(own_school, "t1")
    own_school.tap("t1", "confirm")
    with own_school.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == Role.COACH.value))
    assert "1 claim of what was learned before waits for you" in own_school.text("t1", "/open")
    see(own_school, "t1")
    assert "It is recognised now" in own_school.tapped("t1", "confirm")
    assert "✓ recognised" in own_school.text("s1", "/prior")
