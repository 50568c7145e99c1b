"""Moments in a text: where they stand, and that a server which does not know them gets none."""

from datetime import UTC, datetime

import pytest

from bot.i18n import Voice
from bot.messages import Moment, Reply, _, lines
from bot.platforms.telegram.drawing import messages_of
from bot.platforms.telegram.request import without_moments
from tests.dialogues.chat import opened
from tests.dialogues.divergence.test_alerts import with_period
from tests.dialogues.telegram import TelegramSchool
from tests.fakes.telegram.sending import read_entities

AT = datetime(2026, 11, 6, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize("before", ["", "😀 é ", "x" * 4000])
def test_a_moment_is_an_entity_with_the_words_of_our_own_zone(before: str):
    said = lines(before, _("A talk is planned: {when}.", when=Moment(AT)), Moment(AT))
    drawn = messages_of(Reply(said), Voice("nl", "Europe/Brussels"))[-1]
    for entity in read_entities(drawn["entities"]):
        assert (entity["unix_time"], entity["date_time_format"]) == (int(AT.timestamp()), "wdt")
        whole = drawn["text"].encode("utf-16-le")
        begin, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        assert whole[begin:end].decode("utf-16-le") == "vr 6 nov, 16:30"
    assert len(drawn["entities"]) == 2
    assert not any("\ue000" <= sign <= "\ue002" for sign in drawn["text"])
    assert "entities" not in without_moments(drawn)


def test_a_text_without_a_moment_has_no_entities_and_loses_no_sign_of_ours():
    assert messages_of(Reply("a\ue000b"), Voice("en", "UTC")) == [{"text": "ab"}]


@pytest.mark.parametrize("timed", [True, False])
def test_a_phone_is_told_of_moments_only_where_the_server_knows_them(school_url, timed: bool):
    with opened(TelegramSchool, school_url, timed=timed) as school:
        with_period(school)
        (shown,) = school.say("c1", "/periods")
        told = school.users["c1"].last.raw
        assert "photo" in shown.text
        assert bool(told.get("entities")) is timed
