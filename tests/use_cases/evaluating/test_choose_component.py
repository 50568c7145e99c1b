"""What a student chooses to be evaluated on: only the own programme's, only in the window."""

from datetime import timedelta

import pytest

from bot.use_cases.evaluating.choosing.choose_component import ChoiceOver, choose_component
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.test_choose import LASTS, OPENED, with_components
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

ENDS = MORNING - OPENED + LASTS


@pytest.fixture
def choose(own_school: School):
    with_components(own_school)

    def toggle(component: int, at=MORNING):
        with own_school.engine.begin() as connection:
            uow = own_school.unit(connection)
            (track,) = uow.tracks.list_of(own_school.people["s1"].person_id)
            (period,) = uow.periods.list_of(track.programme_id)
            choose_component(uow, track, period, component, at)
            return set(uow.choices.read_chosen(period, [track.id]).get(track.id, ()))

    return toggle


def test_a_second_time_takes_it_back(choose):
    assert choose(1) == {1}
    assert choose(2) == {1, 2}
    assert choose(1) == {2}


def test_a_component_of_another_programme_changes_nothing(choose):
    assert choose(999) == set()


def test_the_end_of_the_window_is_no_longer_in_it(choose):
    assert choose(1, ENDS - timedelta(seconds=1)) == {1}
    with pytest.raises(ChoiceOver):
        choose(1, ENDS)
