"""Activity lists and training plans on both databases, and who sees what of them: every cell."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.domain.agreeing.recognitions import Recognition
from bot.domain.importing.drafts import RosterRow
from bot.domain.planning.activities import Activity, ActivityList
from bot.domain.planning.training_plans import Party, Where
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import PLAN_SIGHT, SEES_ACTIVITIES, PlanSight
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

WORKPLACE, CAMPUS, BOTH, UNDECIDED = Where
UNTIL = date(2031, 8, 31)


@pytest.fixture
def uow(own_school: School) -> Iterator[StoredUnitOfWork]:
    """Jonas also works at Volta nv, with An, another teacher and another coach."""
    second = RosterRow(
        line=2, framework="ELEC-1", class_group="6E", student_id="s1", student="Jonas Peeters",
        workplace="Volta nv", mentor_id="m2", mentor="An Claes", teacher_id="t2",
        teacher="Tom Baert", coach_id="c2", coach="Mia Smet", training_plan="Offices",
    )  # fmt: skip
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        assert isinstance(row, OrganisationRow)
        assert not import_roster(uow.catalogue, row, [second]).rejected
        yield uow


def who(uow: StoredUnitOfWork, school_id: str) -> int:
    return next(person.id for person in uow.people.list_all() if person.school_id == school_id)


def jonas(uow: StoredUnitOfWork) -> Track:
    return uow.tracks.list_of(who(uow, "s1"))[0]


def competences(uow: StoredUnitOfWork) -> list[int]:
    programme = uow.tracks.read_programme(jonas(uow).programme_id)
    return [competence.id for competence in programme.competences]


def placements(uow: StoredUnitOfWork) -> list[int]:
    seen = uow.training_plans.list_seen(who(uow, "s1"), jonas(uow).id)
    return [own.placement_id for own in seen]


@pytest.fixture
def planned(uow: StoredUnitOfWork) -> StoredUnitOfWork:
    """Elektro bv pursues the first competence, Volta nv the second."""
    marks, lays, sets = competences(uow)
    for placement, author, places in zip(
        placements(uow),
        ("m1", "m2"),
        ({marks: WORKPLACE, lays: UNDECIDED}, {marks: CAMPUS, lays: WORKPLACE, sets: CAMPUS}),
        strict=True,
    ):
        plan = uow.training_plans.add_version(placement, who(uow, author), places, MORNING)
        uow.training_plans.agree(plan.id, Party.MENTOR, who(uow, author), MORNING)
    return uow


def test_newest_versions_by_track_and_placement(planned):
    marks, lays, sets = competences(planned)
    first, second = placements(planned)
    plans, track = planned.training_plans, jonas(planned).id
    assert plans.read_places([track]) == {
        track: {
            first: {marks: WORKPLACE, lays: UNDECIDED},
            second: {marks: CAMPUS, lays: WORKPLACE, sets: CAMPUS},
        }
    }
    newer = plans.add_version(first, who(planned, "t1"), {marks: BOTH}, MORNING)
    assert newer.version == 2
    assert plans.read_places([track])[track][first] == {marks: BOTH}
    assert [plan.version for plan in plans.list_versions(first)] == [2, 1]
    assert plans.list_versions(first)[1].agreed_by == {Party.MENTOR}
    plans.drop_version(newer.id)
    assert plans.read_places([track])[track][first] == {marks: WORKPLACE, lays: UNDECIDED}
    assert plans.read_places([]) == {}


# viewer → how deep: (workplaces by name, of how many others only what they add)
PLANS_SEEN = {
    "s1": (Role.STUDENT, ["Elektro bv", "Volta nv"], 0),
    "m1": (Role.MENTOR, ["Elektro bv", ""], 1),
    "m2": (Role.MENTOR, ["", "Volta nv"], 1),
    "t1": (Role.TEACHER, ["Elektro bv", "Volta nv"], 0),
    "t2": (Role.TEACHER, ["Elektro bv", "Volta nv"], 0),
    "c1": (Role.COACH, ["Elektro bv", "Volta nv"], 0),
    "c2": (Role.COACH, ["Elektro bv", "Volta nv"], 0),
    "s2": (None, [], 0),
    "s3": (None, [], 0),
}


@pytest.mark.parametrize("viewer", PLANS_SEEN)
def test_who_sees_which_training_plan(planned, viewer: str):
    role, workplaces, elsewhere = PLANS_SEEN[viewer]
    seen = planned.training_plans.list_seen(who(planned, viewer), jonas(planned).id)
    assert [own.workplace for own in seen] == workplaces
    hidden = [own for own in seen if own.elsewhere]
    assert len(hidden) == elsewhere
    # What another workplace pursues is seen, and nothing by which it is known.
    assert all(own.plan.places and not own.plan.agreements for own in hidden)
    assert all((own.note, own.plan.author, own.plan.id) == ("", "", 0) for own in hidden)
    sight = PLAN_SIGHT[role] if role else PlanSight.NOTHING
    assert sight is (PlanSight.OWN if elsewhere else PlanSight.ALL if seen else PlanSight.NOTHING)


def test_every_role_has_its_row():
    assert set(PLAN_SIGHT) == set(Role)
    assert {role for role, _workplaces, _elsewhere in PLANS_SEEN.values() if role} == set(Role)


# viewer → the workplaces whose activity list is seen
LISTS_SEEN = {
    "s1": [],
    "s3": [],
    "m1": ["Elektro bv"],
    "m2": ["Volta nv"],
    "t1": ["Elektro bv", "Volta nv"],  # with Nicolas
    "t2": ["Volta nv"],
    "c1": ["Elektro bv", "Volta nv"],
    "c2": ["Volta nv"],
}


@pytest.mark.parametrize("viewer", LISTS_SEEN)
def test_who_sees_which_activity_list(uow, viewer: str):
    offers = uow.activities.list_seen(who(uow, viewer))
    assert [offer.workplace for offer in offers] == LISTS_SEEN[viewer]
    assert all(offer.roles <= SEES_ACTIVITIES for offer in offers)
    writer = {"m": Role.MENTOR, "c": Role.COACH}.get(viewer[0])
    assert {offer.writer for offer in offers} <= {writer}


def test_offered_is_what_contexts_and_activities_bring_but_what_is_not_here(uow):
    marks, lays, sets = competences(uow)
    track = jonas(uow)
    (context,) = uow.tracks.read_programme(track.programme_id).contexts  # brings marks and lays
    assert uow.activities.list_offered([track.id]) == {}
    (offer,) = uow.activities.list_seen(who(uow, "m1"))
    listed = ActivityList(
        (Activity("Boxes", frozenset({sets})), Activity("", contexts=frozenset({context.id}))),
        frozenset({lays}),
    )
    uow.activities.set_list(offer, listed, MORNING, (who(uow, "c1"), Role.COACH))
    (stored,) = uow.activities.list_seen(who(uow, "m1"))
    assert set(stored.activities.activities) == set(listed.activities)
    assert stored.recognition == Recognition()
    assert stored.needs is None
    place = (offer.workplace_id, offer.programme_id)
    uow.recognitions.keep(offer.organisation_id, place, Recognition(UNTIL), MORNING)
    (recognised,) = uow.activities.list_seen(who(uow, "m1"))
    assert recognised.recognition == Recognition(UNTIL)
    assert stored.author.name == "Lien Martens"
    assert stored.author.role is Role.COACH
    assert stored.brought == {marks, lays, sets}
    assert stored.offered == {marks, sets}
    assert uow.activities.list_offered([track.id]) == {track.id: {marks, sets}}
    first, _second = placements(uow)
    assert uow.activities.list_offered_at(track.id) == {first: {marks, sets}}
    again = uow.activities.set_list(stored, ActivityList(), MORNING)
    assert again == stored.id
    assert uow.activities.list_offered_at(track.id) == {first: frozenset()}
