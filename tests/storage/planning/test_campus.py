"""Sessions on campus on both databases, and who sees what of their groups: every cell."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.sessions import (
    CampusGroup,
    CampusPlace,
    CampusSession,
    Outcome,
    SessionState,
)
from bot.domain.planning.settings import CampusSetting
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import GROUP_SIGHT, GroupSight
from bot.ports.planning.campus import ClassHome
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]


@pytest.fixture
def uow(own_school: School) -> Iterator[StoredUnitOfWork]:
    with own_school.engine.begin() as connection:
        yield own_school.unit(connection)


def who(uow: StoredUnitOfWork, school_id: str) -> int:
    return next(person.id for person in uow.people.list_all() if person.school_id == school_id)


def session_of(uow: StoredUnitOfWork) -> CampusSession:
    """Jonas and Noor of 6E in one group, in a lesson of tomorrow."""
    teacher = who(uow, "t1")
    own = [track for track in uow.tracks.list_of(teacher) if track.class_group == "6E"]
    programme = uow.tracks.read_programme(own[0].programme_id)
    group = CampusGroup(
        GroupKind.TOGETHER,
        tuple(CampusPlace(track.id) for track in own),
        programme.competences[0].id,
    )
    session = CampusSession(
        1, own[0].class_group_id, programme.id, teacher, MORNING + timedelta(days=1),
        SessionState.CONFIRMED, (group,),
    )  # fmt: skip
    return replace(session, id=uow.campus.keep(session))


def home_of(session: CampusSession) -> ClassHome:
    return ClassHome(session.organisation_id, session.class_group_id, session.programme_id)


def test_a_session_is_kept_changed_and_dropped(uow):
    session, teacher = session_of(uow), who(uow, "t1")
    assert uow.campus.find_session(teacher, session.id) == session
    (group,) = session.groups
    first, second = group.places
    changed = replace(
        session,
        state=SessionState.GIVEN,
        locked=True,
        groups=(
            replace(group, places=(replace(first, outcome=Outcome.AWAY),)),
            CampusGroup(GroupKind.OWN, (replace(second, moved=True),)),
        ),
    )
    assert uow.campus.keep(changed) == session.id
    assert list(uow.campus.list_sessions(teacher, home_of(session))) == [changed]
    uow.campus.drop([session.id])
    assert uow.campus.find_session(teacher, session.id) is None


def test_settings_and_needs_are_kept_and_forgotten(uow):
    session, teacher = session_of(uow), who(uow, "t1")
    home, competence = home_of(session), session.groups[0].competence_id or 0
    assert uow.campus.read_setting(home) is None
    for setting in (CampusSetting(3, 5, 16), CampusSetting(1)):
        uow.campus.keep_setting(home, teacher, setting)
        assert uow.campus.read_setting(home) == setting
    uow.campus.drop_setting(home)
    assert uow.campus.read_setting(home) is None
    for sessions in (3, 2):
        uow.campus.keep_need(home, competence, sessions)
        assert uow.campus.read_needs(home) == {competence: sessions}
    uow.campus.keep_need(home, competence, None)
    assert uow.campus.read_needs(home) == {}


# viewer → their role around the students of the group, how many of them are seen in the whole
# class, and with how many others somebody is in an own group
GROUPS_SEEN = {
    "s1": (Role.STUDENT, 0, 1),
    "s2": (Role.STUDENT, 0, 1),
    "m1": (Role.MENTOR, 0, None),
    "t1": (Role.TEACHER, 2, None),
    "c1": (Role.COACH, 2, None),
    "s3": (None, 0, None),
    "m2": (None, 0, None),
}


@pytest.mark.parametrize("viewer", GROUPS_SEEN)
def test_who_sees_which_groups(uow, viewer: str):
    role, seen, others = GROUPS_SEEN[viewer]
    session, person = session_of(uow), who(uow, viewer)
    (found,) = uow.campus.list_sessions(person, home_of(session))
    one = uow.campus.find_session(person, session.id)
    assert one == found
    assert sum(len(group.places) for group in found.groups) == seen
    own = uow.campus.read_own_groups(person, MORNING)
    assert [len(group.others) for group in own] == ([] if others is None else [others])
    sight = GroupSight.NOTHING if role is None else GROUP_SIGHT[role]
    expected = GroupSight.ALL if seen else GroupSight.OWN if own else GroupSight.NOTHING
    assert sight is expected


def test_every_role_has_its_row():
    assert set(GROUP_SIGHT) == set(Role)
    assert {role for role, _seen, _others in GROUPS_SEEN.values() if role} == set(Role)


def test_an_own_group_is_of_confirmed_sessions_alone(uow):
    session = session_of(uow)
    uow.campus.keep(replace(session, state=SessionState.PROPOSED))
    assert not uow.campus.read_own_groups(who(uow, "s1"), MORNING)
