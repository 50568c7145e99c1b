"""What is read of an update: the same as the library would read, for all that is used."""

from datetime import UTC, datetime

import pytest
from telegram import Update

from bot.platforms.telegram.reading import Heard, heard_of

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
    "a photo": {"message": {**SAID, "caption": "x", "photo": [{**FILE, "width": 1, "height": 1}]}},
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


def read(raw) -> Heard | None:
    return heard_of({"update_id": 3, **raw}, BOT, NOW)


@pytest.mark.parametrize("raw", MESSAGES.values(), ids=MESSAGES.keys())
def test_a_message_is_read_as_the_library_reads_it(raw):
    heard = read(raw)
    update = Update.de_json({"update_id": 3, **raw}, None)
    message = update.effective_message
    assert heard is not None
    assert message is not None
    assert message.from_user is not None
    assert heard.key == f"telegram:{BOT}:{update.update_id}"
    assert (heard.chat, heard.message_id) == (message.chat.id, message.message_id)
    assert heard.private is (message.chat.type == "private")
    assert heard.said_at.replace(microsecond=0) == (message.edit_date or message.date)
    assert heard.language == (message.from_user.language_code or "")
    assert heard.edited is (update.edited_message is not None)
    assert heard.text == ("" if heard.media else message.text)
    assert (heard.tap, heard.callback) == ("", "")


@pytest.mark.parametrize(
    ("name", "media"),
    [("a line", ""), ("a photo", "photo"), ("a voice", "voice"), ("a forwarded line", "forward")],
)
def test_what_came_instead_of_words_is_named(name, media):
    heard = read(MESSAGES[name])
    assert heard is not None
    assert heard.media == media


@pytest.mark.parametrize("query", TAPS.values(), ids=TAPS.keys())
def test_a_tap_is_read_as_the_library_reads_it(query):
    heard = read({"callback_query": query})
    tapped = Update.de_json({"update_id": 3, "callback_query": query}, None).callback_query
    assert heard is not None
    assert tapped is not None
    message = tapped.message
    assert (heard.tap, heard.callback) == (tapped.data, tapped.id)
    assert heard.chat == (message.chat.id if message else tapped.from_user.id)
    assert heard.private is (message is None or message.chat.type == "private")
    assert heard.message_id == (message.message_id if message else 0)
    assert (heard.said_at, heard.language) == (NOW, "nl")


@pytest.mark.parametrize(
    "raw",
    [
        {"message": {**SAID, "from": {**KARIM, "is_bot": True}, "text": "x"}},
        {"channel_post": {**SAID, "text": "x"}},
        {"poll": {"id": "1"}},
    ],
    ids=["another bot", "a channel", "what we did not ask for"],
)
def test_what_asks_for_nothing_is_nothing(raw):
    assert read(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": "3", "message": {**SAID, "text": "x"}},
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
