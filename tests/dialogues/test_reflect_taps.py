"""Questions that are tapped twice, or that a school has since switched off."""

from sqlalchemy import select

from bot.storage.tables import asked
from tests.dialogues.reflecting import Talk
from tests.dialogues.test_reflect_own import talk

__all__ = ["talk"]


def test_another_question_tapped_twice_is_one_other_question(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    (other,) = school.tap_code("s1", "ro:1")
    (again,) = school.tap_code("s1", "ro:1")
    assert (again.text, again.buttons) == (other.text, other.buttons)
    with school.engine.begin() as connection:
        assert len(connection.execute(select(asked.c.id)).all()) == 2
