"""Tips told, on both databases: remembered in order, judged, and who may get one unasked."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import A_WEEK, PastTip, Verdict
from bot.domain.telling.errands import ErrandKind
from bot.ports import Preferences
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import World
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

HINT = Tip("coaching-hint", Method.COACHING, {"en": "Give a hint."})
DAY = timedelta(days=1)


@pytest.fixture
def school(own_school: School) -> School:
    return own_school


@pytest.fixture
def uow(school: School):
    with school.engine.begin() as connection:
        yield StoredUnitOfWork(connection)


@pytest.fixture
def karim(school: School, uow: StoredUnitOfWork):
    return uow.people.find_and_hold(school.people["m1"].person_id)


def errand(person, kind=ErrandKind.TIP, due_at=MORNING):
    return NewErrand(
        organisation_id=person.organisation_id,
        person_id=person.id,
        kind=kind,
        subject=due_at.isoformat(),
        due_at=due_at,
        expires_at=due_at + DAY,
    )


def mentors(uow, at=MORNING, hours=("day",), zone="Europe/Brussels"):
    world = World(sample=False, at=at)
    rhythms = [(zone, own) for own in hours]
    found = uow.tips.list_guides_without(world, rhythms, at - A_WEEK, at - 8 * A_WEEK)
    return [person for person, _organisation, _zone in found]


def test_what_was_told_comes_back_in_order_with_what_was_said_of_it(uow, karim):
    other = Tip("reflection-effort", Method.REFLECTION, {"en": "Ask."})
    later = uow.tips.record_told(karim, HINT, MORNING + DAY)
    first = uow.tips.record_told(karim, other, MORNING)
    uow.tips.judge(first, Verdict.HELPED)
    uow.tips.judge(first, Verdict.NOT_FOR_ME)
    assert uow.tips.list_told(karim.id) == [
        PastTip("reflection-effort", Method.REFLECTION, MORNING, Verdict.NOT_FOR_ME),
        PastTip("coaching-hint", Method.COACHING, MORNING + DAY),
    ]
    assert uow.tips.find(later).person_id == karim.id
    assert uow.tips.find(first + 1) is None


def test_an_errand_tells_one_tip_and_no_second(uow, karim):
    uow.errands.give([errand(karim)])
    (given,) = uow.errands.list_of_message(karim.id, 0, MORNING + DAY, MORNING)
    assert uow.tips.find_of_errand(given.id) is None
    told = uow.tips.record_told(karim, HINT, MORNING, given.id)
    assert uow.tips.find_of_errand(given.id).id == told
    uow.tips.record_told(karim, HINT, MORNING)  # asked for: no errand, as often as one likes
    uow.tips.record_told(karim, HINT, MORNING)
    with pytest.raises(IntegrityError), uow.connection.begin_nested():
        uow.tips.record_told(karim, HINT, MORNING, given.id)


def test_a_mentor_or_a_teacher_who_scored_lately_may_get_one(school: School):
    school.say("m1", "jonas 8 all v")
    school.say("t1", "jonas 8 all v")
    school.say("s1", "8 all v")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        guides = {school.people[who].person_id for who in ("m1", "t1")}
        assert set(mentors(uow, MORNING + DAY)) == guides
        assert mentors(uow, MORNING + 8 * A_WEEK) == []
        assert mentors(uow, MORNING + DAY, hours=("morning", "evening")) == []
        assert mentors(uow, MORNING + DAY, zone="Europe/London") == []
    school.tap("m1", "undo")
    with school.engine.begin() as connection:
        teacher = school.people["t1"].person_id
        assert mentors(StoredUnitOfWork(connection), MORNING + DAY) == [teacher]


@pytest.mark.parametrize(
    ("wish", "may"),
    [
        ({}, True),
        ({"profile": "active"}, True),
        ({"profile": "light"}, False),
        ({"muted": True}, False),
        ({"absent_until": MORNING + DAY}, False),
        ({"absent_until": MORNING}, True),
    ],
)
def test_wishes_are_kept(school: School, wish, may):
    school.say("m1", "jonas 8 all v")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        uow.people.set_preferences(school.people["m1"].person_id, Preferences(**wish))
        assert bool(mentors(uow)) == may


@pytest.mark.parametrize("profile", ["standard", "active"])
def test_one_a_week_and_beside_other_messages_only_for_the_active(school: School, profile):
    school.say("m1", "jonas 8 all v")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        karim = uow.people.find_and_hold(school.people["m1"].person_id)
        assert karim is not None
        uow.people.set_preferences(karim.id, Preferences(profile=profile))
        uow.errands.give([errand(karim, ErrandKind.REMINDER)])
        assert bool(mentors(uow)) == (profile == "active")
        assert mentors(uow, MORNING + A_WEEK) == [karim.id]
        uow.errands.give([errand(karim, due_at=MORNING + DAY)])
        assert mentors(uow, MORNING + A_WEEK) == []
        assert mentors(uow, MORNING + A_WEEK + DAY) == [karim.id]
        uow.tips.record_told(karim, HINT, MORNING + A_WEEK)
        assert mentors(uow, MORNING + A_WEEK + DAY) == []
        assert mentors(uow, MORNING + 2 * A_WEEK) == [karim.id]
