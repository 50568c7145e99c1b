"""What other topics have of dates stands on the desk, and a tap opens it there."""

from sqlalchemy import update

from bot.domain.divergence.alerts import AlertState
from bot.domain.school.frameworks import Setting
from bot.storage.tables import alert
from tests.dialogues.agreeing.settings import stands_in
from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_talk import alerted
from tests.dialogues.inducting.named import begin_teaching, name_coach
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


@both_ways
def test_a_missing_agreement_its_open_steps_and_a_recognition(school: School):
    stands_in(school, Setting.COMPULSORY)
    school.say("c1", "/agreement jonas")
    school.say("c1", "19,5")
    school.say("c1", "/desk jonas")
    missing = next(label for label in school.buttons("c1") if "SAO" in label)
    assert school.tapped("c1", missing).startswith("Agreement for Jonas Peeters at Elektro bv")
    school.tap("c1", "make the SAO")
    school.say("c1", "20/10/2026 until 30/6/2027")
    school.say("c1", "/desk")
    contracts = school.tapped("c1", "○ contracts")
    assert contracts.startswith("contracts · ")
    assert "👤 Jonas Peeters\n⚠ 13 Oct: agreed training plan and 5 more · agreement" in contracts
    assert contracts.count("recognition of Elektro bv") == 1
    assert "recognition of the workplace" not in contracts
    assert "👤 Noor Aziz\n• at once: agreement missing" in contracts
    assert "• at once: recognition of Elektro bv is missing" in contracts
    assert "mentor’s training: An Claes (Volta nv) did not" in contracts
    assert contracts.count("· agreement") == 1  # what is late and what comes, in one line
    opened = next(label for label in school.buttons("c1") if "recognition of Elektro" in label)
    assert "Elektro bv" in school.tapped("c1", opened)


def test_who_coaches_teachers_alone_has_a_desk(own_school: School):
    name_coach(own_school)
    assert "Nothing is late" in own_school.text("d1", "/desk")
    begin_teaching(own_school, "t1", "Els Wouters")
    desk = own_school.text("d1", "/desk")
    assert "👤 Els Wouters\n• " in desk
    assert "welcome session" in desk
    assert own_school.tapped("d1", "Els Wouters · welcome session").startswith(
        "Els Wouters: welcome session"
    )
    assert own_school.text("t1", "/desk").startswith("The desk is for coaches")


def test_a_talk_stands_there_also_where_its_alert_has_ended(own_school: School):
    timed = alerted(own_school)
    timed.tap("c1", "plan a talk")
    timed.tap("c1", "choose this moment")
    assert ": talk about an alert" in timed.text("c1", "/desk jonas")
    with timed.engine.begin() as connection:
        connection.execute(update(alert).values(state=AlertState.CLOSED.value))
    desk = timed.text("c1", "/desk jonas")
    assert ": talk about an alert" in desk
    opened = next(label for label in timed.buttons("c1") if "talk about" in label)
    assert "Marks out routes" in timed.tapped("c1", opened)
    timed.later(days=7)
    assert "talk about" not in timed.text("c1", "/desk jonas")
    with timed.engine.begin() as connection:
        connection.execute(update(alert).values(state=AlertState.OPEN.value))
    assert "talk about an alert: what came of it?" in timed.text("c1", "/desk jonas")
