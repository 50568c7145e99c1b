"""Where on Slack something is said and answered: threads, other conversations, other workspaces."""

import copy

import pytest

from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack import Delivery, wait_for
from tests.fakes.slack.seen import Button, Seen


@pytest.fixture(params=["http", "socket"])
def school(request, school_url):
    with opened(SlackSchool, school_url, sockets=request.param == "socket") as made:
        yield made


def hints(text):
    """List the commands that a text names otherwise than as Slack takes them."""
    return [word for word in text.replace("/kompaan ", "").split() if word.startswith("/")]


@pytest.mark.parametrize("who", ["s1", "m1", "t1", "c1"])
def test_every_command_that_help_names_is_one_of_slacks(school, who):
    shown = school.say(who, "/help")
    text = "\n".join(message.text for message in shown)
    assert "/kompaan film – " in text
    assert hints(text) == []
    assert "/kompaan /" not in text


# --- commands elsewhere ---


def test_a_command_in_a_conversation_with_a_colleague_says_where_the_answer_is(school):
    user = school.users["m1"]
    user.commands("report jonas", place="D0COLLEAGUE")
    school.quiet()
    (told,) = user.person.ephemeral
    assert "direct messages" in told
    assert "Jonas" in user.last.text


def test_a_command_in_our_own_conversation_is_answered_there_alone(school):
    user = school.users["m1"]
    user.commands("report jonas")
    user.commands("score jonas 8 all v")
    school.quiet()
    assert user.person.ephemeral == []


def test_a_command_in_a_channel_is_told_so_once(school):
    user = school.users["m1"]
    user.commands("report jonas", channel="general")
    school.quiet()
    assert len(user.person.ephemeral) == 1


@pytest.mark.parametrize("place", ["C0GENERAL"])
@pytest.mark.parametrize("code", ["go:report", "rc:1:0"])
def test_a_tap_that_stands_in_a_channel_is_answered_in_the_direct_message_only(school, place, code):
    user = school.users["m1"]
    user.says("/report jonas")
    school.quiet()
    elsewhere = dict(school.fake.world.channels.get(place, {}))
    before = len(user.answers)
    stands = {"type": "message", "message_ts": "1700000000.000100", "channel_id": place}
    about = {"channel": {"id": place}, "response_url": school.fake.world.response_url(user.id)}
    user.tapped(Button("", code, "b", "a"), stands, about)
    school.quiet()
    assert len(user.answers) > before
    assert school.fake.world.channels.get(place, {}) == elsewhere
    (told,) = user.person.ephemeral
    assert "direct messages" in told


@pytest.mark.parametrize(
    "address",
    ["", "http://127.0.0.1:9/respond/R1", "https://slack.com.example/x", "file:///x", "x"],
)
def test_an_address_that_is_not_slacks_is_not_gone_to(school, address):
    user = school.users["m1"]
    payload = user.command("report jonas", place="D0COLLEAGUE") | {"response_url": address}
    user.send("slash_commands", payload)
    school.quiet()
    assert "Jonas" in user.last.text
    assert user.person.ephemeral == []


# --- threads ---


def below(school, user, text):
    parent = user.last
    said, _delivery = user.says(text, thread_ts=parent.ts)
    school.quiet()
    return parent, said


def test_a_reply_in_a_thread_is_answered_in_it(school):
    user = school.users["m1"]
    school.say("m1", "jonas 8 all v")
    parent, _said = below(school, user, "jonas 8 all x")
    assert user.last.raw.get("thread_ts") == parent.ts
    assert school.scores == 8


def test_what_is_tapped_in_a_thread_goes_on_in_it(school):
    user = school.users["m1"]
    school.say("m1", "jonas 8 all v")
    parent, _said = below(school, user, "/score")
    user.taps("Jonas Peeters · 6E")
    school.quiet()
    assert user.last.raw.get("thread_ts") == parent.ts


def test_an_edit_in_a_thread_is_answered_in_it(school):
    user = school.users["m1"]
    school.say("m1", "jonas 8 all v")
    parent, said = below(school, user, "jonas 8 all x")
    school.later(seconds=3)
    user.edits(said, "jonas 8 all l")
    school.quiet()
    assert user.last.raw.get("thread_ts") == parent.ts
    assert school.scores == 8


def test_a_picture_asked_for_in_a_thread_is_shared_in_it(school):
    user = school.users["m1"]
    school.say("m1", "jonas 8 all v")
    parent, _said = below(school, user, "/report jonas")
    wait_for(lambda: user.shared, what="a picture")
    assert user.shared[-1].raw.get("thread_ts") == parent.ts


def test_where_the_thread_is_gone_the_answer_stands_by_itself(school):
    user = school.users["m1"]
    user.says("jonas 8 all v", thread_ts="1000000000.000001")
    user.wait_for("4 indicators stored")
    assert "thread_ts" not in user.last.raw
    assert [call["error"] for call in school.fake.refused] == ["thread_not_found"]


def test_what_begins_a_thread_is_not_in_it(school):
    user = school.users["m1"]
    ts = school.fake.world.ts()
    user.says("jonas 8 all v", thread_ts=None)
    said = {"type": "message", "user": user.id, "text": "jonas 8 all x", "ts": ts, "thread_ts": ts}
    place = {"channel": user.person.channel, "channel_type": "im"}
    school.fake.deliverer.send(school.fake.world.event(said | place))
    user.wait_for("4 indicators stored")
    school.quiet()
    assert "thread_ts" not in user.last.raw


# --- edits ---


@pytest.mark.parametrize("missing", [{"channel_type": None}, {"previous_message": None}, {}])
def test_an_edit_corrects_whatever_slack_leaves_out(school, missing):
    user = school.users["m1"]
    said, _delivery = user.says("jonas 8 all x")
    school.quiet()
    school.later(seconds=3)
    user.edits(said, "jonas 8 all v", **missing)
    user.wait_for("acquired, autonomously")
    assert school.scores == 4


def test_an_edit_that_changed_nothing_brings_nothing_back(school):
    user = school.users["m1"]
    said, _delivery = user.says("jonas 8 all x")
    school.quiet()
    school.tap("m1", "↩ Undo")
    before = len(user.answers)
    user.edits(said, "jonas 8 all x", previous_message=None)
    school.quiet()
    assert school.scores == 0
    assert len(user.answers) == before


def test_a_change_in_a_channel_asks_for_nothing(school):
    user = school.users["m1"]
    said, _delivery = user.says("hello")
    school.quiet()
    before = len(user.answers)
    user.edits(said, "jonas 8 all v", channel="C0GENERAL", channel_type=None)
    school.quiet()
    assert (school.scores, len(user.answers)) == (0, before)


# --- other workspaces and apps ---


def elsewhere(school, user):
    """Make one delivery of each kind; whoever asks puts another workspace or app in it."""
    said = {"type": "message", "user": user.id, "text": "jonas 8 all v", "ts": "1790000000.000001"}
    place = {"channel": user.person.channel, "channel_type": "im"}
    yield school.fake.world.event(said | place)
    yield Delivery("slash_commands", user.command("score jonas 8 all v"))
    school.say("m1", "/help")
    tap = copy.deepcopy(user.taps(user.last.labels[0]).payload)
    tap["trigger_id"] = school.fake.world.trigger(user.id)
    yield Delivery("interactive", tap)


def of_team(payload):
    team = {"team": {"id": "T0OTHER"}} if "team" in payload else {"team_id": "T0OTHER"}
    seen_by = [{"team_id": "T0OTHER", "user_id": "U0X", "is_bot": True}]
    return payload | team | ({"authorizations": seen_by} if "authorizations" in payload else {})


def of_app(payload):
    return payload | {"api_app_id": "A0OTHER"}


@pytest.mark.parametrize("other", [of_team, of_app])
def test_what_is_meant_for_another_workspace_or_app_is_left_out(school, other):
    user = school.users["m1"]
    wait_for(lambda: school.platform._ours.app, what="our own ids")
    for delivery in elsewhere(school, user):
        school.quiet()
        before, stored = [message.raw for message in user.answers], school.scores
        foreign = Delivery(delivery.kind, other(delivery.payload), user.id)
        school.fake.deliverer.send(foreign)
        school.quiet()
        assert foreign.acknowledged
        assert ([message.raw for message in user.answers], school.scores) == (before, stored)


def test_what_is_shared_with_us_from_another_workspace_is_ours(school):
    user = school.users["m1"]
    wait_for(lambda: school.platform._ours.app, what="our own ids")
    said = {"type": "message", "user": user.id, "text": "jonas 8 all v", "ts": "1790000000.000001"}
    place = {"channel": user.person.channel, "channel_type": "im"}
    delivery = school.fake.world.event(said | place)
    delivery.payload["team_id"] = "T0OTHER"
    school.fake.deliverer.send(delivery)
    user.wait_for("4 indicators stored")


def test_without_the_scope_for_the_apps_id_the_workspace_alone_is_looked_at(school_url):
    class Unscoped(SlackSchool):
        def __init__(self, engine):
            super().__init__(engine)
            self.fake.world.scopes.discard("users:read")

    with opened(Unscoped, school_url) as school:
        wait_for(lambda: school.platform._ours.team, what="our workspace")
        school.users["m1"].says("jonas 8 all v")
        assert isinstance(school.users["m1"].wait_for("4 indicators stored"), Seen)
