"""Settings: what nobody offered changes nothing, and absence counts from when it is said."""

from datetime import timedelta

import pytest

from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.ports import Preferences
from bot.use_cases.talking.change_preferences import Setting, change_preferences
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

WEEK = timedelta(weeks=1)


@pytest.mark.parametrize(
    ("setting", "value", "expected"),
    [
        (Setting.PROFILE, "light", Preferences(profile=Profile.LIGHT)),
        (Setting.PROFILE, "loud", Preferences()),
        (Setting.HOURS, "evening", Preferences(hours=Hours.EVENING)),
        (Setting.HOURS, "night", Preferences()),
        (Setting.MUTE, "on", Preferences(muted=True)),
        (Setting.MUTE, "off", Preferences()),
        (Setting.ABSENT, "2", Preferences().away(MORNING + 2 * WEEK, MORNING)),
        (Setting.ABSENT, "0", Preferences()),
        (Setting.ABSENT, "3", Preferences()),
        (Setting.FEW, "7", Preferences(few=7)),
        (Setting.FEW, "4", Preferences()),
    ],
)
def test_what_can_be_set(own_school: School, setting, value, expected):
    student = own_school.people["s1"].person_id
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        assert change_preferences(uow, student, setting, value, MORNING) == expected
        assert uow.people.read_preferences(student) == expected
