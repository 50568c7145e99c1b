"""A tip unasked: the same when its message is composed anew, and none where it is no time."""

from datetime import timedelta

import pytest

from bot.domain.scoring.scales import Mastery
from bot.domain.telling.errands import ErrandKind
from bot.ports.telling.errands import NewErrand
from bot.use_cases.coaching.give_tip import LATELY, give_tip, give_unasked
from tests.dialogues.coaching.test_tips import OURS
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

DAY = timedelta(days=1)


@pytest.fixture
def school(own_school: School) -> School:
    own_school.repertoire = OURS
    return own_school


class Karim:
    """The mentor, on one transaction."""

    def __init__(self, uow, person_id: int) -> None:
        self.uow = uow
        self.person = uow.people.find_and_hold(person_id)
        self.tracks = uow.tracks.list_of(person_id)

    def asks(self, at=MORNING):
        return give_tip(self.uow, self.person, self.tracks, at)

    def hears(self, errand: int, at=MORNING):
        return give_unasked(self.uow, self.person, self.tracks, at, errand)

    def errand(self, at=MORNING):
        new = NewErrand(1, self.person.id, ErrandKind.TIP, at.isoformat(), at, at + DAY)
        self.uow.errands.give([new])
        waiting = self.uow.errands.list_of_message(self.person.id, 0, at + DAY, at)
        return max(errand.id for errand in waiting)


@pytest.fixture
def karim(school: School):
    school.say("m1", "jonas 10 all l")
    with school.engine.begin() as connection:
        yield Karim(school.unit(connection), school.people["m1"].person_id)


def test_a_message_composed_anew_says_the_same_tip_and_remembers_it_once(karim: Karim):
    errand = karim.errand()
    given = karim.hears(errand)
    assert given is not None
    assert given.mastery is Mastery.WITH_SUPPORT
    assert karim.hears(errand, MORNING + timedelta(hours=1)) == given
    assert len(karim.uow.tips.list_told(karim.person.id)) == 1


def test_a_tip_that_the_school_has_left_out_since_is_not_said(karim: Karim, school: School):
    errand = karim.errand()
    karim.hears(errand)
    school.repertoire = type(OURS)()
    assert Karim(school.unit(karim.uow.connection), karim.person.id).hears(errand) is None


def test_who_asked_for_one_meanwhile_hears_none(karim: Karim):
    errand = karim.errand()
    assert karim.asks() is not None
    assert karim.hears(errand, MORNING + DAY) is None


def test_where_nothing_was_scored_lately_none_comes_unasked_but_one_may_be_asked_for(karim: Karim):
    later = MORNING + LATELY + DAY
    assert karim.hears(karim.errand(later), later) is None
    asked = karim.asks(later)
    assert asked is not None
    assert asked.mastery in (Mastery.WITH_SUPPORT, None)
