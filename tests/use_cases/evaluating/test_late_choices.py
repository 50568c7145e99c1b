"""Who may see and change what counts, role by role, and what stands of a late choice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.evaluating.choosing import LateReason
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import CHOOSES_LATE, SEES_CHOICES, SEES_CLASS_GROUP
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.choosing.choose_component import (
    ChoiceOver,
    choose_component,
)
from bot.use_cases.evaluating.choosing.choose_late import (
    NoReason,
    NotTheTeacher,
    choose_late,
    put_late_choice_back,
)
from bot.use_cases.evaluating.choosing.see_card import see_card
from bot.use_cases.evaluating.choosing.see_evaluations import see_evaluations
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.test_choose import LASTS, OPENED, with_components
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

OVER = MORNING - OPENED + LASTS
PHOTO = MORNING - OPENED + timedelta(days=60)
BOXES = 2
WHO = {Role.STUDENT: "s1", Role.MENTOR: "m1", Role.TEACHER: "t1", Role.COACH: "c1"}


def _jonas(school: School, uow: StoredUnitOfWork, who: str) -> tuple[Track, Period]:
    tracks = uow.tracks.list_of(school.people[who].person_id)
    track = next(own for own in tracks if own.student == "Jonas Peeters")
    (period,) = uow.periods.list_of(track.programme_id)
    return track, period


def test_each_role_sees_and_changes_what_is_theirs(own_school: School):
    with_components(own_school)
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        for role, who in WHO.items():
            track, period = _jonas(own_school, uow, who)
            assert track.roles == {role}
            person = uow.people.find(own_school.people[who].person_id)
            assert person is not None
            seen = see_card(uow, person.id, track, period)
            assert (seen is not None) is (role in SEES_CHOICES)
            listed = see_evaluations(uow, [track], period)
            assert bool(listed.tracks) is (role in SEES_CLASS_GROUP)
            if role not in CHOOSES_LATE:
                with pytest.raises(NotTheTeacher):
                    choose_late(uow, person, track, (period, BOXES, True), "so", OVER)
        assert not uow.choices.read_chosen(period, [track.id])


def test_a_late_choice_needs_a_reason_a_change_and_the_time_between(own_school: School):
    with_components(own_school)
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        track, period = _jonas(own_school, uow, "t1")
        els = uow.people.find(own_school.people["t1"].person_id)
        assert els is not None

        def choose(
            component: int = BOXES, reason: str = "so", at=OVER, *, counts: bool = True
        ) -> bool:
            late = (period, component, counts)
            return choose_late(uow, els, track, late, reason, at) is not None

        for reason in ("", "  \n ", "x" * 201):
            with pytest.raises(NoReason):
                choose(reason=reason)
        for at in (OVER - timedelta(seconds=1), PHOTO + timedelta(seconds=1)):
            with pytest.raises(ChoiceOver):
                choose(at=at)
        assert not choose(999)
        assert not choose(counts=False)
        assert choose(reason=LateReason.AWAY)
        assert not choose()
        assert choose(counts=False, at=PHOTO)
        said = uow.choices.list_late(period, [track.id])
        assert [(own.chosen, own.reason) for own in said] == [(True, "~away"), (False, "so")]
        with pytest.raises(ChoiceOver):
            choose_late(uow, els, track, (replace(period, cancelled=True), BOXES, True), "so", OVER)


def test_what_the_student_chose_since_is_not_undone(own_school: School):
    """The window was opened anew after a late choice, by other dates of the period."""
    with_components(own_school)
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        track, period = _jonas(own_school, uow, "t1")
        els = uow.people.find(own_school.people["t1"].person_id)
        assert els is not None
        assert choose_late(uow, els, track, (period, BOXES, True), "so", OVER)
        reopened = replace(period, choose_until=OVER + timedelta(days=2))
        uow.periods.change(reopened)
        student, _period = _jonas(own_school, uow, "s1")
        for hours in (1, 2):  # taken back, and chosen again by the student
            choose_component(uow, student, reopened, BOXES, OVER + timedelta(hours=hours))
        (entry,) = (own for own in uow.ledger.list_standing(els.id, 9) if own.act)
        assert not put_late_choice_back(uow, entry, OVER + timedelta(days=3))
        assert uow.choices.read_chosen(reopened, [track.id]) == {track.id: {BOXES}}
