"""Files on Telegram: with their text below them or before it, in place, in doubt, and refused."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from telegram import Bot

from bot.i18n import Voice
from bot.messages import Button, CalendarEntry, File, Reply, Spreadsheet
from bot.platforms.line.edits import Edits
from bot.platforms.telegram.drawing import CAPTION
from bot.platforms.telegram.heard import TelegramHeard
from bot.platforms.telegram.request import AiohttpRequest
from bot.platforms.telegram.speaking import TelegramSpeech, speak
from bot.platforms.telegram.uploading import in_place, upload, uploads
from bot.wiring.files import files_of
from tests.exchange.documents.samples import council_page
from tests.fakes.telegram import FakeTelegram
from tests.pictures.samples import EVERY
from tests.platforms.alone import Alone

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
VOICE = Voice("en", "UTC")
BUTTONS = ((Button("again", "go:report"),),)
SHORT = Reply("Jonas\n✅D 8 Marks out routes", BUTTONS, files=(EVERY["report"],))
LONG = replace(SHORT, text="Jonas\n" + "x" * CAPTION)
BROKEN = replace(EVERY["report"], rows=("no row",))
"""A picture that cannot be drawn."""


@pytest.fixture
def fake():
    with FakeTelegram() as made:
        yield made


@pytest.fixture
def karim(fake):
    return fake.user("Karim")


def say(fake, user, *replies, on=None):
    """Answer something that was typed, or tapped on a message."""
    heard = TelegramHeard(
        key="k",
        chat=user.id,
        private=True,
        said_at=AT,
        tap="x" if on else "",
        message_id=on.id if on else 0,
        on_file=bool(on and on.file),
    )

    async def run():
        request = AiohttpRequest(read_seconds=1)
        try:
            bot = Bot(fake.token, base_url=f"{fake.url}/bot", request=request)
            await speak(bot, Alone(), Edits(), TelegramSpeech(heard, replies, VOICE))
        finally:
            await request.shutdown()

    asyncio.run(run())


def methods(fake):
    return [call["method"] for call in fake.calls()]


def test_a_text_that_fits_stands_below_its_picture_with_its_buttons(fake, karim):
    say(fake, karim, SHORT)
    (seen,) = karim.answers
    assert (seen.text, seen.labels) == (SHORT.text, ["again"])
    assert fake.file(seen.file).startswith(b"\x89PNG")
    assert methods(fake) == ["sendphoto"]


def test_a_long_text_comes_after_its_picture_with_the_buttons(fake, karim):
    say(fake, karim, LONG)
    picture, text = karim.answers
    assert picture.file
    assert picture.text.endswith("Acquired, of 4: student 2 · mentor 2 · teacher 1.")
    assert picture.labels == []
    assert (text.text, text.labels) == (LONG.text, ["again"])


def test_a_text_is_counted_as_telegram_counts(fake, karim):
    fits = "😀" * (CAPTION // 2)
    say(fake, karim, replace(SHORT, text=fits), replace(SHORT, text=fits + "x"))
    assert [message.text for message in karim.answers if message.labels] == [fits, fits + "x"]
    assert fake.refused == []


@pytest.mark.parametrize(
    ("file", "method", "begins"),
    [
        (EVERY["film"], "sendanimation", b"GIF8"),
        (Spreadsheet(EVERY["heat_map"], AT), "senddocument", b"PK"),
        (CalendarEntry("m1", "Talk", AT, 30), "senddocument", b"BEGIN:VCALENDAR"),
        (council_page(1), "senddocument", b"%PDF"),
    ],
)
def test_every_file_goes_as_what_it_is(fake, karim, file, method, begins):
    say(fake, karim, Reply("Here", files=(file,)))
    assert karim.last.text == "Here"
    assert methods(fake) == [method]
    assert fake.file(karim.last.file).startswith(begins)


def test_several_pictures_are_an_album_and_the_text_follows(fake, karim):
    files = (EVERY["report"], EVERY["route"], EVERY["film"])
    say(fake, karim, replace(SHORT, files=files))
    assert methods(fake) == ["sendmediagroup", "sendanimation", "sendmessage"]
    first, second, film, text = karim.answers
    assert first.raw["media_group_id"] == second.raw["media_group_id"]
    assert all("\nJonas Peeters" in message.text for message in (first, second, film))
    assert text.labels == ["again"]


def test_more_than_an_album_holds_are_two_of_them(fake, karim):
    say(fake, karim, replace(SHORT, files=(EVERY["route"],) * 12))
    assert methods(fake) == ["sendmediagroup", "sendmediagroup", "sendmessage"]


def test_a_picture_is_changed_in_place(fake, karim):
    say(fake, karim, SHORT)
    other = Reply("The route", BUTTONS, edit=True, files=(EVERY["route"],))
    before = karim.last
    say(fake, karim, other, on=before)
    (seen,) = karim.answers
    assert (seen.text, seen.labels, seen.edited) == ("The route", ["again"], True)
    assert seen.file != before.file
    say(fake, karim, Reply("Words", BUTTONS, edit=True), on=seen)  # no text to be edited there
    assert [message.text for message in karim.answers] == ["The route", "Words"]
    assert fake.refused == []


def test_a_text_becomes_a_picture_in_place(fake, karim):
    say(fake, karim, Reply("Which one?", BUTTONS))
    say(fake, karim, replace(SHORT, edit=True), on=karim.last)
    (seen,) = karim.answers
    assert (seen.text, bool(seen.file)) == (SHORT.text, True)


def test_what_is_gone_is_said_anew(fake, karim):
    say(fake, karim, SHORT)
    gone = replace(karim.last, raw=karim.last.raw | {"message_id": karim.last.id + 50})
    say(fake, karim, replace(SHORT, edit=True), on=gone)
    assert len(karim.answers) == 2


def test_a_long_text_that_was_tapped_is_said_anew_below_its_picture(fake, karim):
    say(fake, karim, LONG)
    say(fake, karim, replace(LONG, edit=True), on=karim.last)
    assert [bool(message.file) for message in karim.answers] == [True, False, True, False]


def test_a_picture_that_cannot_be_drawn_costs_nobody_the_text(fake, karim):
    say(fake, karim, replace(SHORT, files=(BROKEN,)))
    assert (karim.last.text, karim.last.file) == (SHORT.text, "")
    say(fake, karim, replace(SHORT, text="New", files=(BROKEN,), edit=True), on=karim.last)
    assert [message.text for message in karim.answers] == ["New"]


@pytest.mark.parametrize("reply", [SHORT, LONG, replace(SHORT, files=(EVERY["route"],) * 2)])
def test_a_picture_that_telegram_refuses_costs_nobody_the_text(fake, karim, reply):
    for method in ("sendPhoto", "sendMediaGroup"):
        fake.fails("400", method=method)
    say(fake, karim, reply)
    (seen,) = karim.answers
    assert (seen.text, seen.labels) == (reply.text, ["again"])


def test_a_pause_that_is_asked_for_is_kept(fake, karim):
    fake.fails("429", method="sendPhoto", retry_after=1, times=1)
    say(fake, karim, SHORT)
    assert methods(fake) == ["sendphoto", "sendphoto"]
    assert len(karim.answers) == 1


@pytest.mark.parametrize("after", [True, False])
def test_what_may_have_arrived_is_not_sent_again(fake, karim, after):
    fake.fails("reset", method="sendPhoto", after=after, times=1)
    say(fake, karim, SHORT)
    assert methods(fake) == ["sendphoto"]
    assert len(karim.answers) == int(after)


def test_a_picture_in_doubt_does_not_hold_up_the_text_after_it(fake, karim):
    fake.fails("reset", method="sendPhoto", times=1)
    say(fake, karim, LONG)
    assert [message.text for message in karim.answers] == [LONG.text]


def png(width: int, height: int) -> File:
    head = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + b"IHDR"
    sides = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return File("report.png", "image/png", head + sides, "in words", "in short")


@pytest.mark.parametrize(
    ("width", "height", "method"),
    [
        (1080, 1920, "sendPhoto"),
        (1080, 8920, "sendPhoto"),
        (1080, 8921, "sendDocument"),
        (1080, 29274, "sendDocument"),
        (38162, 1080, "sendDocument"),
        (100, 2000, "sendPhoto"),
        (100, 2001, "sendDocument"),
        (2001, 100, "sendDocument"),
        (0, 0, "sendPhoto"),
    ],
)
def test_a_picture_beyond_what_telegram_shows_goes_as_a_document(width, height, method):
    assert upload(png(width, height), {"caption": "here"})[0] == method


def test_large_pictures_are_in_no_album_with_the_others():
    several = [png(1080, 1920), png(1080, 29274), png(1080, 1920), png(1080, 1921)]
    methods = [method for method, _values in uploads(several)]
    assert methods == ["sendPhoto", "sendDocument", "sendMediaGroup"]


def test_a_large_picture_takes_the_place_of_a_message_as_a_document():
    method, values = in_place(png(1080, 29274), {"caption": "here"})
    assert method == "editMessageMedia"
    assert values["media"].type == "document"


def test_a_framework_of_three_hundred_competences_is_drawn_and_goes_as_a_document():
    report = EVERY["report"]
    rows = tuple(replace(report.rows[0], number=number) for number in range(1, 301))
    (file,) = files_of(Reply("Here", files=(replace(report, rows=rows),)), Voice("en", "UTC"))
    assert upload(file, {"caption": "here"})[0] == "sendDocument"
