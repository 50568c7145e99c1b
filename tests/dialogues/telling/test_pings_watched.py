"""What push and mail are handed of a message is searched for names, and one there is found."""

import pytest

from tests.dialogues.canary import Canary
from tests.dialogues.clock import tick
from tests.dialogues.discreet import pings_watched
from tests.dialogues.school import School
from tests.dialogues.telling.test_pictures import DAY, NOON, rehearsing

WHERE = {"push": "bot.wiring.composing.ping_of", "mail": "bot.showing.words.scores.letters.ping_of"}


@pytest.fixture
def timed(own_school: School) -> School:
    own_school.at = NOON - DAY
    return rehearsing(own_school)


def searched(school: School) -> Canary:
    """Let what is due come by itself, and look at its pings."""
    with pings_watched(school.engine) as canary:
        assert tick(school)
    return canary


def test_each_message_that_comes_by_itself_is_searched_at_both_places(timed: School):
    canary = searched(timed)
    assert canary.looked >= 2
    assert canary.found == []


@pytest.mark.parametrize("place", WHERE)
def test_a_name_in_a_ping_is_found(timed: School, place: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(WHERE[place], lambda _kind: "News of Nicolas")
    found = searched(timed).found
    assert found
    assert all(line.startswith(f"nicolas in {place} (") for line in found)
