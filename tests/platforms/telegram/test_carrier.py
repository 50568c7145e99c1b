"""What goes to others on Telegram: each answer of the API in the words of delivery."""

import asyncio
from dataclasses import replace

import pytest
from telegram import Bot

from bot.domain.telling.delivery import Later, NotReached, Permanent, RefusalReason, Sent, Unknown
from bot.messages import File
from bot.platforms.telegram.carrying import TelegramCarrier
from bot.platforms.telegram.drawing import CAPTION, LONGEST
from bot.platforms.telegram.request import AiohttpRequest
from bot.ports.telling.outbox import Content
from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.fakes.telegram.handles import A_PNG

TOLD = Content("You & <b>they</b> differ", [[{"label": "see", "code": "go:report"}]])


@pytest.fixture
def fake():
    with FakeTelegram() as made:
        yield made


@pytest.fixture
def lien(fake):
    lien = fake.user("lien")
    lien.starts()
    return lien


def sent(url, address, content=TOLD, seconds=5.0):
    async def send():
        request = AiohttpRequest(read_seconds=seconds)
        try:
            bot = Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=request)
            return await TelegramCarrier(bot).send("telegram", str(address), content)
        finally:
            await request.shutdown()

    return asyncio.run(send())


def test_a_message_arrives_with_its_buttons(fake, lien):
    assert sent(fake.url, lien.id) == Sent(str(lien.last.id))
    assert (lien.last.text, lien.last.labels) == (TOLD.text, ["see"])


def test_a_long_message_is_several_and_the_last_has_the_buttons(fake, lien):
    lines = "\n".join(f"{number} indicators" for number in range(LONGEST // 8))
    assert sent(fake.url, lien.id, replace(TOLD, text=lines)) == Sent(str(lien.last.id))
    assert [message.labels for message in lien.answers] == [[], ["see"]]
    assert "\n".join(message.text for message in lien.answers) == lines


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("429", Later(7.0)),
        ("401", Later(60.0)),
        ("403", Permanent(RefusalReason.BLOCKED)),
        ("500", Unknown()),
        ("reset", Unknown()),
        ("timeout", Unknown()),
    ],
)
def test_what_goes_wrong_is_told_as_it_is(fake, lien, fault, outcome):
    fake.fails(fault, method="sendMessage", retry_after=7)
    assert sent(fake.url, lien.id, seconds=0.3) == outcome
    assert lien.answers == []


def test_a_stranger_is_gone_and_a_closed_port_is_not_reached(fake, lien):
    assert sent(fake.url, 99_999) == Permanent(RefusalReason.GONE)
    lien.leaves_telegram()
    assert sent(fake.url, lien.id) == Permanent(RefusalReason.GONE)
    with FakeTelegram() as other:
        url = other.url
    assert sent(url, lien.id) == NotReached()


def test_a_message_is_edited_in_place_and_what_is_gone_is_said_anew(fake, lien):
    first = sent(fake.url, lien.id)
    changed = replace(TOLD, text="You agree", edits=first.ref)
    assert sent(fake.url, lien.id, changed) == first
    assert sent(fake.url, lien.id, changed) == first  # it says just that already
    assert [message.text for message in lien.answers] == ["You agree"]
    anew = sent(fake.url, lien.id, replace(changed, edits="4711"))
    assert anew == Sent(str(lien.last.id)) != first


@pytest.mark.parametrize("fault", ["500", "reset", "timeout"])
def test_an_edit_in_doubt_is_tried_again(fake, lien, fault):
    first = sent(fake.url, lien.id)
    fake.fails(fault, method="editMessageText", after=True)
    changed = replace(TOLD, text="You agree", edits=first.ref)
    assert sent(fake.url, lien.id, changed, seconds=0.3) == Later()


REPORT = File("report.png", "image/png", A_PNG, "In words, all of it", "In words")
PICTURED = replace(TOLD, made=(REPORT,))
ALBUM = replace(TOLD, made=(REPORT, REPORT))


def test_a_picture_and_its_words_are_one_message(fake, lien):
    assert sent(fake.url, lien.id, PICTURED) == Sent(str(lien.last.id))
    assert (lien.last.text, lien.last.labels) == (TOLD.text, ["see"])
    assert fake.file(lien.last.file) == A_PNG
    assert len(lien.answers) == 1


@pytest.mark.parametrize("content", [ALBUM, replace(PICTURED, text="x" * (CAPTION + 1))])
def test_what_does_not_fit_into_one_message_has_its_words_first(fake, lien, content):
    outcome = sent(fake.url, lien.id, content)
    words, *pictures = lien.answers
    assert outcome == Sent(str(words.id))
    assert (words.text, words.labels) == (content.text, ["see"])
    assert [fake.file(message.file) for message in pictures] == [A_PNG] * len(content.made)


@pytest.mark.parametrize(("content", "method"), [(PICTURED, "sendPhoto"), (ALBUM, "sendMessage")])
def test_nothing_of_it_arrives_before_a_pause_and_all_of_it_once_after_it(
    fake, lien, content, method
):
    fake.fails("429", method=method, retry_after=7, times=1)
    assert sent(fake.url, lien.id, content) == Later(7.0)
    assert lien.answers == []
    assert isinstance(sent(fake.url, lien.id, content), Sent)
    assert sum(message.text == TOLD.text for message in lien.answers) == 1
    assert sum(bool(message.file) for message in lien.answers) == len(content.made)


@pytest.mark.parametrize(
    ("content", "method"), [(PICTURED, "sendPhoto"), (ALBUM, "sendMediaGroup")]
)
def test_a_picture_that_is_refused_costs_nobody_the_words(fake, lien, content, method):
    fake.fails("400", method=method)
    assert sent(fake.url, lien.id, content) == Sent(str(lien.last.id))
    assert [(message.text, message.file) for message in lien.answers] == [(TOLD.text, "")]


@pytest.mark.parametrize("fault", ["500", "reset", "timeout"])
def test_a_picture_in_doubt_is_not_said_twice(fake, lien, fault):
    fake.fails(fault, method="sendPhoto", after=True)
    assert sent(fake.url, lien.id, PICTURED, seconds=0.3) == Unknown()
    assert len(lien.answers) == 1
