"""A claim that stays open, or opens again: who was waited for goes, one takes a word back."""

from sqlalchemy import delete

from bot.domain.school.tracks import Role
from bot.storage.tables import involvement
from tests.dialogues.conftest import own_school
from tests.dialogues.recognising.test_prior import claim, see
from tests.dialogues.rights.test_guardian import OURS, YOURS, agrees, guarded
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


def test_a_refusal_of_another_one_stands_when_a_confirmation_is_taken_back(own_school: School):
    claim(own_school)
    see(own_school, "t1")
    own_school.tap("t1", "confirm")
    see(own_school, "c1")
    own_school.tap("c1", "refuse …")
    own_school.say("c1", "Your uncle did the work, it seems")
    see(own_school, "t1")
    taken = own_school.tapped("t1", "take back what I said")
    assert taken.startswith("Taken back. It stays refused, by what another one said.")
    own_school.say("s1", "/prior")
    own_school.tap("s1", "10 Lays conduits")
    assert "ask to look anew …" in own_school.buttons("s1")
    assert "take it back" not in own_school.buttons("s1")
    see(own_school, "c1")
    assert own_school.tapped("c1", "take back what I said").startswith("Taken back: it is open")


def test_a_claim_that_was_begun_waits_for_the_guardians_yes(own_school: School):
    claim(own_school, send=False)
    guarded(own_school)
    assert YOURS in own_school.tapped("s1", "send")
    own_school.tap_code("s1", "evw:1")
    assert YOURS in own_school.text("s1", "Three summers with my uncle")
    assert "Three summers" not in own_school.text("s1", "/prior")
    agrees(own_school)
    own_school.say("s1", "/prior")
    own_school.tap("s1", "10 Lays conduits")
    assert "Sent to " in own_school.tapped("s1", "send")


def test_nobody_decides_about_who_waits_for_a_guardian(own_school: School):
    claim(own_school)
    guarded(own_school)
    (refused,) = own_school.tap_code("t1", "evy:1")
    assert OURS in refused.text
    agrees(own_school)
    assert "Confirmed as teacher." in own_school.tap_code("t1", "evy:1")[0].text
