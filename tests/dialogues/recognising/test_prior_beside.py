"""What was learned before beside the rest: a file as evidence, planning, and who is both."""

from dataclasses import replace

from sqlalchemy import text

from bot.domain.planning.campus.standing import lack_of
from bot.domain.school.frameworks import PriorRule
from bot.domain.school.tracks import Role
from bot.domain.scoring.prior import came_up_before
from bot.messages import LearnedStripe
from bot.ports import Seat
from bot.use_cases.planning.campus.see_standings import see_standings
from bot.use_cases.planning.gaps.see_gaps import see_gaps
from bot.use_cases.planning.matrix.see_matrix import see_matrix
from bot.use_cases.reporting.see_prior import see_prior
from bot.use_cases.reporting.see_report import see_report
from bot.use_cases.scoring.seeing.list_open import list_open
from handlers.reporting.pictured import describe_report
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


def confirmed(school: School, what: str) -> None:
    claim(school, what)
    for who in ("t1", "c1"):
        see(school, who)
        school.tap(who, "confirm")


def test_the_groups_on_campus_leave_out_who_had_acquired_it(own_school: School):
    confirmed(own_school, "/prior 10.1-10.11")

    def stands(rule: PriorRule) -> dict[int, bool]:
        counted(own_school, rule)
        with own_school.engine.begin() as connection:
            uow = own_school.unit(connection)
            teacher = own_school.people["t1"].person_id
            (jonas,) = (own for own in uow.tracks.list_of(teacher) if "Jonas" in own.student)
            seen = see_standings(uow, teacher, [jonas], own_school.at, "Europe/Brussels")
            return {
                own.number: lack_of(seen.standings[jonas.id][own.id]) is None
                for own in seen.programme.competences
            }

    assert stands(PriorRule.COVERED) == {8: False, 10: False, 11: False}
    assert stands(PriorRule.ACQUIRED) == {8: False, 10: True, 11: False}


def test_what_came_up_before_is_no_gap_of_the_student(own_school: School):
    confirmed(own_school, "/prior 10.1-10.2")

    def gaps(rule: PriorRule) -> list[int]:
        counted(own_school, rule)
        with own_school.engine.begin() as connection:
            uow = own_school.unit(connection)
            coach = own_school.people["c1"].person_id
            (jonas,) = (own for own in uow.tracks.list_of(coach) if "Jonas" in own.student)
            programme = uow.tracks.read_programme(jonas.programme_id)
            system = came_up_before(programme, uow.gaps.list_recognised([jonas.id])[jonas.id])
            assert {own.number for own in programme.competences if own.id in system} == (
                {10} if rule is PriorRule.COVERED else set()
            )
            found = see_gaps(uow, coach, jonas, programme, own_school.at)
            return [gap.competence.number for gap in found]

    assert gaps(PriorRule.SHOWN) == [8, 10, 11]
    assert gaps(PriorRule.COVERED) == [8, 11]


def test_what_was_acquired_before_is_asked_last(own_school: School):
    confirmed(own_school, "/prior 10.1-10.11")
    counted(own_school, PriorRule.ACQUIRED)
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        mentor = own_school.people["m1"].person_id
        (jonas,) = (own for own in uow.tracks.list_of(mentor) if "Jonas" in own.student)
        programme = uow.tracks.read_programme(jonas.programme_id)
        seat = Seat(1, mentor, jonas.id, Role.MENTOR, jonas.placement_id)
        worth = list_open(uow, seat, jonas, programme, own_school.at).worth
        numbers = {
            indicator.id: (own.number, indicator.number)
            for own in programme.competences
            for indicator in own.indicators
        }
        asked = [numbers[own.indicator] for own in worth]
    assert sorted(asked[-11:]) == [(10, number) for number in range(1, 12)]
    assert len(asked) == len(numbers)


def test_the_class_and_the_pictures_say_what_was_learned_before(own_school: School):
    confirmed(own_school, "/prior 10.1-10.11")
    counted(own_school, PriorRule.COVERED)
    shown = own_school.text("t1", "/class 6E")
    assert "10 Lays conduits: " in shown
    assert "1 student learned some before" in shown
    counted(own_school, PriorRule.ACQUIRED)
    shown = own_school.text("t1", "/class 6E")
    assert "1 student learned some before, acquired before: 1" in shown
    assert "10 Lays conduits: acquired before 1" in own_school.text("t1", "/plan 6E")


def test_the_stripe_tells_nothing_of_what_a_mentor_marked(own_school: School):
    confirmed(own_school, "/prior 10.1")
    counted(own_school, PriorRule.COVERED)

    def drawn() -> tuple[LearnedStripe | None, int]:
        own_school.say("s1", "/report")
        with own_school.engine.begin() as connection:
            uow, student = own_school.unit(connection), own_school.people["s1"].person_id
            (jonas,) = uow.tracks.list_of(student)
            prior = see_prior(uow, student, jonas)
            seen = replace(see_report(uow, student, jonas), prior=prior)
            row = next(own for own in describe_report(seen, own_school.at).rows if own.number == 10)
            return row.before, row.cells[1].covered

    stripe = LearnedStripe(1, 13, PriorRule.COVERED)
    assert drawn() == (stripe, 0)
    own_school.say("m1", "jonas 10.1 v")
    assert drawn() == (stripe, 1)
    own_school.say("m1", "jonas 10.1 xn")
    own_school.say("m1", "jonas 10.2 v")
    assert drawn() == (stripe, 1)


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
