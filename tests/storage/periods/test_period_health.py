"""What the doctor reads of periods, on both engines; how it is said stands with the command."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.periods.period import Dates
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours
from bot.i18n import Voice
from bot.ports.telling.errands import Gathering, NewErrand
from bot.storage.periods.period_health import period_health
from bot.storage.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.school import MORNING, School

HOUR = timedelta(hours=1)


@pytest.fixture
def school(engine):
    return School(engine).found()


@contextmanager
def unit(school):
    with school.engine.begin() as connection:
        yield StoredUnitOfWork(connection)


def findings(school, at=MORNING, platforms=()):
    voice = Voice("en", "Europe/Brussels")
    with school.engine.begin() as connection:
        found = period_health(connection, at, platforms)
        return [(good, voice.say(said).splitlines()) for good, said in found]


def test_a_school_without_periods_or_chats(school):
    photos, told, people = findings(school)
    assert photos == (True, ["In the school no photo is late, and none is to come."])
    assert told[0]
    assert told[1][0].endswith("told 0, too late to be of use 0; waiting 0.")
    assert people[0]
    assert people[1][0].endswith("in a chat 0, never joined 7, out of reach 0.")


def test_a_late_photo_is_named_with_what_it_waits_for(school):
    with unit(school) as uow:
        mine = school.people["m1"].organisation_id
        (programme,) = uow.catalogue.programmes.list_all(mine)
        dates = Dates(MORNING - 50 * HOUR, MORNING - HOUR)
        add_period(uow, mine, programme.id, "One", dates)
        uow.looks.record("slack", MORNING - 2 * HOUR)
        uow.looks.record("telegram", MORNING)
    (good, said), *_others = findings(school, platforms=(("slack", False), ("telegram", True)))
    assert not good
    assert said[0] == "The photo of One was due on Wed 14 Oct, 09:00, and is not taken yet."
    assert [line.split(",")[0] for line in said[1:]] == ["It waits for slack"]


def test_what_was_told_and_what_was_not(school):
    at = MORNING + HOUR
    with unit(school) as uow:
        mine, who = school.people["m1"].organisation_id, school.people["m1"].person_id
        for subject, until in (("late", MORNING), ("told", at), ("waits", at)):
            uow.errands.give(
                [NewErrand(mine, who, ErrandKind.OPENED, subject, MORNING - HOUR, until, None)]
            )
        (world,) = uow.worlds.list_at(MORNING)
        uow.errands.close_expired(world)
        zones = Gathering(world, "Europe/Brussels", [Hours.DAY], "2026-10-14", MORNING + 14 * HOUR)
        zones = replace(zones, looking=True)
        assert uow.errands.write_day_messages(zones) == 1
        (message,) = uow.connection.scalars(select(outbox.c.id))
        told = uow.errands.list_of_message(who, message, at, MORNING)
        uow.errands.close(
            [errand.id for errand in told if errand.subject == "told"], MORNING, message
        )
    _photos, (good, said), _people = findings(school)
    assert good
    assert said[0].endswith("told 1, too late to be of use 1; waiting 1.")
