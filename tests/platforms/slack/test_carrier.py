"""What goes to others on Slack: each answer of the API in the words of delivery."""

import asyncio
from dataclasses import replace

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.telling.delivery import Later, NotReached, Permanent, RefusalReason, Sent, Unknown
from bot.messages import File
from bot.platforms.slack.carrying import SlackCarrier
from bot.ports.telling.outbox import Content
from tests.fakes.slack import FakeSlack

TOLD = Content("You & <b>they</b> differ", [[{"label": "see", "code": "go:report"}]])


def sent(url, address, content=TOLD, seconds=5.0):
    async def send():
        limit = aiohttp.ClientTimeout(total=seconds)
        async with aiohttp.ClientSession(timeout=limit) as session:
            token = FakeSlack.token
            client = AsyncWebClient(token, f"{url}/", session=session, retry_handlers=[])
            return await SlackCarrier(client).send("slack", address, content)

    return asyncio.run(send())


def test_a_message_arrives_with_its_buttons():
    with FakeSlack() as fake:
        lien = fake.user("lien")
        outcome = sent(fake.url, lien.id)
        assert outcome == Sent(f"{lien.person.channel}/{lien.last.ts}")
        assert (lien.last.text, lien.last.labels) == (TOLD.text, ["see"])


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("429", Later(7.0)),
        ("500", Unknown()),
        ("reset", Unknown()),
        ("timeout", Unknown()),
        ("internal_error", Unknown()),
        ("token_revoked", Later(60.0)),
        ("channel_not_found", Permanent(RefusalReason.GONE)),
        ("messages_tab_disabled", Permanent(RefusalReason.BLOCKED)),
        ("invalid_blocks", Permanent(RefusalReason.REFUSED)),
    ],
)
def test_what_goes_wrong_is_told_as_it_is(fault, outcome):
    with FakeSlack() as fake:
        lien = fake.user("lien")
        fake.fails(fault, retry_after=7)
        assert sent(fake.url, lien.id, seconds=0.3) == outcome
        assert lien.answers == []


def test_a_stranger_is_gone_and_a_closed_port_is_not_reached():
    with FakeSlack() as fake:
        assert sent(fake.url, "U9") == Permanent(RefusalReason.GONE)
        url = fake.url
    assert sent(url, "U9") == NotReached()


REPORT = File("report.png", "image/png", b"\x89PNG", "In words, all of it", "In words")
PICTURED = replace(TOLD, made=(REPORT,))


def test_a_picture_follows_its_words_and_says_what_it_shows():
    with FakeSlack() as fake:
        lien = fake.user("lien")
        words = sent(fake.url, lien.id, PICTURED)
        assert [message.text for message in lien.answers] == [TOLD.text]
        (shared,) = lien.shared
        assert words == Sent(f"{lien.person.channel}/{lien.answers[0].ts}")
        assert bytes(fake.file(shared.files[0]["id"])) == REPORT.data


@pytest.mark.parametrize("fault", ["429", "500", "reset", "timeout", "token_revoked"])
def test_a_picture_that_fails_costs_nobody_the_words_nor_says_them_twice(fault):
    with FakeSlack() as fake:
        lien = fake.user("lien")
        fake.fails(fault, method="files.completeUploadExternal", retry_after=7)
        assert isinstance(sent(fake.url, lien.id, PICTURED, seconds=0.5), Sent)
        assert [message.text for message in lien.answers] == [TOLD.text]
        assert lien.shared == []


def test_nothing_of_it_arrives_before_a_pause():
    with FakeSlack() as fake:
        lien = fake.user("lien")
        fake.fails("429", method="chat.postMessage", retry_after=7)
        assert sent(fake.url, lien.id, PICTURED) == Later(7.0)
        assert (lien.answers, lien.shared) == ([], [])
