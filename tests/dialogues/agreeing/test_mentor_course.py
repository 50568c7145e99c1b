"""The training for mentors: missing, planned, asked about once its day is over, followed."""

from bot.domain.school.frameworks import Setting
from tests.dialogues.agreeing.settings import stands_in
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


@both_ways
def test_a_training_from_missing_to_planned_to_followed(school: School):
    stands_in(school, Setting.COMPULSORY)
    listed = school.text("c1", "/mentortraining")
    assert listed.startswith("As far as is known, 2 mentors did not follow the training yet.")
    assert "· Karim Haddad · Elektro bv: ⚠ not followed yet" in listed
    school.tap("c1", "Karim Haddad")
    school.tap("c1", "planned …")
    stored = school.text("c1", "19/10/2026")
    assert stored.startswith(
        "Stored:\nThe training for mentors of Karim Haddad\nplanned for 19 Oct"
    )
    school.later(days=6, hours=3)
    assert "Did you follow it?" in " ".join(told_of(school))
    assert "followed on 19 Oct" in school.tapped("m1", "yes, I followed it")
    listed = school.text("c1", "/mentortraining")
    assert "· Karim Haddad · Elektro bv: followed on 19 Oct, says Karim Haddad" in listed
    school.tap("c1", "Karim Haddad")
    assert "not followed yet" in school.tapped("c1", "not followed")
    assert school.tapped("c1", "↩ Undo").startswith(
        "↩ Undone: what you said of a mentor’s training"
    )


def told_of(school: School) -> list[str]:
    """Let the clock tick, and give what Karim is told."""
    hear(school)
    return told(school, "m1", "reminder")
