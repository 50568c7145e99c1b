"""What is read of an update, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from bot.platforms.telegram.heard import TelegramHeard
from bot.platforms.telegram.reading import heard_of

NOW = datetime(2026, 10, 14, 8, tzinfo=UTC)
BOT = 700000001
KARIM = {"id": 5, "is_bot": False, "first_name": "Karim", "language_code": "nl"}
CHAT = {"id": 5, "type": "private", "first_name": "Karim"}
GROUP = {"id": -5, "type": "group", "title": "Workshop"}
FILE = {"file_id": "a", "file_unique_id": "b"}
SAID = {"message_id": 9, "from": KARIM, "chat": CHAT, "date": 1_760_000_000}
TAP = {"id": "7", "from": KARIM, "chat_instance": "1", "data": "go:open"}

MESSAGES = {
    "a line": {"message": {**SAID, "text": "jonas 8 all v"}},
    "an edit": {"edited_message": {**SAID, "text": "jonas 8", "edit_date": 1_760_000_100}},
    "a photo": {
        "message": {
            **SAID,
            "caption": "x",
            "photo": [
                {**FILE, "width": 1, "height": 1},
                {**FILE, "file_id": "large", "width": 9, "height": 9},
            ],
        }
    },
    "a voice": {"message": {**SAID, "voice": {**FILE, "duration": 1}}},
    "a forwarded line": {
        "message": {
            **SAID,
            "text": "x",
            "forward_origin": {"type": "user", "date": 1_760_000_000, "sender_user": KARIM},
        }
    },
    "a line in a group": {"message": {**SAID, "chat": GROUP, "text": "/report jonas"}},
    "nobody's language": {
        "message": {**SAID, "from": {"id": 5, "is_bot": False, "first_name": "K"}, "text": "x"}
    },
}
TAPS = {
    "a tap": {**TAP, "message": {**SAID, "text": "a question"}},
    "a tap on a message that is too old": {
        **TAP,
        "message": {"chat": CHAT, "message_id": 4, "date": 0},
    },
    "a tap on a message that is gone": TAP,
    "a tap in a group": {**TAP, "message": {**SAID, "chat": GROUP, "text": "a question"}},
}


WHOLE = TelegramHeard(
    key="telegram:700000001:3",
    number=3,
    chat=5,
    private=True,
    said_at=datetime(2025, 10, 9, 8, 53, 20, 9, tzinfo=UTC),
    language="nl",
    text="jonas 8 all v",
    message_id=9,
)
TAPPED = replace(WHOLE, said_at=NOW, text="", tap="go:open", callback="7")


def read(raw) -> TelegramHeard | None:
    return heard_of({"update_id": 3, **raw}, Bot(f"{BOT}:a"), BOT, NOW)


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("a line", WHOLE),
        (
            "an edit",
            replace(
                WHOLE, said_at=WHOLE.said_at + timedelta(seconds=100), text="jonas 8", edited=True
            ),
        ),
        ("a line in a group", replace(WHOLE, chat=-5, private=False, text="/report jonas")),
        ("nobody's language", replace(WHOLE, language="", text="x")),
    ],
)
def test_a_message_is_read(name, heard):
    assert read(MESSAGES[name]) == heard


@pytest.mark.parametrize(
    ("name", "came"),
    [
        ("a line", ("", "", "")),
        ("a photo", ("photo", "large", "x")),
        ("a voice", ("voice", "a", "")),
        ("a forwarded line", ("forward", "", "")),
    ],
)
def test_what_came_instead_of_words_is_named(name, came):
    heard = read(MESSAGES[name])
    assert heard is not None
    assert (heard.media, heard.file, heard.caption) == came
    assert not (heard.media and heard.text)


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("a tap", TAPPED),
        ("a tap on a message that is too old", replace(TAPPED, message_id=4)),
        ("a tap on a message that is gone", replace(TAPPED, message_id=0)),
        ("a tap in a group", replace(TAPPED, chat=-5, private=False)),
    ],
)
def test_a_tap_is_read_with_the_time_of_its_arrival(name, heard):
    assert read({"callback_query": TAPS[name]}) == heard


@pytest.mark.parametrize(
    "raw",
    [
        {"message": {**SAID, "from": {**KARIM, "is_bot": True}, "text": "x"}},
        {"channel_post": {**SAID, "text": "x"}},
        {"my_chat_member": None},
    ],
    ids=["another bot", "a channel", "what we did not ask for"],
)
def test_what_asks_for_nothing_is_nothing(raw):
    assert read(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"message": {**SAID, "text": 7}},
        {"message": {**SAID, "text": "x", "date": "x"}},
        {"message": {**SAID, "text": "x", "chat": 7}},
        {"message": {**SAID, "text": "x", "message_id": "9"}},
        {"callback_query": {**TAP, "id": 7}},
        {"callback_query": [TAP]},
    ],
)
def test_what_is_malformed_raises(raw):
    with pytest.raises((TypeError, ValueError, AttributeError)):
        read(raw)
