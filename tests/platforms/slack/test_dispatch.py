"""What Slack can bring: what is read, what asks for nothing, and what nobody can read."""

import logging
from concurrent.futures import Future

import pytest

from bot.storage.updates import in_quarantine
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack import Delivery
from tests.fakes.slack.delivering import encoded, signed
from tests.platforms.slack.line import post


@pytest.fixture(params=["http", "socket"])
def school(request, school_url):
    with opened(SlackSchool, school_url, sockets=request.param == "socket") as made:
        yield made


@pytest.fixture
def hooked(school_url):
    with opened(SlackSchool, school_url) as made:
        yield made


def event(event):
    body = {"type": "event_callback", "event_id": "Ev1", "team_id": "T0KOMPAAN", "event": event}
    return Delivery("events_api", body)


def interaction(**body):
    return Delivery("interactive", {"team": {"id": "T0KOMPAAN"}, "user": {"id": "U1"}} | body)


def sent(school, *deliveries):
    for delivery in deliveries:
        school.fake.deliverer.send(delivery)
    school.fake.quiet()
    return [delivery.statuses for delivery in deliveries]


def set_aside(school):
    with school.engine.begin() as connection:
        return in_quarantine(connection)


def test_what_asks_for_nothing_is_acknowledged(school):
    said = {"type": "message", "channel_type": "im", "user": "U1", "text": "all v"}
    for_nothing = (
        event({"type": "reaction_added", "user": "U1"}),
        event(said | {"subtype": "message_deleted"}),
        event(said | {"bot_id": "B1"}),
        event(said | {"channel_type": "channel"}),
        event({"type": "app_home_opened", "user": "U1", "tab": "messages"}),
        interaction(type="view_closed", view={"callback_id": "form"}),
        interaction(type="shortcut", callback_id="x"),
        interaction(type="block_actions", actions=[{"type": "overflow", "action_id": "x"}]),
        Delivery("slash_commands", {"ssl_check": "1", "token": "x"}),
    )
    assert sent(school, *for_nothing) == [[200]] * len(for_nothing)
    assert set_aside(school) == 0
    assert {call["method"] for call in school.fake.world.calls} <= {
        "auth.test",
        "apps.connections.open",
        "bots.info",
    }


def test_what_nobody_can_read_is_set_aside(school):
    odd = (
        event(5),
        event({"type": "message", "channel_type": "im", "user": 7, "ts": "soon"}),
        event({"type": "message", "subtype": "message_changed", "channel_type": "im"}),
        interaction(type="block_actions", actions=[]),
        interaction(type="view_submission", view=None),
        interaction(type="view_submission", view={"callback_id": "form"}),
        interaction(type="block_actions", authorizations=5),
        Delivery("slash_commands", {"command": "/kompaan", "text": "jonas 8 all v"}),
    )
    assert sent(school, *odd) == [[200]] * len(odd)
    assert set_aside(school) == len(odd)


def test_what_nobody_can_read_comes_again_until_it_is_set_aside(hooked):
    submit, left = hooked.submit, [2]

    def failing(job):
        left[0] -= 1
        if left[0] < 0:
            return submit(job)
        done: Future[object] = Future()
        done.set_exception(RuntimeError("the database is away"))
        return done

    hooked.submit = failing
    assert sent(hooked, event(5)) == [[503, 503, 200]]
    assert set_aside(hooked) == 1


def test_a_command_may_hold_any_word(school):
    school.say("m1", '/score jonas 10.3 l "the payload of a drone"')
    assert "the payload of a drone" in school.text("c1", "/report jonas 10")


def test_a_workspace_may_call_the_command_otherwise(school):
    karim = school.users["m1"]
    command = karim.command("score jonas 8 all v") | {"command": "/kompaan-test"}
    karim.send("slash_commands", command)
    karim.wait_for("4 indicators stored")


def test_slacks_look_at_the_certificate_needs_a_signature_too(hooked):
    body, kind = encoded(Delivery("slash_commands", {"ssl_check": "1"}))
    assert post(hooked, body, {"Content-Type": kind}) == 401
    assert post(hooked, body, signed(body, hooked.fake.now()) | {"Content-Type": kind}) == 200


def test_no_log_holds_what_people_wrote(school, caplog):
    caplog.set_level(logging.DEBUG)
    school.say("m1", 'jonas 10.3 l "a secret"')
    assert "a secret" in school.text("c1", "/report jonas 10")
    odd = event({"type": "message", "channel_type": "im", "user": 7, "text": "a secret"})
    sent(school, odd, interaction(type="secret"), event({"type": "secret"}))
    assert "a delivery could not be read" in caplog.text
    assert "secret" not in caplog.text
