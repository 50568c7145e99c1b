"""What people do in the fake Telegram, as the real library reads it."""

import json
from urllib.request import urlopen

import pytest

from tests.fakes.telegram import User
from tests.fakes.telegram_library import client


@pytest.fixture
def els(fake):
    return fake.user("Els Wouters", username="els")


def texts(updates):
    return [update.message.text for update in updates]


def test_what_people_say_reads_as_the_library_expects(ask, els):
    els.starts("code-12")
    els.says("see https://x.be, @els #6E /undo", reply_to=els.messages[0].id)
    first, second = ask(ask.bot.get_updates())
    assert first.message.from_user.language_code == "nl"
    assert first.message.parse_entities() == {first.message.entities[0]: "/start"}
    kinds = [entity.type for entity in second.message.entities]
    assert kinds == ["url", "mention", "hashtag", "bot_command"]
    assert second.message.reply_to_message.text == "/start code-12"


def test_edits_pictures_voices_and_forwards(ask, fake, els):
    said = els.says("1 v")
    els.edits(said, "1 x")
    els.sends_photo("my work")
    els.sends_voice()
    els.forwards("by another", "Somebody Else")
    els.sends(contact={"phone_number": "0", "first_name": "x"})
    _said, edited, photo, voice, forward, contact = ask(ask.bot.get_updates())
    assert (edited.edited_message.text, edited.edited_message.message_id) == ("1 x", said.id)
    assert edited.message is None
    assert photo.message.caption == "my work"
    assert fake.file(photo.message.photo[0].file_id)
    assert voice.message.voice.duration.seconds == 3
    assert forward.message.forward_origin.sender_user_name == "Somebody Else"
    assert contact.message.contact.first_name == "x"


def test_blocking_and_starting_again_are_told(ask, els):
    els.blocks()
    els.unblocks()
    updates = [update.my_chat_member for update in ask(ask.bot.get_updates())]
    assert [change.new_chat_member.status for change in updates] == ["kicked", "member"]


def test_a_group_in_privacy_mode(ask, fake, els):
    group = fake.group("6E Electricity")
    shown = ask(ask.bot.send_message(group.id, "hello"))
    for text in ("just talk", "/help", "/help@other_bot", "/help@kompaan_bot"):
        group.says(els, text)
    group.says(els, "thanks", reply_to=shown.message_id)
    updates = ask(ask.bot.get_updates())
    assert texts(updates) == ["/help", "/help@kompaan_bot", "thanks"]
    assert {update.message.chat.type for update in updates} == {"supergroup"}
    assert {update.effective_user.id for update in updates} == {els.id}


def test_a_raw_update_comes_as_it_is(fake, els):
    fake.raw_update({"message": {"nonsense": [None]}, "update_id": 7})
    fake.raw_update({"something_new": 1})
    with urlopen(f"{fake.base_url}{fake.token}/getUpdates") as answer:
        first, second = json.load(answer)["result"]
    assert first == {"message": {"nonsense": [None]}, "update_id": 7}
    assert second["something_new"] == 1


def test_one_person_and_two_bots(ask, fake, els):
    second = "700000002:AAAnother"
    fake.do("add_bot", token=second)
    User(fake, second, els.id).starts()
    assert ask(ask.bot.get_updates()) == ()
    with client(fake, second) as other:
        assert texts(other(other.bot.get_updates())) == ["/start"]
        other(other.bot.send_message(els.id, "from the second"))
    assert els.messages == []
