"""Agreements on both databases, and who sees what of them: every cell."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import pytest

from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.recognitions import Recognition
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.dated import Matter
from bot.domain.importing.drafts import RosterRow
from bot.domain.planning.training_plans import Party, Where
from bot.domain.school.accompanying import AGREEMENT_SIGHT, AgreementSight, agreement_sight_of
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Person, Role
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.agreeing.agreements import list_dated as agreements
from bot.use_cases.agreeing.list_dated import list_dated
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

FIRST, LAST = date(2026, 10, 14), date(2027, 6, 30)
TODAY = date(2026, 10, 14)
SEEN = {
    "s1": {"Elektro bv", "Volta nv"},
    "m1": {"Elektro bv"},
    "m2": {"Volta nv"},
    "t1": set(),
    "t2": set(),
    "c1": {"Elektro bv", "Volta nv"},
    "c2": {"Elektro bv", "Volta nv"},
    "s2": set(),
}
"""Whose agreements of Jonas each person sees, by workplace."""


@pytest.fixture
def uow(own_school: School) -> Iterator[StoredUnitOfWork]:
    """Jonas also works at Volta nv, with An, another teacher and another coach."""
    second = RosterRow(
        line=2, framework="ELEC-1", class_group="6E", student_id="s1", student="Jonas Peeters",
        workplace="Volta nv", mentor_id="m2", mentor="An Claes", teacher_id="t2",
        teacher="Tom Baert", coach_id="c2", coach="Mia Smet",
    )  # fmt: skip
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        assert isinstance(row, OrganisationRow)
        assert not import_roster(uow.catalogue, row, [second]).rejected
        uow.agreements.set_setting(1, Setting.COMPULSORY)
        yield uow


def who(uow: StoredUnitOfWork, school_id: str) -> Person:
    return next(person for person in uow.people.list_all() if person.school_id == school_id)


def jonas(uow: StoredUnitOfWork) -> int:
    return uow.tracks.list_of(who(uow, "s1").id)[0].id


def places(uow: StoredUnitOfWork, school_id: str):
    return uow.agreements.list_places(who(uow, school_id).id, [jonas(uow)])


@pytest.mark.parametrize("school_id", SEEN)
def test_who_sees_which_placements(uow, school_id):
    assert {place.workplace for place in places(uow, school_id)} == SEEN[school_id]


def test_every_role_has_its_cell_and_roles_join():
    assert set(AGREEMENT_SIGHT) == set(Role)
    assert agreement_sight_of(frozenset()) is AgreementSight.NOTHING
    for role in Role:
        assert agreement_sight_of(frozenset({role})) is AGREEMENT_SIGHT[role]
        both = agreement_sight_of(frozenset({role, Role.COACH}))
        assert both is AgreementSight.ALL


def test_a_placement_is_given_with_what_its_agreement_goes_by(uow):
    (elektro, _volta) = places(uow, "c1")
    assert (elektro.setting, elektro.weekly_hours) == (Setting.COMPULSORY, None)
    uow.agreements.say_hours(elektro.placement_id, Fraction("19.5"))
    (elektro, _volta) = places(uow, "c1")
    assert elektro.weekly_hours == Fraction("19.5")
    assert elektro.needed is AgreementKind.SAO
    assert elektro.roles == frozenset({Role.COACH})


def test_an_agreement_its_steps_and_its_end(uow):
    (elektro, _volta) = places(uow, "c1")
    coach, here = who(uow, "c1").id, elektro.placement_id
    new = uow.agreements.add(elektro, AgreementKind.SAO, (FIRST, LAST), coach, MORNING)
    uow.agreements.tick(new, AgreementStep.INSURED, coach, MORNING)
    uow.agreements.tick(new, AgreementStep.INSURED, coach, MORNING)
    uow.agreements.tick(new, AgreementStep.SIGNED_SCHOOL, coach, MORNING)
    uow.agreements.untick(new, AgreementStep.SIGNED_SCHOOL)
    assert uow.agreements.list_done([new]) == {new: frozenset({AgreementStep.INSURED})}
    uow.agreements.end(new, TODAY)
    (kept,) = uow.agreements.list_of([here])
    assert (kept.kind, kept.starts_on, kept.ends_on, kept.ended_on) == (
        AgreementKind.SAO, FIRST, LAST, TODAY,
    )  # fmt: skip
    assert uow.agreements.note_reminded(new, Role.MENTOR, TODAY)
    assert not uow.agreements.note_reminded(new, Role.MENTOR, TODAY)
    assert uow.agreements.note_reminded(new, Role.STUDENT, TODAY)
    assert uow.agreements.note_reminded(new, Role.MENTOR, TODAY + timedelta(days=1))
    uow.agreements.drop(new)
    assert not uow.agreements.list_of([here])
    assert not uow.agreements.list_done([new])


def test_a_training_plan_counts_once_all_three_agreed_to_its_newest_version(uow):
    (elektro, _volta) = places(uow, "c1")
    here = elektro.placement_id
    programme = uow.tracks.read_programme(1)
    pursued = {programme.competences[0].id: Where.WORKPLACE}
    assert uow.agreements.list_planned([here]) == frozenset()
    plan = uow.training_plans.add_version(here, who(uow, "m1").id, pursued, MORNING)
    for party, school_id in zip(Party, ("c1", "m1", "s1"), strict=True):
        assert uow.agreements.list_planned([here]) == frozenset()
        uow.training_plans.agree(plan.id, party, who(uow, school_id).id, MORNING)
    assert uow.agreements.list_planned([here]) == {here}
    uow.training_plans.add_version(here, who(uow, "m1").id, pursued, MORNING)
    assert uow.agreements.list_planned([here]) == frozenset()


def dated(uow: StoredUnitOfWork, until: date = TODAY + timedelta(days=14), today: date = TODAY):
    coach = who(uow, "c1")
    tracks = [track for track in uow.tracks.list_of(coach.id) if track.student == "Jonas Peeters"]
    found = agreements.list_dated(uow, coach, tracks, until, today)
    return [(own.matter, own.due_on, own.detail) for own in found if own.place == "Elektro bv"]


def test_what_has_a_date_is_listed_for_the_desk(uow):
    assert dated(uow) == [(Matter.AGREEMENT_MISSING, None, "")]
    (elektro, _volta) = places(uow, "c1")
    uow.agreements.say_hours(elektro.placement_id, Fraction(16))
    assert dated(uow) == [(Matter.AGREEMENT_MISSING, None, "sao")]
    coach = who(uow, "c1").id
    new = uow.agreements.add(elektro, AgreementKind.SAO, (FIRST, LAST), coach, MORNING)
    (recognition, rest, signatures) = dated(uow)
    assert recognition == (Matter.AGREEMENT_STEP, date(2026, 9, 16), "recognised")
    assert rest == (Matter.AGREEMENT_STEP, date(2026, 10, 7), "training_plan,insured,work_post")
    assert signatures[2] == "signed_student,signed_company,signed_school"
    for step in AgreementStep:
        uow.agreements.tick(new, step, coach, MORNING)
    uow.agreements.untick(new, AgreementStep.RECOGNISED)
    assert dated(uow) == [recognition]
    school, place = elektro.organisation_id, (1, 1)
    uow.recognitions.keep(school, place, Recognition(until=FIRST - timedelta(days=1)), MORNING)
    assert dated(uow) == [recognition]
    uow.recognitions.keep(school, place, Recognition(until=LAST), MORNING)
    assert dated(uow) == []
    before = LAST - timedelta(days=43)
    assert dated(uow, before + timedelta(days=14), before) == []
    near = LAST - timedelta(days=42)
    assert dated(uow, near + timedelta(days=14), near) == [(Matter.AGREEMENT_END, LAST, "")]
    uow.agreements.say_hours(elektro.placement_id, Fraction(20))
    assert dated(uow) == [(Matter.AGREEMENT_MISSING, None, "oao")]


def test_the_desk_asks_as_much_for_many_placements_as_for_one(uow, own_school):
    coach = who(uow, "c1")
    tracks = uow.tracks.list_of(coach.id)
    for place in uow.agreements.list_places(coach.id, [track.id for track in tracks]):
        uow.agreements.add(place, AgreementKind.SAO, (FIRST, LAST), coach.id, MORNING)
    asked = {}
    for lists in (agreements.list_dated, list_dated):
        for seen in (tracks[:1], tracks):
            with own_school.statements() as statements:
                lists(uow, coach, seen, TODAY, TODAY)
            asked[lists, len(seen)] = len(statements)
    assert len(tracks) > 1
    assert asked[agreements.list_dated, 1] == asked[agreements.list_dated, len(tracks)] == 5
    assert asked[list_dated, 1] == asked[list_dated, len(tracks)]


def test_who_is_not_their_coach_has_nothing_on_the_desk(uow):
    student = who(uow, "s1")
    tracks = uow.tracks.list_of(student.id)
    assert list_dated(uow, student, tracks, TODAY, TODAY) == []
