"""A mentor's focus stands for some weeks; a student sets none."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.school.tracks import Role
from bot.domain.scoring.focus import FOCUS_LASTS
from bot.use_cases.scoring.set_focus import set_focus
from tests.dialogues.school import MORNING
from tests.use_cases.scoring.conftest import Scorer


def test_a_focus_ends_by_itself(karim: Scorer):
    (seat, _noor), track = karim.seats, karim.seats[0].track_id
    set_focus(karim.uow, seat, {karim.indicator}, MORNING)
    last = MORNING + FOCUS_LASTS - timedelta(seconds=1)
    assert karim.uow.tracks.read_focus(track, last) == {karim.indicator}
    assert not karim.uow.tracks.read_focus(track, MORNING + FOCUS_LASTS)


def test_a_student_sets_no_focus(karim: Scorer):
    seat = replace(karim.seats[0], role=Role.STUDENT)
    with pytest.raises(ValueError, match="mentor or the teacher"):
        set_focus(karim.uow, seat, {karim.indicator}, MORNING)
