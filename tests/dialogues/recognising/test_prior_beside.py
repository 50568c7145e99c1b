"""What was learned before beside the rest: a file as evidence, planning, and who is both."""

from sqlalchemy import text

from bot.domain.school.frameworks import PriorRule
from bot.use_cases.planning.matrix.see_matrix import see_matrix
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.page import PageSchool
from tests.dialogues.recognising.test_prior import claim, counted, see
from tests.dialogues.reflecting.asking import Talk
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


def cells(school: School) -> dict[int, bool]:
    """Say of each competence of Jonas whether the campus has nothing to add."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        teacher = school.people["t1"].person_id
        (jonas,) = (own for own in uow.tracks.list_of(teacher) if "Jonas" in own.student)
        (matrix,) = see_matrix(uow, teacher, [jonas])
        return {line.competence.number: line.cells[0].reached for line in matrix.lines}


def test_a_voice_note_is_evidence_and_stays_where_it_was_sent(school: School):
    claim(school, send=False)
    school.tap("s1", "what shows it …")
    said = Talk(school).voice("s1")
    assert "Kept: 2 references." in said
    assert "A photo or a voice note stays in this chat" in said
    shown = school.tapped("s1", "that is all")
    assert "• voice note" in shown
    school.tap("s1", "send")
    assert "• voice note" in see(school, "t1")
    if isinstance(school, PageSchool):
        with school.engine.begin() as connection:
            kept = connection.execute(text("SELECT count(*) FROM attached")).scalar_one()
        assert kept == 1


def test_where_none_is_awaited_a_file_is_not_kept(own_school: School):
    claim(own_school)
    assert "did not keep it" in Talk(own_school).voice("s1")


def test_the_campus_need_not_teach_what_counts_as_acquired(own_school: School):
    claim(own_school, "/prior 10.1-10.11")
    counted(own_school, PriorRule.ACQUIRED)
    assert cells(own_school) == {8: False, 10: False, 11: False}
    for who in ("t1", "c1"):
        see(own_school, who)
        own_school.tap(who, "confirm")
    assert cells(own_school) == {8: False, 10: True, 11: False}
    counted(own_school, PriorRule.COVERED)
    assert cells(own_school) == {8: False, 10: False, 11: False}


def test_who_is_teacher_and_coach_speaks_for_both_where_nobody_else_does(own_school: School):
    with own_school.engine.begin() as connection:
        connection.execute(text("DELETE FROM involvement WHERE role = 'coach'"))
        teacher = own_school.people["t1"].person_id
        connection.execute(
            text(
                "INSERT INTO involvement (organisation_id, placement_id, person_id, role, track_id)"
                " SELECT organisation_id, placement_id, person_id, 'coach', track_id"
                " FROM involvement WHERE role = 'teacher' AND person_id = :teacher"
            ),
            {"teacher": teacher},
        )
    claim(own_school)
    assert "You speak as teacher and coach." in see(own_school, "t1")
    said = own_school.tapped("t1", "confirm")
    assert said == (
        "Confirmed as teacher and coach.\nIt is recognised now, and the student hears it."
    )
    assert own_school.tapped("t1", "↩ Undo").startswith("Taken back: it is open again.")


def test_the_student_reads_in_dutch_what_was_recognised(dutch_school: School):
    dutch_school.say("s1", "/evc 10.1-10.4")
    for label in ("ga verder", "door te doen", "ergens anders"):
        dutch_school.tap("s1", label)
    dutch_school.say("s1", "Thuis alle leidingen gelegd")
    dutch_school.tap("s1", "dat is alles")
    assert dutch_school.tapped("s1", "verstuur").startswith("Verstuurd naar ")
    for who in ("t1", "c1"):
        dutch_school.say(who, "/evc jonas")
        dutch_school.tap(who, "10 Lays conduits")
        dutch_school.tap(who, "bevestig")
    assert "+ eerder geleerd: 4 van 13 (informeel)" in dutch_school.text("s1", "/rapport")
