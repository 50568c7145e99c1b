"""An agreement from what is needed to the last signature, and what its coach is told."""

from bot.domain.school.frameworks import Setting
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def stands_in(school: School, setting: Setting) -> None:
    """Let every programme of the school stand in an education."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        for programme in uow.catalogue.programmes.list_all(row.id):
            uow.agreements.set_setting(programme.id, setting)


def made(school: School, hours: str = "19,5") -> str:
    """Make the agreement of Jonas at so many hours a week, in compulsory education."""
    stands_in(school, Setting.COMPULSORY)
    school.say("c1", "/agreement jonas")
    school.say("c1", hours)
    kind = next(label for label in school.buttons("c1") if label.startswith("make the"))
    school.tap("c1", kind)
    return school.text("c1", "14/10/2026 until 30/6/2027")


@both_ways
def test_from_what_is_needed_to_the_missing_signature(school: School):
    assert "Nobody has said in which education" in school.text("c1", "/agreement jonas")
    stands_in(school, Setting.COMPULSORY)
    asked = school.text("c1", "/agreement jonas")
    assert asked.startswith("Agreement for Jonas Peeters at Elektro bv\nHow many hours a week")
    shown = school.tapped("c1", "19.5")
    assert "Needed at 19.5 hours a week: unpaid agreement (SAO).\nThere is none yet." in shown
    proposed = school.tapped("c1", "make the SAO")
    assert proposed.startswith("unpaid agreement (SAO) for Jonas Peeters at Elektro bv\n")
    shown = school.text("c1", "14/10/2026 until 30/6/2027")
    assert "unpaid agreement (SAO), 14 Oct" in shown
    assert "⚠ signature of the company · company · by 13 Oct" in shown
    for step in ("recognition of the workplace", "training plan agreed", "signature of the student",
                 "signature of the school", "insurance against accidents at work",
                 "safety at the work post"):  # fmt: skip
        shown = school.tapped("c1", f"✓ {step}")
        assert shown.startswith(f"Done: {step}\n")
    assert "⚠ signature of the company · company · by 13 Oct" in shown
    assert "⚠ Jonas Peeters at Elektro bv: missing: signature of the company" in school.text(
        "c1", "/agreement"
    )
    assert "All of it is done." in (
        school.say("c1", "/agreement jonas") and school.tapped("c1", "✓ signature of the company")
    )
    assert "⚠ signature of the company" in school.tapped("c1", "↩ Undo")


def test_nineteen_and_a_half_hours_are_unpaid_and_twenty_are_paid(own_school: School):
    assert "unpaid agreement (SAO), 14 Oct" in made(own_school, "19,5")
    own_school.tap("c1", "other hours a week …")
    shown = own_school.text("c1", "20 hours a week")
    assert "Needed at 20 hours a week: paid agreement (OAO)." in shown
    assert "⚠ By now another kind is needed (paid agreement (OAO))" in shown
    own_school.tap("c1", "make the OAO")
    shown = own_school.text("c1", "14/10/2026 until 30/6/2027")
    assert "Nothing was stored" in shown
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "make the OAO")
    shown = own_school.text("c1", "16/10/2026 until 30/6/2027")
    assert "unpaid agreement (SAO), 14 Oct – 15 Oct" in shown
    assert "paid agreement (OAO), 16 Oct" in shown
    shown = own_school.tapped("c1", "↩ Undo")
    assert "By now another kind is needed" in shown
    assert "unpaid agreement (SAO), 14 Oct – 30 Jun" in shown
