"""Who was gone from Slack and shows up again."""

import pytest

from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack import wait_for


@pytest.fixture(params=["http", "socket"])
def school(request, school_url):
    with opened(SlackSchool, school_url, sockets=request.param == "socket") as made:
        yield made


def reachable(school, who):
    with school.engine.begin() as connection:
        accounts = StoredUnitOfWork(connection).accounts
        return [account.reachable for account in accounts.list_of(school.people[who].person_id)]


@pytest.mark.parametrize("act", ["says", "commands", "opens_home", "opens_messages"])
def test_any_event_of_somebody_gone_makes_them_reachable(school, act):
    user = school.users["m1"]
    with school.engine.begin() as connection:
        accounts = StoredUnitOfWork(connection).accounts
        assert accounts.mark_unreachable("slack", user.id, school.now())
    {
        "says": lambda: user.says("hello"),
        "commands": lambda: user.commands("help"),
        "opens_home": user.opens_home,
        "opens_messages": lambda: user.opens_home("messages"),
    }[act]()
    wait_for(lambda: reachable(school, "m1") == [True], what="somebody reachable")
    school.quiet()
    if act == "opens_messages":
        assert user.answers == []
        assert user.home is None
