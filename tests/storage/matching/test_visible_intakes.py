"""Who sees what of an intake, on both databases: every seat, every part, in every state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.domain.importing.drafts import RosterRow
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import Alternative, CriterionMet, InterviewOutcome
from bot.domain.questions import GivenAnswer, SheetPurpose
from bot.domain.school.intake_visibility import (
    INTAKE_SIGHT,
    SCORES_WITHOUT_INTAKE,
    IntakePart,
    IntakeSeat,
    IntakeSight,
)
from bot.domain.school.tracks import Person, Role
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.files.open_intake import open_intake
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.talking.answer_questions import open_sheet
from tests.databases import SchoolOn, connected
from tests.dialogues.matching.opened import DRAFT
from tests.dialogues.school import MORNING, School

STATES = ("begun", "sent", "planned", "draft", "decided")


@dataclass
class Round:
    """An intake with two candidates and two companies; of each state one candidate and place."""

    uow: StoredUnitOfWork
    intake: Intake
    people: dict[str, Person]
    candidates: dict[str, int]
    places: dict[str, int]
    interviews: dict[str, int]


@pytest.fixture
def round_(school_on: SchoolOn, backend: str) -> Iterator[Round]:
    """In each state of a candidate there is one, with a place and an interview of their own."""
    with connected(school_on(backend, "en")) as engine:
        school = School(engine).found()
        with engine.begin() as connection:
            uow = school.unit(connection)
            (programme,) = uow.catalogue.programmes.list_all(1)
            opened, _again = open_intake(uow, 1, programme, DRAFT, MORNING)
            intake = uow.intakes.find(opened)
            assert intake is not None
            made = Round(uow, intake, {}, {}, {}, {})
            for state in STATES:
                _begin(made, state)
            made.people |= {own.school_id: own for own in uow.people.list_all()}
            yield made


def _begin(made: Round, state: str) -> None:
    uow, intake = made.uow, made.intake
    who = add_person(uow, 1, f"k-{state}", f"Sam {state}")
    company = add_person(uow, 1, f"p-{state}", f"Rik {state}")
    own = uow.candidacies.add(intake, who, MORNING, added=True)
    place = uow.candidacies.add_place(intake, company, f"{state} nv", MORNING, added=True)
    made.candidates[state], made.places[state] = own, place
    lists = uow.intakes.read_lists(intake.id)
    for person, list_id, purpose, about in (
        (who, lists[0], SheetPurpose.INTAKE, own),
        (company, lists[1], SheetPurpose.OFFER, place),
    ):
        sheet = open_sheet(uow, person, list_id, purpose, about)
        uow.question_lists.answer(sheet, GivenAnswer(1, words=f"{person.school_id} says"))
    candidacy = uow.candidacies.find(own)
    coach = next(own for own in uow.people.list_all() if own.school_id == "c1")
    assert candidacy is not None
    if state == "begun":
        return
    uow.candidacies.note_sent(own, MORNING)
    uow.candidacies.note_place_sent(place, MORNING)
    if state == "sent":
        return
    interview = made.interviews[state] = uow.interviews.add(candidacy, place, coach.id, MORNING)
    uow.interviews.plan(interview, coach.id, MORNING + timedelta(days=3))
    if state == "planned":
        return
    for criterion in intake.criteria:
        uow.interviews.say_met(interview, criterion.id, CriterionMet.MET)
    uow.interviews.say_feedback(interview, "You asked twice")
    uow.interviews.say_outcome(interview, InterviewOutcome.NO_MATCH)
    uow.interviews.say_alternative(interview, Alternative.OTHER, "An evening class")
    if state == "decided":
        uow.interviews.decide(interview, MORNING)


def seats(made: Round, who: str, state: str) -> set[IntakeSeat]:
    """The seats that somebody has towards the candidate and the place of a state."""
    found = set()
    if who == f"k-{state}":
        found.add(IntakeSeat.CANDIDATE)
    if who == f"p-{state}":
        found.add(IntakeSeat.COMPANY)
    if who == "c1":
        found.add(IntakeSeat.LEADER)
    return found


def sight(made: Round, who: str, state: str, part: IntakePart) -> IntakeSight:
    return max(
        (INTAKE_SIGHT[seat, part] for seat in seats(made, who, state)), default=IntakeSight.NOTHING
    )


def test_each_seat_sees_each_part_as_the_table_says_and_nobody_else_anything(round_: Round):
    reads = round_.uow.intake_reads
    for who, person in round_.people.items():
        for state in STATES:
            sent = state != "begun"
            told = state == "decided"
            own, place = round_.candidates[state], round_.places[state]
            for part, given in (
                (IntakePart.CANDIDATE_ANSWERS, reads.read_candidate(person.id, own)),
                (IntakePart.COMPANY_ANSWERS, reads.read_company(person.id, place)),
            ):
                much = sight(round_, who, state, part)
                seen = much is IntakeSight.OWN or (much is IntakeSight.ALL and sent)
                assert (given is not None) is seen, (who, state, part)
                letter = "k" if part is IntakePart.CANDIDATE_ANSWERS else "p"
                if given is not None:
                    assert [said.words for said in given] == [f"{letter}-{state} says"]
            if state not in round_.interviews:
                continue
            found = reads.find_interview(person.id, round_.interviews[state])
            assert (found is not None) is (
                sight(round_, who, state, IntakePart.INTERVIEW) is not IntakeSight.NOTHING
            ), (who, state)
            much = sight(round_, who, state, IntakePart.VERDICT)
            deep = much is IntakeSight.ALL or (much is IntakeSight.OWN and told)
            written = state in ("draft", "decided")
            if found is not None:
                assert (found.feedback != "") is (deep and written), (who, state)
                assert (found.alternative is not None) is (deep and written)
                assert (len(found.met) == len(DRAFT.criteria)) is (deep and written)
                assert (found.outcome is not None) is (written and (deep or told))


def test_lists_hold_what_is_seen_one_by_one(round_: Round):
    reads = round_.uow.intake_reads
    for who, person in round_.people.items():
        leads = who == "c1"
        assert reads.is_led(person.id, round_.intake.id) is leads
        assert bool(reads.list_led(person.id)) is leads
        assert len(reads.list_candidates(person.id, round_.intake.id)) == (
            len(STATES) if leads else 0
        )
        assert len(reads.list_places(person.id, round_.intake.id)) == (len(STATES) if leads else 0)
        listed = {own.id for own in reads.list_interviews(person.id, round_.intake.id)}
        assert listed == {
            own
            for own in round_.interviews.values()
            if reads.find_interview(person.id, own) is not None
        }
        assert {own.id for own in reads.list_own(person.id)} == {
            own for state, own in round_.candidates.items() if who == f"k-{state}"
        }
        assert {own.id for own in reads.list_own_places(person.id)} == {
            own for state, own in round_.places.items() if who == f"p-{state}"
        }


def test_who_is_named_leads_instead_of_the_coaches(round_: Round):
    uow, own = round_.uow, round_.candidates["sent"]
    teacher, coach = round_.people["t1"], round_.people["c1"]
    uow.intakes.name_leader(round_.intake.id, teacher, MORNING)
    assert uow.intake_reads.read_candidate(teacher.id, own) is not None
    assert uow.intake_reads.read_candidate(coach.id, own) is None
    assert not uow.intake_reads.is_led(coach.id, round_.intake.id)


@pytest.mark.parametrize("role", [Role.MENTOR, Role.TEACHER, Role.COACH])
def test_who_scores_a_student_never_sees_that_intake(round_: Round, role: Role):
    """They led it, and have come to be around the student by now, or were once."""
    uow, reads = round_.uow, round_.uow.intake_reads
    lead = add_person(uow, 1, "l1", "Hilde Maes")
    uow.intakes.name_leader(round_.intake.id, lead, MORNING)
    student = round_.people["k-decided"]
    row = RosterRow(
        line=2, framework="ELEC-1", class_group="6E", student_id=student.school_id,
        student=student.name, workplace="Elektro bv",
    )  # fmt: skip
    around = {
        Role.MENTOR: replace(row, mentor_id="l1", mentor="Hilde Maes"),
        Role.TEACHER: replace(row, teacher_id="l1", teacher="Hilde Maes"),
        Role.COACH: replace(row, coach_id="l1", coach="Hilde Maes"),
    }
    (school,) = uow.catalogue.list_organisations()
    assert isinstance(school, OrganisationRow)
    assert not import_roster(uow.catalogue, school, [around[role]]).rejected
    for _ended in range(2):
        hidden = role in SCORES_WITHOUT_INTAKE
        own = round_.candidates["decided"]
        assert (reads.read_candidate(lead.id, own) is None) is hidden
        assert (reads.find_interview(lead.id, round_.interviews["decided"]) is None) is hidden
        listed = {other.id for other in reads.list_candidates(lead.id, round_.intake.id)}
        assert (own not in listed) is hidden
        assert reads.read_candidate(lead.id, round_.candidates["sent"]) is not None
        (track,) = uow.tracks.list_of(student.id)
        placements = [life.id for life in uow.endings.list_of_track(track.id)]
        uow.endings.end(placements, MORNING)


def test_every_cell_of_the_table_is_said():
    assert set(INTAKE_SIGHT) == {(seat, part) for seat in IntakeSeat for part in IntakePart}
