"""The methods of the fake Telegram, with the real library: what they do and what they refuse."""

import json

import pytest
import telegram
from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup as Keyboard
from telegram import InputMediaPhoto
from telegram.error import ChatMigrated, Forbidden, InvalidToken

from tests.fakes.telegram import A_PNG
from tests.fakes.telegram_library import client

FACE = "😀"
TWO_DAYS = 2 * 86_400


def keyboard(*rows):
    return Keyboard([[Button(label, callback_data=code) for label, code in row] for row in rows])


YES_NO = keyboard([("yes", "y"), ("no", "n")])


def tall(count):
    return keyboard(*[[(str(number), "c")] for number in range(count)])


# --- sending ---


def test_a_message_is_seen_with_its_buttons_and_ids_rise(ask, fake, els):
    first = ask(ask.bot.send_message(els.id, "Well done?", reply_markup=YES_NO))
    second = ask(ask.bot.send_message(els.id, "and <b>now</b>", parse_mode="HTML"))
    assert [message.text for message in els.messages] == ["Well done?", "and now"]
    assert els.messages[0].labels == ["yes", "no"]
    assert second.message_id == first.message_id + 1
    assert second.parse_entities() == {second.entities[0]: "now"}
    assert first.chat.first_name == "Els"
    assert first.from_user.username == "kompaan_bot"
    assert fake.refused == []


def test_ids_of_two_chats_differ_and_are_past_32_bits(ask, fake, els):
    noor = fake.user("Noor")
    ids = [ask(ask.bot.send_message(person.id, "x")).message_id for person in (els, noor)]
    assert ids[0] != ids[1]
    assert min(els.id, noor.id) > 2**32


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": FACE * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
        ({"text": "x", "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
        ({"text": "x", "entities": [{"type": "bold"}]}, "can't parse MessageEntity: Can't find"),
    ],
)
def test_a_text_that_is_refused(ask, els, fields, text):
    assert f"Bad Request: {text}" in ask.raw_refused("sendMessage", chat_id=els.id, **fields)
    assert els.messages == []


@pytest.mark.parametrize("text", ["x" * 4096, FACE * 2048, "<b>" + "x" * 4096 + "</b>"])
def test_length_is_counted_in_utf_16_without_the_markup(ask, els, text):
    ask(ask.bot.send_message(els.id, text, parse_mode="HTML"))
    assert len(els.last.text) in (4096, 2048)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("null", "object expected as reply markup"),
        ({"inline_keyboard": [{}]}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be'),
        ({"inline_keyboard": [["x"]]}, "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, 'Can\'t find field "text"'),
        ({"inline_keyboard": [[{"text": "x"}]]}, "Text buttons are unallowed"),
        (keyboard([("x", "")]).to_json(), "Text buttons are unallowed"),
        (keyboard([("x", "c" * 65)]).to_json(), "BUTTON_DATA_INVALID"),
        (keyboard([("x", "é" * 33)]).to_json(), "BUTTON_DATA_INVALID"),
        (tall(101).to_json(), "reply markup is too long"),
        ({"inline_keyboard": [[{"text": "x", "url": "http://localhost"}]]}, "Wrong HTTP URL"),
    ],
)
def test_a_keyboard_that_is_refused(ask, els, markup, text):
    raw = markup if isinstance(markup, str) else json.dumps(markup)
    said = ask.raw_refused("sendMessage", chat_id=els.id, text="x", reply_markup=raw)
    assert text in said
    assert els.messages == []


def test_a_keyboard_at_its_limits(ask, els):
    for markup in (keyboard([("x", "c" * 64)]), keyboard([("x", "é" * 32)]), tall(100)):
        ask(ask.bot.send_message(els.id, "x", reply_markup=markup))
    assert len(els.last.buttons) == 100


# --- who may be written to ---


def test_a_chat_that_is_not_there(ask):
    for chat, text in ((5, "chat not found"), ("@nobody", "chat not found")):
        assert ask.refused(ask.bot.send_message(chat, "x")) == f"Bad Request: {text}"
    assert ask.raw_refused("sendMessage", text="x") == "Bad Request: chat_id is empty"


def test_people_who_cannot_be_written_to(ask, fake, els):
    stranger = fake.user("Noor", started=False)
    said = ask.refused(ask.bot.send_message(stranger.id, "x"), Forbidden)
    assert said == "Forbidden: bot can't initiate conversation with a user"
    shown = ask(ask.bot.send_message(els.id, "x"))
    els.blocks()
    for work in (
        ask.bot.send_message(els.id, "y"),
        ask.bot.edit_message_text("y", els.id, shown.message_id),
        ask.bot.send_chat_action(els.id, "typing"),
    ):
        assert ask.refused(work, Forbidden) == "Forbidden: bot was blocked by the user"
    els.unblocks()
    ask(ask.bot.send_message(els.id, "y"))
    els.leaves_telegram()
    said = ask.refused(ask.bot.send_message(els.id, "z"), Forbidden)
    assert said == "Forbidden: user is deactivated"


def test_groups_that_cannot_be_written_to(ask, fake):
    group = fake.group("6E", kind="group")
    ask(ask.bot.send_message(group.id, "x"))
    moved = group.upgrades()
    with pytest.raises(ChatMigrated) as caught:
        ask(ask.bot.send_message(group.id, "x"))
    assert caught.value.new_chat_id == moved.id
    moved.kicks()
    said = ask.refused(ask.bot.send_message(moved.id, "x"), Forbidden)
    assert said == "Forbidden: bot was kicked from the supergroup chat"


def test_a_method_or_token_that_is_not_there(ask, fake):
    with pytest.raises(InvalidToken):
        ask(ask.bot.do_api_request("sendSmell"))
    assert fake.calls()[-1]["description"] == "Not Found"
    with client(fake, "1:wrong") as other, pytest.raises(InvalidToken, match="Unauthorized"):
        other(other.bot.get_me())
    fake.do("revoke", token=fake.token)
    with pytest.raises(InvalidToken, match="Unauthorized"):
        ask(ask.bot.get_me())


# --- editing ---


def test_an_edit_is_seen_and_takes_the_keyboard_away_unless_it_is_given(ask, els):
    shown = ask(ask.bot.send_message(els.id, "one", reply_markup=YES_NO))
    where = {"chat_id": els.id, "message_id": shown.message_id}
    ask(ask.bot.edit_message_text("two", reply_markup=YES_NO, **where))
    assert (els.last.text, els.last.labels, els.last.edited) == ("two", ["yes", "no"], True)
    ask(ask.bot.edit_message_text("two", **where))
    assert els.last.labels == []
    ask(ask.bot.edit_message_reply_markup(reply_markup=YES_NO, **where))
    assert els.last.labels == ["yes", "no"]
    assert len(els.messages) == 1


def test_edits_that_are_refused(ask, els):
    shown = ask(ask.bot.send_message(els.id, "one", reply_markup=YES_NO))
    picture = ask(ask.bot.send_photo(els.id, A_PNG))
    other = ask(
        ask.bot.send_message(els.id, "x", reply_markup=telegram.ReplyKeyboardMarkup([["x"]]))
    )
    own = els.says("mine")

    def edit(message, text, **more):
        return ask.refused(ask.bot.edit_message_text(text, els.id, message, **more))

    assert edit(shown.message_id, "one", reply_markup=YES_NO).startswith(
        "Bad Request: message is not modified: specified new message content and reply markup are"
    )
    assert edit(99_999_999, "x") == "Bad Request: message to edit not found"
    assert edit(own.id, "x") == "Bad Request: message can't be edited"
    assert edit(other.message_id, "y") == "Bad Request: message can't be edited"
    assert edit(picture.message_id, "x") == "Bad Request: there is no text in the message to edit"
    assert edit(shown.message_id, "x" * 4097) == "Bad Request: MESSAGE_TOO_LONG"
    said = ask.raw_refused("editMessageText", text="x")
    assert said == "Bad Request: message identifier is not specified"
    said = ask.refused(ask.bot.edit_message_caption(els.id, shown.message_id, caption="x"))
    assert said == "Bad Request: there is no caption in the message to edit"
    said = ask.raw_refused(
        "editMessageReplyMarkup",
        chat_id=els.id,
        message_id=shown.message_id,
        reply_markup='{"force_reply": true}',
    )
    assert said == "Bad Request: inline keyboard expected"


def test_a_text_becomes_a_picture_but_not_the_other_way(ask, fake, els):
    shown = ask(ask.bot.send_message(els.id, "drawing …"))
    media = InputMediaPhoto(A_PNG, caption="your colours")
    ask(ask.bot.edit_message_media(media, els.id, shown.message_id, reply_markup=YES_NO))
    assert els.last.text == "your colours"
    assert fake.file(els.last.file) == A_PNG
    ask(ask.bot.edit_message_caption(els.id, shown.message_id, caption="yours"))
    assert (els.last.text, els.last.labels) == ("yours", [])
    assert els.last.file


def test_deleting(ask, fake, els):
    shown = ask(ask.bot.send_message(els.id, "one"))
    ask(ask.bot.delete_message(els.id, shown.message_id))
    assert els.messages == []
    said = ask.refused(ask.bot.delete_message(els.id, shown.message_id))
    assert said == "Bad Request: message to delete not found"
    old = ask(ask.bot.send_message(els.id, "two"))
    fake.later(TWO_DAYS + 1)
    said = ask.refused(ask.bot.delete_message(els.id, old.message_id))
    assert said == "Bad Request: message can't be deleted for everyone"


# --- taps ---


def test_a_tap_is_answered_once_and_in_time(ask, fake, els):
    ask(ask.bot.send_message(els.id, "sure?", reply_markup=YES_NO))
    tap, late = els.taps(None, "yes"), els.taps(els.last, "n")
    assert [callback["data"] for callback in fake.unanswered] == ["y", "n"]
    long = ask.refused(ask.bot.answer_callback_query(tap.id, "x" * 201))
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    ask(ask.bot.answer_callback_query(tap.id, "noted", show_alert=True))
    assert tap.answer == {"text": "noted", "alert": True}
    fake.later(901)
    for number in (tap.id, late.id, "12"):
        assert ask.refused(ask.bot.answer_callback_query(number)) == (
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )
    assert [callback["data"] for callback in fake.unanswered] == ["n"]


def test_only_a_button_that_is_there_can_be_tapped(ask, els):
    ask(ask.bot.send_message(els.id, "sure?", reply_markup=YES_NO))
    with pytest.raises(AssertionError, match="no button 'maybe' among"):
        els.taps(None, "maybe")
