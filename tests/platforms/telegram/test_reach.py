"""Who blocks the bot on Telegram and comes back, with or without a word."""

from datetime import timedelta

import pytest

from bot.domain.telling.errands import ErrandKind
from bot.storage.tables import errand
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.invite_person import invite_person
from tests.dialogues.chat import opened
from tests.dialogues.clock import hear
from tests.dialogues.divergence.test_alerts import all_score, with_period
from tests.dialogues.divergence.test_alerts import quiet as finished
from tests.dialogues.telegram import TelegramSchool


@pytest.fixture(params=["polling", "webhook"])
def school(request, school_url):
    with opened(TelegramSchool, school_url, webhook=request.param == "webhook") as made:
        yield made


def reachable(school, who):
    with school.engine.begin() as connection:
        accounts = StoredUnitOfWork(connection).accounts
        return [account.reachable for account in accounts.list_of(school.people[who].person_id)]


def told(school):
    with school.engine.begin() as connection:
        waiting = errand.select().where(errand.c.settled_at.is_(None))
        return {(row.person_id, row.kind) for row in connection.execute(waiting)}


def refused(school, who):
    """Note, as a send would, that somebody cannot be reached."""
    with school.engine.begin() as connection:
        accounts = StoredUnitOfWork(connection).accounts
        address = str(school.users[who].id)
        assert accounts.mark_unreachable("telegram", address, school.now())


def test_a_block_is_noted_at_once_and_the_coach_is_told(school):
    school.users["m1"].blocks()
    school.quiet()
    assert reachable(school, "m1") == [False]
    assert told(school) == {(school.people["c1"].person_id, ErrandKind.UNREACHABLE)}


def test_who_unblocks_is_reached_again_without_a_word(school):
    school.users["m1"].blocks()
    school.quiet()
    school.users["m1"].unblocks()
    school.quiet()
    assert reachable(school, "m1") == [True]
    assert school.users["m1"].answers == []


@pytest.mark.parametrize("act", ["says", "taps", "edits", "sends"])
def test_any_sign_of_life_makes_somebody_reachable(school, act):
    school.say("m1", "/score")
    said = school.users["m1"].says("hello")
    school.quiet()
    refused(school, "m1")
    user = school.users["m1"]
    {
        "says": lambda: user.says("hello"),
        "taps": lambda: user.taps(None, "Jonas Peeters · 6E"),
        "edits": lambda: user.edits(said, "hallo"),
        "sends": user.sends_photo,
    }[act]()
    school.quiet()
    assert reachable(school, "m1") == [True]


@pytest.mark.parametrize("way", ["unblocks", "invitation"])
def test_a_coach_who_was_away_hears_of_the_alerts_that_stand(school, way):
    with_period(school)
    coach = school.users["c1"]
    coach.blocks()
    school.quiet()
    all_score(school)
    finished(school)
    assert coach.answers == []
    if way == "unblocks":
        coach.unblocks()
    else:
        with school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            person = uow.people.find_and_hold(school.people["c1"].person_id)
            assert person is not None
            code = invite_person(uow, person, school.at, timedelta(days=14)).code
        coach = school.users["c1"] = school.fake.user("Lien at home")
        coach.starts(code)
    school.quiet()
    hear(school)
    hear(school)
    assert len([message for message in coach.answers if "Teacher differs" in message.text]) == 1


def test_a_block_of_somebody_unknown_and_in_a_group_changes_nothing(school):
    stranger = school.fake.user("stranger")
    stranger.blocks()
    school.fake.group("Workshop").kicks()
    school.quiet()
    assert school.fake.unacknowledged == []
    assert told(school) == set()


def test_a_repeat_of_a_block_that_comes_late_blocks_nobody(school):
    school.fake.mess(repeat=(2, 2))
    school.users["m1"].blocks()
    school.quiet()
    school.users["m1"].unblocks()
    school.quiet()
    assert reachable(school, "m1") == [True]
