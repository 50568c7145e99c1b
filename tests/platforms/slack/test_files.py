"""Files on Slack: shared below their text, with words for people who cannot see them."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.messages import Button, CalendarEntry, Reply, Spreadsheet
from bot.platforms.slack.entities import SlackVoice
from bot.platforms.slack.heard import SlackHeard, Way
from bot.platforms.slack.muted import MUTED
from bot.platforms.slack.sharing import ALT
from bot.platforms.slack.speaking import SlackSpeech, speak
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.exchange.documents.samples import council_page
from tests.fakes.slack import FakeSlack
from tests.pictures.samples import EVERY
from tests.platforms.alone import Alone

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
VOICE = SlackVoice("en", "UTC")
REPLY = Reply("Jonas", ((Button("again", "go:report"),),), files=(EVERY["report"],))


@pytest.fixture
def fake():
    with FakeSlack() as made:
        yield made


@pytest.fixture
def karim(fake):
    return fake.user("Karim")


def say(fake, user, *replies, channel="", on=None):
    """Answer something said in the direct message, or elsewhere."""
    heard = SlackHeard(
        key="k",
        way=Way.TAP,
        user=user.id,
        said_at=AT,
        channel=channel,
        message=on.ts if on else "",
    )

    async def run():
        async with ClientSession() as session:
            client = AsyncWebClient(
                fake.token, f"{fake.url}/", session=session, retry_handlers=[], logger=MUTED
            )
            await speak(client, Alone(), SlackSpeech(heard, replies, VOICE))

    asyncio.run(run())


def test_a_picture_is_shared_below_its_text(fake, karim):
    say(fake, karim, REPLY, channel=karim.person.channel)
    text, picture = karim.messages
    assert (text.text, text.labels) == ("Jonas", ["again"])
    (file,) = picture.files
    assert file["name"] == "report-jonas-peeters-electrician-14-december-2026.png"
    assert file["title"] == "4 deeper, 5 broader 12 Oct → 14 Dec"
    assert "student: not yet fully acquired, covered 8 of 13" in file["alt_txt"]
    assert fake.file(file["id"]).startswith(b"\x89PNG")
    assert fake.refused == []


def test_where_only_the_person_is_known_it_goes_where_the_text_went(fake, karim):
    say(fake, karim, REPLY)
    assert [bool(message.files) for message in karim.messages] == [False, True]
    assert fake.refused == []


def test_every_kind_is_shared_and_only_pictures_have_words_of_their_own(fake, karim):
    entry = CalendarEntry("m1", "Talk", AT, 30)
    files = (EVERY["film"], Spreadsheet(EVERY["heat_map"], AT), entry, council_page(1))
    say(fake, karim, replace(REPLY, files=files))
    shared = karim.shared[-1].files
    assert [file["name"].partition(".")[2] for file in shared] == ["gif", "xlsx", "ics", "pdf"]
    assert [bool(file["alt_txt"]) for file in shared] == [True, False, False, False]


def test_words_that_are_too_many_are_short_ones(fake, karim):
    rows = tuple(replace(row, title=row.title * 20) for row in EVERY["report"].rows)
    say(fake, karim, replace(REPLY, files=(replace(EVERY["report"], rows=rows),)))
    (file,) = karim.shared[-1].files
    assert file["alt_txt"].splitlines()[-1].startswith("Acquired, of 4:")
    assert len(file["alt_txt"]) <= ALT


def test_an_edited_text_stays_and_the_picture_comes_below(fake, karim):
    say(fake, karim, REPLY)
    again = replace(REPLY, text="Noor", edit=True)
    say(fake, karim, again, channel=karim.person.channel, on=karim.answers[0])
    assert [message.text for message in karim.answers] == ["Noor"]
    assert len(karim.shared) == 2


@pytest.mark.parametrize(
    ("fault", "method"),
    [
        ("missing_scope", "files.getUploadURLExternal"),
        ("500", "upload"),
        ("reset", "upload"),
        ("reset", "files.completeUploadExternal"),
        ("file_uploads_disabled", "files.completeUploadExternal"),
    ],
)
def test_what_slack_does_not_take_costs_nobody_the_text(fake, karim, fault, method):
    fake.fails(fault, method=method)
    say(fake, karim, REPLY, replace(REPLY, text="Next", files=()))
    assert [message.text for message in karim.answers] == ["Jonas", "Next"]
    assert len([call for call in fake.world.calls if call["method"] == method]) == 1


def test_a_pause_that_is_asked_for_is_kept(fake, karim):
    fake.fails("429", method="files.completeUploadExternal", times=1)
    say(fake, karim, REPLY)
    assert [bool(message.files) for message in karim.messages] == [False, True]


def test_what_may_have_arrived_is_not_shared_again(fake, karim):
    fake.fails("reset", method="files.completeUploadExternal", times=1, after=True)
    say(fake, karim, REPLY)
    assert [bool(message.files) for message in karim.messages] == [False, True]


def test_a_picture_that_cannot_be_drawn_costs_nobody_the_text(fake, karim):
    broken = replace(EVERY["report"], rows=("no row",))
    say(fake, karim, replace(REPLY, files=(broken,)))
    assert [(message.text, message.files) for message in karim.messages] == [("Jonas", [])]


@pytest.mark.parametrize("sockets", [False, True])
def test_we_do_not_take_our_own_picture_for_somebody_elses(school_url, sockets):
    with opened(SlackSchool, school_url, sockets=sockets) as school:
        school.say("m1", "/report jonas")
        assert len(school.users["m1"].answers) == 1
        assert len(school.users["m1"].shared) == 1
        assert school.fake.unacknowledged == []
