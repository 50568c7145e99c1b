"""Slack delivers: signatures, repeats, the deadline, and what cannot be stored."""

import http.client
import json
import time
from concurrent.futures import Future
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.platforms.slack.endpoint import PATH
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack import delivering, wait_for
from tests.fakes.slack.delivering import encoded, signed
from tests.fakes.waiting import PATIENCE, Stopwatch
from tests.platforms.slack.line import a_message, held_back, post


@pytest.fixture(params=["http", "socket"])
def school(request, school_url):
    with opened(SlackSchool, school_url, sockets=request.param == "socket") as made:
        yield made


@pytest.fixture
def hooked(school_url):
    with opened(SlackSchool, school_url) as made:
        yield made


@pytest.fixture(params=["http", "socket"])
def hasty(request, school_url):
    """A school that waits for a third of a second only."""
    with opened(SlackSchool, school_url, sockets=request.param == "socket", deadline=0.3) as made:
        yield made


def test_what_is_not_signed_as_it_should_be_is_refused_and_logged_once(hooked, caplog):
    body = encoded(a_message(hooked))[0]
    now = hooked.fake.now()
    good = signed(body, now)
    stamp, signature = good.values()
    names = list(good)
    wrong = [
        {},
        {names[0]: stamp},
        {names[1]: signature},
        {names[0]: stamp, names[1]: ""},
        {names[0]: stamp, names[1]: "v0=" + "0" * 64},
        {names[0]: stamp, names[1]: "v0=é".encode()},
        {names[0]: stamp, names[1]: signature.upper()},
        {names[0]: "soon", names[1]: signature},
        {names[0]: "٣٣٣".encode(), names[1]: signature},
        {names[0]: "1e9", names[1]: signature},
        {names[0]: "-5", names[1]: signature},
        {names[0]: "9" * 400, names[1]: signature},
        {names[0]: "", names[1]: signature},
        signed(body, now - 301),
        signed(body, now + 302),
        signed(body, now, "another secret"),
        signed(body + b" ", now),
    ]
    assert {post(hooked, body, headers) for headers in wrong} == {401}
    said = [
        record for record in caplog.records if "KOMPAAN_SLACK_SIGNING_SECRET" in record.getMessage()
    ]
    assert len(said) == 1
    assert hooked.scores == 0
    assert post(hooked, body, good) == 200
    assert hooked.scores == 4


def test_signed_bodies_that_are_nothing_are_refused(hooked):
    for body in (b"", b"not json", b"[]", b"[" * 100_000, b"\xff\xfe", b"null"):
        assert post(hooked, body, signed(body, hooked.fake.now())) == 400
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for body in (b"payload=", b"payload=[]", b"payload=%7B", b"\xff=1", b"&".join([b"a=1"] * 200)):
        assert post(hooked, body, signed(body, hooked.fake.now()) | form) == 400
    body = b" " * (1 << 20) + b"{}"
    assert post(hooked, body, signed(body, hooked.fake.now())) == 413


def test_the_address_is_verified(hooked):
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a"}).encode()
    line = http.client.HTTPConnection(urlsplit(hooked.fake.deliverer.url).netloc, timeout=10)
    line.request("POST", PATH, body, signed(body, hooked.fake.now()))
    assert json.loads(line.getresponse().read()) == {"challenge": "3eZbrw1a"}
    line.close()


# --- repeats, and the deadline ---


def test_a_repeat_of_anything_is_stored_once(hooked):
    for delivery in (a_message(hooked), a_message(hooked)):
        body = encoded(delivery)[0]
        for _copy in range(3):
            assert post(hooked, body, signed(body, hooked.fake.now())) == 200
    hooked.quiet()
    assert hooked.scores == 8
    told = [message.text for message in hooked.users["m1"].answers]
    assert len([text for text in told if "4 indicators stored" in text]) == 2


def test_a_replayed_command_or_tap_is_harmless(hooked):
    user = hooked.users["m1"]
    for _copy in range(2):
        command = user.commands("score jonas 8 all v")
        hooked.quiet()
        user.send(command.kind, command.payload)
        hooked.quiet()
    assert hooked.scores == 8
    tap = user.taps("↩ Undo")
    hooked.quiet()
    user.send(tap.kind, tap.payload)
    hooked.quiet()
    assert hooked.scores == 4


def test_an_event_that_takes_too_long_comes_again_and_is_answered_once(hasty):
    held_back(hasty, 1.0)
    _said, delivery = hasty.users["m1"].says("jonas 8 all v")
    hasty.users["m1"].wait_for("4 indicators stored")
    hasty.quiet()
    assert delivery.acknowledged
    assert len(delivery.statuses) > 1
    assert hasty.scores == 4
    told = [message.text for message in hasty.users["m1"].answers]
    assert len(told) == 1 or told[1:] == [text for text in told[1:] if "This was stored" in text]


def test_who_commands_is_told_that_it_is_not_certain(hasty):
    held_back(hasty, 0.8)
    user = hasty.users["m1"]
    watch = Stopwatch()
    command = user.commands("score jonas 8 all v")
    wait_for(lambda: command.done)
    assert watch.seconds < 0.8
    assert hasty.scores == 0
    (told,) = user.person.ephemeral
    assert "takes longer" in told
    user.wait_for("4 indicators stored")
    assert hasty.scores == 4


def test_a_tap_that_takes_too_long_shows_a_warning_and_is_answered_later(hasty):
    user = hasty.users["m1"]
    hasty.say("m1", "jonas 8 all v")
    held_back(hasty, 0.8)
    tap = user.taps("↩ Undo")
    wait_for(lambda: tap.done)
    assert user.person.warnings == ["interactive"]
    user.wait_for("Undone")
    assert hasty.scores == 0


def test_what_cannot_be_stored_is_not_acknowledged_and_comes_again(school):
    submit, left = school.submit, [2]

    def failing(job):
        if left[0] <= 0:
            return submit(job)
        left[0] -= 1
        done: Future[Any] = Future()
        done.set_exception(RuntimeError("the database is away"))
        return done

    school.submit = failing
    _said, delivery = school.users["m1"].says("jonas 8 all v")
    school.users["m1"].wait_for("4 indicators stored")
    school.fake.quiet()
    assert delivery.statuses == [503, 503, 200] if not school.sockets else delivery.acknowledged
    assert school.scores == 4


@pytest.fixture
def patient(school_url, monkeypatch):
    """A Slack that waits until the end, so that each event has one acknowledgement to measure."""
    monkeypatch.setattr(delivering, "PATIENCE", PATIENCE)
    with opened(SlackSchool, school_url) as made:
        yield made


def test_many_at_once_are_acknowledged_in_time(patient):
    watch = Stopwatch()
    sent = [
        patient.users[who].says(text)[1]
        for _round in range(25)
        for who, text in (("m1", "jonas 8 all v"), ("t1", "jonas 8 all l"), ("s1", "8 all x"))
    ]
    patient.fake.quiet()
    assert all(delivery.acknowledged for delivery in sent)
    assert max(delivery.seconds[0] for delivery in sent) - watch.kept < 3
    assert patient.scores == 300


def measured(school, seconds):
    """Deliver fifty events a second, and give how long each waited for its acknowledgement."""
    sent, begun = [], time.monotonic()
    for number in range(50 * seconds):
        time.sleep(max(0.0, begun + number / 50 - time.monotonic()))
        who, text = (("m1", "jonas 8 all v"), ("t1", "noor 8 all l"), ("s1", "8 all x"))[number % 3]
        sent.append(school.users[who].says(text)[1])
    school.fake.quiet()
    assert all(len(delivery.statuses) == 1 and delivery.acknowledged for delivery in sent)
    assert school.scores == 4 * len(sent)
    return sorted(delivery.seconds[0] for delivery in sent)


def test_fifty_events_a_second_are_acknowledged_in_time(patient):
    watch = Stopwatch()
    waits = measured(patient, 2)
    assert waits[-1] - watch.kept < 3


@pytest.mark.long
def test_fifty_events_a_second_for_a_minute(hooked):
    waits = measured(hooked, 60)
    print(f"p99 {waits[int(len(waits) * 0.99)]:.3f} s, longest {waits[-1]:.3f} s")
    assert waits[int(len(waits) * 0.99)] <= 1
    assert waits[-1] < 3
