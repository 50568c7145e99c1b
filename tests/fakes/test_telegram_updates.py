"""How the fake Telegram brings updates: polled or pushed, in order or not, once or often."""

import threading
import time
from collections import Counter

import pytest
from telegram.error import Conflict

from tests.fakes.telegram import wait_for
from tests.fakes.telegram_library import Receiver, client, receiving
from tests.fakes.waiting import Stopwatch

SECRET = "S3cret_-"


@pytest.fixture
def els(fake):
    return fake.user("Els Wouters", username="els")


@pytest.fixture
def hook(fake, ask):
    """A webhook that is set."""
    made = Receiver()
    with receiving(made) as address:
        ask(ask.bot.set_webhook(address, secret_token=SECRET))
        yield made
        ask(ask.bot.delete_webhook())


def texts(updates):
    return [update.message.text for update in updates]


# --- polling ---


def test_updates_stay_until_their_offset_is_confirmed(ask, fake, els):
    for number in range(5):
        els.says(f"m{number}")
    first = ask(ask.bot.get_updates(limit=2))
    assert texts(first) == ["m0", "m1"]
    assert texts(ask(ask.bot.get_updates(limit=2))) == ["m0", "m1"]
    assert len(fake.unacknowledged) == 5
    rest = ask(ask.bot.get_updates(offset=first[-1].update_id + 1))
    assert texts(rest) == ["m2", "m3", "m4"]
    assert fake.acknowledged == {update.update_id for update in first}
    assert texts(ask(ask.bot.get_updates(offset=-1))) == ["m4"]
    assert len(fake.unacknowledged) == 1


def test_a_long_poll_wakes_when_something_is_said(ask, els):
    threading.Timer(0.2, els.says, ["hello"]).start()
    started, watch = time.monotonic(), Stopwatch()
    assert texts(ask(ask.bot.get_updates(timeout=10))) == ["hello"]
    assert time.monotonic() - started > 0.1
    assert watch.seconds < 5
    assert ask(ask.bot.get_updates(offset=-1, timeout=0))


def test_a_second_poll_ends_the_first(ask, fake, els):
    said = []

    def first():
        with client(fake) as other, pytest.raises(Conflict, match="terminated by other getUpdates"):
            other(other.bot.get_updates(timeout=20))
        said.append("ended")

    thread = threading.Thread(target=first)
    thread.start()
    wait_for(lambda: fake.calls("getUpdates"))
    once = threading.Thread(target=when_polled, args=(fake, 2, lambda: els.says("hello")))
    once.start()
    assert texts(ask(ask.bot.get_updates(timeout=20))) == ["hello"]
    once.join(5)
    thread.join(5)
    assert said == ["ended"]


def test_polling_and_a_webhook_exclude_each_other(ask, fake):
    ask(ask.bot.set_webhook("http://127.0.0.1:1/hook"))
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        ask(ask.bot.get_updates())
    ask(ask.bot.delete_webhook())
    once = threading.Thread(target=when_polled, args=(fake, 2, lambda: set_webhook(fake)))
    once.start()
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        ask(ask.bot.get_updates(timeout=20))
    once.join(5)


def when_polled(fake, times, what):
    wait_for(lambda: len(fake.calls("getUpdates")) == times)
    time.sleep(0.1)
    what()


def set_webhook(fake):
    with client(fake) as other:
        other(other.bot.set_webhook("http://127.0.0.1:1/hook"))


def test_only_what_is_asked_for_comes(ask, fake, els):
    ask(ask.bot.get_updates(allowed_updates=["callback_query"]))
    assert els.says("unheard").update is None
    ask(ask.bot.get_updates(allowed_updates=[]))
    els.says("heard")
    assert texts(ask(ask.bot.get_updates())) == ["heard"]


def test_ids_may_jump_down_and_an_old_offset_confirms_nothing_then(ask, fake, els):
    first = els.says("before").update
    ask(ask.bot.get_updates(offset=first + 1))
    while True:
        fake.do("jump", token=fake.token)
        second = els.says("after").update
        if second < first - 10:
            break
        ask(ask.bot.get_updates(offset=second + 1))
    assert texts(ask(ask.bot.get_updates(offset=first + 1))) == ["after"]
    assert texts(ask(ask.bot.get_updates(offset=first + 1))) == ["after"]
    assert ask(ask.bot.get_updates(offset=second + 1)) == ()


def test_polled_out_of_order_and_several_times(ask, fake, els):
    fake.mess(repeat=(1, 5), disorder=True)
    said = [els.says(str(number)).update for number in range(100)]
    came: list[int] = []
    while batch := ask(ask.bot.get_updates(offset=max([1, *came[-20:]]) + 1, limit=20)):
        came += [update.update_id for update in batch]
    seen = Counter(came)
    assert set(seen) == set(said)
    assert max(seen.values()) > 1
    assert came != sorted(came)
    assert fake.unacknowledged == []


# --- a webhook ---


def test_a_webhook_gets_the_secret_and_each_chat_in_order(fake, hook, els):
    noor = fake.user("Noor")
    hook.slow = 0.002
    for number in range(30):
        els.says(f"{number}")
        noor.says(f"{number}")
    fake.quiet()
    assert {headers["X-Telegram-Bot-Api-Secret-Token"] for headers, _update in hook.came} == {
        SECRET
    }
    for person in (els, noor):
        own = [
            each["message"] for each in hook.updates if each["message"]["chat"]["id"] == person.id
        ]
        assert [each["text"] for each in own] == [str(number) for number in range(30)]


def test_a_webhook_is_asked_again_until_it_says_yes_and_others_do_not_wait(ask, fake, hook, els):
    noor = fake.user("Noor")
    refusals = iter([500, 302, 404, 503])
    hook.answer = lambda update: (
        next(refusals, 200) if update["message"]["chat"]["id"] == els.id else 200,
        None,
    )
    first = els.says("first")
    els.says("second")
    noor.says("hello")
    fake.quiet()
    mine = [
        update["message"]["text"]
        for update in hook.updates
        if update["update_id"] != first.update + 2
    ]
    assert mine == ["first"] * 5 + ["second"]
    assert fake.do("updates", token=fake.token)[0]["statuses"] == [500, 302, 404, 503, 200]
    info = ask(ask.bot.get_webhook_info())
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
    assert (info.pending_update_count, info.max_connections) == (0, 40)


def test_a_webhook_may_be_away_for_a_while(ask, fake, els):
    receiver = Receiver()
    with receiving(receiver) as address:
        pass
    port = int(address.split(":")[2].split("/")[0])
    ask(ask.bot.set_webhook(address))
    els.says("are you there?")
    wait_for(lambda: fake.do("updates", token=fake.token)[0]["statuses"])
    with receiving(receiver, port):
        fake.quiet()
        ask(ask.bot.delete_webhook())
    assert len(receiver.came) == 1


def test_what_nobody_takes_is_given_up(ask, fake, els):
    fake.do("configure", give_up=0.2)
    ask(ask.bot.set_webhook("http://127.0.0.1:1/hook"))
    els.says("hello?")
    fake.quiet()
    (update,) = fake.do("updates", token=fake.token)
    assert update["dropped"]
    assert update["acknowledged"] is None
    assert set(update["statuses"]) == {0}


def test_a_method_rides_in_the_answer_and_is_checked_as_strictly(fake, hook, els):
    def reply(update):
        text = "heard" if update["message"]["text"] == "hello" else ""
        return 200, {"method": "sendMessage", "chat_id": els.id, "text": text}

    hook.answer = reply
    els.says("hello")
    assert els.wait_for("heard").by_bot
    els.says("again")
    fake.quiet()
    ridden = [call for call in fake.calls() if call["via"] == "webhook"]
    assert [call["status"] for call in ridden] == [200, 400]
    assert fake.refused == ridden[1:]


@pytest.mark.parametrize("method", ["getMe", "setWebhook", "deleteWebhook", "logOut", ""])
def test_what_may_not_ride_in_the_answer(fake, hook, els, method):
    hook.answer = lambda _update: (200, {"method": method, "url": ""})
    els.says("hello")
    fake.quiet()
    assert [call for call in fake.calls() if call["via"] == "webhook"] == []
    assert fake.bot["webhook"]["url"].endswith("/hook")


def test_an_answer_of_another_kind_is_not_read(fake, hook, els):
    hook.kind = "text/plain"
    hook.answer = lambda _update: (200, {"method": "sendMessage", "chat_id": els.id, "text": "x"})
    els.says("hello")
    fake.quiet()
    assert els.answers == []


def test_pushed_out_of_order_and_several_times(fake, hook, els):
    fake.mess(repeat=(1, 5), disorder=True)
    fake.pause()
    said = [els.says(str(number)).update for number in range(200)]
    assert hook.came == []
    fake.pause(False)
    fake.quiet(60)
    came = [update["update_id"] for update in hook.updates]
    assert set(came) == set(said)
    assert set(Counter(came).values()) == {1, 2, 3, 4, 5}
    assert came[:200] != sorted(came[:200])


def test_webhooks_that_are_refused(ask, fake):
    fake.do("configure", local=False)
    table = [
        ("http://example.org", {}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://example.org:8080", {}, "bad webhook: Webhook can be set up only on ports"),
        ("ftp://example.org", {}, "invalid webhook URL specified"),
        ("https://example.org", {"secret_token": "é"}, "secret token contains unallowed"),
        ("https://example.org", {"secret_token": "x" * 257}, "secret token is too long"),
    ]
    for url, more, text in table:
        said = ask.refused(ask.bot.set_webhook(url, **more))
        assert said.startswith(f"Bad Request: {text}")
    ask(ask.bot.set_webhook("https://example.org:8443", allowed_updates=["message"]))
    assert ask(ask.bot.get_webhook_info()).allowed_updates == ("message",)
    ask(ask.bot.delete_webhook(drop_pending_updates=True))
    assert ask(ask.bot.get_webhook_info()).url == ""
