"""What goes wrong on demand in the fake Telegram, and the fake in a process of its own."""

import asyncio
import json
from contextlib import suppress
from urllib.request import Request, urlopen

import pytest
from telegram.error import (
    Conflict,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from tests.fakes.telegram import FakeTelegram, TelegramProcess
from tests.fakes.telegram_library import client
from tests.fakes.waiting import Stopwatch


def seconds(error):
    return error.retry_after.total_seconds()


FAULTS = [
    ("429", RetryAfter, 429),
    ("401", InvalidToken, 401),
    ("409", Conflict, 409),
    ("500", NetworkError, 500),
    ("502", NetworkError, 502),
    ("garbage", TelegramError, 200),
    ("empty", TelegramError, 200),
    ("timeout", TimedOut, None),
    ("reset", NetworkError, None),
]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("kind", "error", "status"), FAULTS, ids=[case[0] for case in FAULTS])
def test_a_fault_as_the_library_sees_it(ask, fake, els, kind, error, status, after):
    fake.fails(kind, method="sendMessage", times=1, after=after, retry_after=7)
    with pytest.raises(error):
        ask(ask.bot.send_message(els.id, "x", read_timeout=0.2 if kind == "timeout" else 5))
    assert [message.text for message in els.messages] == (["x"] if after else [])
    (call,) = fake.calls()
    assert (call["fault"].split()[0], call["effect"]) == (kind, after)
    assert call["status"] == (200 if after and status is None else status)
    ask(ask.bot.send_message(els.id, "y"))
    assert fake.refused == []


def test_retry_after_is_told_in_seconds(ask, fake, els):
    fake.fails("429", retry_after=7)
    with pytest.raises(RetryAfter) as caught:
        ask(ask.bot.send_message(els.id, "x"))
    assert seconds(caught.value) == 7
    fake.do("heals")
    ask(ask.bot.send_message(els.id, "x"))


def test_a_mixture_by_chance_is_the_same_for_the_same_seed():
    def outcomes(seed):
        with FakeTelegram() as fake, client(fake) as ask:
            els = fake.user("Els")
            fake.fails("502", chance=0.2, seed=seed)
            fake.fails("reset", chance=0.2, seed=seed + 1, after=True)
            for number in range(60):
                with suppress(NetworkError):
                    ask(ask.bot.send_message(els.id, str(number)))
            made = sum(call["effect"] for call in fake.calls())
            assert len(els.messages) == made
            return [call["fault"] for call in fake.calls()]

    first = outcomes(3)
    assert first == outcomes(3) != outcomes(4)
    assert set(first) == {"", "502", "reset after"}


def test_a_fault_of_one_method_or_chat_leaves_the_others(ask, fake, els):
    noor = fake.user("Noor")
    fake.fails("500", method="sendMessage", chat=els.id)
    ask(ask.bot.send_message(noor.id, "x"))
    ask(ask.bot.get_chat(els.id))
    with pytest.raises(NetworkError):
        ask(ask.bot.send_message(els.id, "x"))


def test_one_flooded_chat(ask, fake, els):
    noor = fake.user("Noor")
    fake.do("stops_clock")
    fake.do("floods", chat=els.id, seconds=90)
    for left in (90, 30):
        with pytest.raises(RetryAfter) as caught:
            ask(ask.bot.send_message(els.id, "x"))
        assert seconds(caught.value) == left
        ask(ask.bot.send_message(noor.id, "x"))
        fake.later(60)
    ask(ask.bot.send_message(els.id, "at last"))


def test_the_limits_of_real_life(ask, fake, els):
    fake.do("stops_clock")
    fake.do("limits")
    ask(ask.bot.send_message(els.id, "x"))
    with pytest.raises(RetryAfter):
        ask(ask.bot.send_message(els.id, "one a second and chat"))
    group = fake.group("6E")
    for number in range(20):
        fake.later(2)
        ask(ask.bot.send_message(group.id, str(number)))
    with pytest.raises(RetryAfter) as caught:
        ask(ask.bot.send_message(group.id, "20 a minute and group"))
    assert seconds(caught.value) == 22


def test_thirty_a_second_and_bot(ask, fake):
    fake.do("stops_clock")
    fake.do("limits")
    people = [fake.user(f"person {number}") for number in range(40)]

    async def all_at_once():
        sends = [ask.bot.send_message(person.id, "x") for person in people]
        return await asyncio.gather(*sends, return_exceptions=True)

    refused = [error for error in ask(all_at_once()) if isinstance(error, RetryAfter)]
    assert len(refused) == 10
    assert {seconds(error) for error in refused} == {1}


def test_a_silent_call_does_not_keep_the_fake_from_stopping():
    with FakeTelegram() as fake, client(fake) as ask:
        fake.fails("timeout")
        with pytest.raises(TimedOut):
            ask(ask.bot.get_me(read_timeout=0.1))
        watch = Stopwatch()
    assert watch.seconds < 3


def test_the_log_says_what_was_asked_when_and_with_which_outcome(ask, fake, els):
    shown = ask(ask.bot.send_message(els.id, "x"))
    (call,) = fake.calls("sendMessage", chat=els.id)
    assert call["args"] == {"chat_id": str(els.id), "text": "x"}
    assert (call["status"], call["message"]) == (200, shown.message_id)
    assert abs(call["at"] - fake.now()) < 5
    ask.refused(ask.bot.send_message(els.id, "y", reply_to_message_id=1))
    assert [call["number"] for call in fake.refused] == [2]
    assert fake.calls(since=1) == fake.refused


# --- requests of other kinds ---


def test_arguments_come_in_the_query_as_json_or_as_a_form(fake, els):
    address = f"{fake.base_url}{fake.token}/SENDMESSAGE"
    body = json.dumps({"chat_id": els.id, "text": "x", "protect_content": True}).encode()
    kind = {"Content-Type": "application/json"}
    for request in (
        Request(f"{address}?chat_id={els.id}&text=x&protect_content=true"),
        Request(address, body, kind),
        Request(address, f"chat_id={els.id}&text=x&protect_content=1".encode()),
    ):
        with urlopen(request) as answer:
            assert json.load(answer)["result"]["has_protected_content"]


# --- a process of its own ---


def test_the_same_in_a_process():
    with TelegramProcess() as fake, client(fake) as ask:
        els, group = fake.user("Els"), fake.group("6E")
        els.says("/start")
        group.says(els, "/help")
        updates = ask(ask.bot.get_updates())
        assert [update.message.text for update in updates] == ["/start", "/help"]
        ask(ask.bot.send_message(els.id, "hello"))
        assert els.wait_for("hello").by_bot
        fake.fails("429", retry_after=3)
        with pytest.raises(RetryAfter):
            ask(ask.bot.send_message(els.id, "x"))
        with pytest.raises(AssertionError, match="is none of"):
            fake.fails("bad weather")
        process = fake.process
    assert process.poll() == 0
