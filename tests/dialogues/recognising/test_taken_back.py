"""A claim of what was learned before that is taken back, undone, or waits for a guardian."""

from datetime import UTC, datetime

from sqlalchemy import delete

from bot.storage.tables import involvement
from tests.dialogues.conftest import own_school
from tests.dialogues.recognising.test_prior import claim, see, settle
from tests.dialogues.rights.test_guardian import guarded
from tests.dialogues.school import School
from tests.dialogues.supporting.test_handover import sent

__all__ = ["own_school"]


def refuse(school: School, who: str, why: str = "I see no proof") -> str:
    see(school, who)
    school.tap(who, "refuse …")
    return school.text(who, why)


def confirm(school: School, who: str) -> str:
    see(school, who)
    return school.tapped(who, "confirm")


def test_where_the_only_coach_went_what_the_teacher_said_decides(own_school: School):
    claim(own_school)
    confirm(own_school, "t1")
    with own_school.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == "coach"))
    assert "teacher: confirmed" in own_school.text("s1", "/prior")
    settle(own_school)
    assert any(text.startswith("Recognised: ") for text in sent(own_school, "s1"))
    assert "✓ recognised" in own_school.text("s1", "/prior")


def test_nothing_is_decided_where_nobody_is_left_or_nobody_spoke(own_school: School):
    claim(own_school)
    with own_school.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == "coach"))
    settle(own_school)
    assert "waits for an answer" in own_school.text("s1", "/prior")
    with own_school.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == "teacher"))
    settle(own_school)
    assert "waits for an answer" in own_school.text("s1", "/prior")


def test_confirmed_undone_and_confirmed_again_it_is_told_once(own_school: School):
    own_school.at = datetime(2026, 10, 13, 20, 30, tzinfo=UTC)  # after everybody's hours
    claim(own_school)
    confirm(own_school, "t1")
    confirm(own_school, "c1")
    own_school.say("c1", "/undo")
    confirm(own_school, "c1")
    settle(own_school)
    assert len([text for text in sent(own_school, "s1") if text.startswith("Recognised")]) == 1


def test_what_was_refused_and_recognised_after_the_appeal_is_told_as_it_stands(own_school: School):
    own_school.at = datetime(2026, 10, 13, 20, 30, tzinfo=UTC)
    claim(own_school)
    refuse(own_school, "c1")
    own_school.say("s1", "/prior")
    own_school.tap("s1", "10 Lays conduits")
    own_school.tap("s1", "ask to look anew …")
    own_school.say("s1", "There is a letter")
    confirm(own_school, "t1")
    confirm(own_school, "c1")
    settle(own_school)
    assert len([text for text in sent(own_school, "s1") if text.startswith("Recognised")]) == 1


def test_undoing_that_it_was_sent_keeps_what_was_written(own_school: School):
    claim(own_school)
    own_school.say("s1", "/undo")
    assert "Nothing waits for you." in own_school.text("t1", "/prior")
    own_school.say("s1", "/prior")
    shown = own_school.tapped("s1", "10 Lays conduits")
    assert "“Two summers with my uncle, an electrician”" in shown
    assert "How it stands: not sent yet" in shown
    own_school.later(minutes=1)
    assert own_school.tapped("s1", "send").startswith("Sent to ")
    settle(own_school)
    heard = [text for text in sent(own_school, "t1") if text.startswith("Jonas Peeters says to")]
    assert len(heard) == 1


def test_what_is_decided_is_not_offered_to_be_undone(own_school: School):
    claim(own_school)
    refuse(own_school, "c1")
    assert "what you say to have learned before" not in own_school.text("s1", "/undo")


def test_a_guardian_says_yes_before_a_claim_goes_on(own_school: School):
    claim(own_school, send=False)
    guarded(own_school)
    for tapped in ("send", "my words …", "what shows it …", "how I learned it …"):
        assert "has to say yes" in own_school.tapped("s1", tapped), tapped
    assert "Nothing of Jonas Peeters yet." in own_school.text("c1", "/prior jonas")
