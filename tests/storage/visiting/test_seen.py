"""Who sees what of visits, of handovers and of notes on a desk, on both databases: every cell."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.domain.dated import Head
from bot.domain.importing.drafts import RosterRow
from bot.domain.school.accompanying import SEES_HANDOVERS, VISIT_SIGHT, VisitSight, visit_sight_of
from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.handovers import HandoverWish
from bot.domain.visiting.visits import MinutePart
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.supporting.handover.list_dated import list_dated
from bot.use_cases.visiting.end_promise import find_promise
from bot.use_cases.visiting.hold_visit import find_held
from bot.use_cases.visiting.see_visits import list_minuted, see_visits
from tests.databases import SchoolOn, connected
from tests.dialogues.school import MORNING, School

TODAY = MORNING.date()

# viewer → the role around Jonas
AROUND = {
    "s1": Role.STUDENT,
    "m1": Role.MENTOR,
    "t1": Role.TEACHER,
    "c1": Role.COACH,
    "s9": None,
    "m9": None,
    "t9": None,
    "c9": None,
}


@dataclass
class Visited:
    """A visit with its minutes and a promise, and a handover that is planned, about Jonas."""

    uow: StoredUnitOfWork
    people: dict[str, int]
    visit: int
    promise: int
    handover: int
    note: int

    def tracks(self, viewer: str) -> list[Track]:
        return list(self.uow.tracks.list_of(self.people[viewer]))


@pytest.fixture
def visited(school_on: SchoolOn, backend: str) -> Iterator[Visited]:
    """Beside Jonas' people there are those of another student, whom they never meet."""
    other = RosterRow(
        line=2, framework="ELEC-1", class_group="9Z", student_id="s9", student="Ada Smet",
        workplace="Volta nv", mentor_id="m9", mentor="An Claes", teacher_id="t9",
        teacher="Tom Baert", coach_id="c9", coach="Mia Wils",
    )  # fmt: skip
    with connected(school_on(backend, "en")) as engine:
        school = School(engine).found()
        with engine.begin() as connection:
            uow = school.unit(connection)
            (row,) = uow.catalogue.list_organisations()
            assert isinstance(row, OrganisationRow)
            assert not import_roster(uow.catalogue, row, [other]).rejected
            people = {own.school_id: own.id for own in uow.people.list_all() if own.school_id}
            yield _about_jonas(uow, people)


def _about_jonas(uow: StoredUnitOfWork, people: dict[str, int]) -> Visited:
    (jonas,) = uow.tracks.list_of(people["s1"])
    coach = people["c1"]
    (placed,) = uow.visits.list_placed([jonas.id])
    visit = uow.visits.add(placed, MORNING)
    uow.visits.hold(visit, coach, TODAY)
    uow.visits.keep_minute(visit, MinutePart.GOING, "canary", MORNING)
    promise = uow.visits.add_promise(visit, Role.MENTOR, "canary", None)
    wish = HandoverWish(1, jonas.id, coach, people["c9"], coach, TODAY + timedelta(days=3))
    handover = uow.handovers.add(wish, MORNING)
    person = uow.people.find(coach)
    assert person is not None
    note = uow.desks.add_note(person, Head.DEVELOPING, "canary", TODAY, MORNING)
    return Visited(uow, people, visit, promise, handover, note)


def test_who_sees_the_days_of_visits_and_who_their_minutes_and_promises(visited: Visited):
    for viewer, role in AROUND.items():
        tracks = visited.tracks(viewer)
        sight = VISIT_SIGHT[role] if role else VisitSight.NOTHING
        days = {own.last.id for own in see_visits(visited.uow, tracks) if own.last}
        assert (visited.visit in days) is (sight >= VisitSight.DAYS), viewer
        deep = sight is VisitSight.ALL
        assert (find_held(visited.uow, tracks, visited.visit) is not None) is deep, viewer
        assert (find_promise(visited.uow, tracks, visited.promise) is not None) is deep, viewer


def test_who_has_no_role_on_a_track_sees_nothing_of_its_visits(visited: Visited):
    (jonas,) = visited.tracks("s1")
    nobody = [replace(jonas, roles=frozenset())]
    assert not see_visits(visited.uow, nobody)
    assert not list_minuted(nobody)
    assert find_held(visited.uow, nobody, visited.visit) is None


def test_who_sees_that_a_track_is_to_go_to_another_coach(visited: Visited):
    until = TODAY + timedelta(days=14)
    for viewer, role in AROUND.items():
        person = visited.uow.people.find(visited.people[viewer])
        assert person is not None
        dated = list_dated(visited.uow, person, visited.tracks(viewer), until, TODAY)
        # The coach to come sees it too: c9, who is around somebody else yet.
        may = role in SEES_HANDOVERS or viewer == "c9"
        assert (visited.handover in {own.about_id for own in dated}) is may, viewer


def test_nobody_else_sees_a_note_on_somebodys_desk(visited: Visited):
    for viewer in AROUND:
        me = visited.people[viewer]
        own = viewer == "c1"
        assert (visited.uow.desks.find_note(visited.note, me) is not None) is own, viewer
        listed = {note.id for note in visited.uow.desks.list_notes(me)}
        assert (visited.note in listed) is own, viewer


def test_every_role_has_its_row():
    assert set(VISIT_SIGHT) == set(Role)
    assert {role for role in AROUND.values() if role} == set(Role)
    assert visit_sight_of(frozenset(Role)) is VisitSight.ALL
    assert visit_sight_of(frozenset()) is VisitSight.NOTHING
