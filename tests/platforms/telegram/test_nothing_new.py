"""What Telegram tells of though nobody said anything new: edits of nothing, pins, albums, polls."""

import pytest

from bot.storage.updates import in_quarantine
from tests.dialogues.chat import opened
from tests.dialogues.telegram import TelegramSchool
from tests.fakes.telegram import wait_for


@pytest.fixture(params=["polling", "webhook"])
def school(request, school_url):
    with opened(TelegramSchool, school_url, webhook=request.param == "webhook") as made:
        yield made


def said_since(school, act):
    """Do something, and give what was said or changed since."""
    user = school.users["m1"]
    before = {message.id: message.raw for message in user.answers}
    act(user)
    school.quiet()
    assert school.fake.unacknowledged == []
    return [message.text for message in user.answers if before.get(message.id) != message.raw]


def test_an_edit_that_changed_nothing_brings_no_undone_score_back(school):
    said = school.users["m1"].says("jonas 8 all v")
    school.users["m1"].wait_for("4 indicators stored")
    school.tap("m1", "↩ Undo")
    assert school.scores == 0
    school.later(seconds=5)
    assert said_since(school, lambda user: user.edits(said, "jonas 8 all v")) == []
    assert school.scores == 0


@pytest.mark.parametrize("text", ["jonas 8 all v", "hello there", "/report jonas", "/help", "12"])
def test_an_edit_that_changed_nothing_is_not_answered(school, text):
    said = school.users["m1"].says(text)
    school.quiet()
    for _again in range(3):
        school.later(seconds=3)
        assert said_since(school, lambda user: user.edits(said, text)) == []


def test_an_edit_back_and_forth_is_read_each_time(school):
    said = school.users["m1"].says("jonas 8 all v")
    school.quiet()
    for text in ("jonas 8.1 x", "jonas 8 all v"):
        school.later(seconds=3)
        assert said_since(school, lambda user, text=text: user.edits(said, text))
    assert school.scores == 4
    assert said_since(school, lambda user: user.edits(said, "jonas 8 all v")) == []


def test_a_live_location_that_moves_is_answered_once(school):
    where = {"latitude": 51.0, "longitude": 4.0, "live_period": 900}
    told = said_since(school, lambda user: user.sends(location=where))
    assert len(told) == 1
    sent = school.users["m1"].messages[-2]
    for step in range(3):
        moved = where | {"latitude": 51.0 + step / 100}
        assert said_since(school, lambda user, moved=moved: user.moves(sent, location=moved)) == []


def test_an_album_is_answered_once(school):
    def album(user):
        for _photo in range(4):
            user.sends_photo(album="13", caption="look")

    told = said_since(school, album)
    assert len(told) == 1
    assert "A photo can go into an answer" in told[0]


def test_an_album_in_an_answer_is_kept_whole_and_answered_once(school):
    user = school.users["s1"]
    school.say("s1", "/reflect")
    school.tap("s1", "write")
    before = len(user.answers)
    for _photo in range(3):
        user.sends_photo(album="13")
    school.quiet()
    told = [message.text for message in user.answers[before:]]
    assert len(told) == 1
    assert "Kept: 3 messages so far." in told[0]


SERVICE: tuple[dict[str, object], ...] = (
    {"pinned_message": {"message_id": 3, "date": 0, "chat": {"id": 5, "type": "private"}}},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
    {"write_access_allowed": {"from_request": True}},
    {"boost_added": {"boost_count": 1}},
    {"video_chat_started": {}},
    {"new_chat_title": "x", "sender_boost_count": 1},
)


@pytest.mark.parametrize("happened", SERVICE, ids=lambda happened: next(iter(happened)))
def test_what_nobody_said_is_not_answered(school, happened):
    assert said_since(school, lambda user: user.sends(**happened)) == []


CONTENT: tuple[dict[str, object], ...] = (
    {"poll": {"id": "1", "question": "?", "options": [{"text": "a", "voter_count": 0}]}},
    {"dice": {"emoji": "🎲"}},
    {"sticker": {}},
    {"checklist": {"title": "x"}},
    {"something_of_next_year": {"x": 1}},
    {"contact": "no object at all"},
)


@pytest.mark.parametrize("content", CONTENT, ids=lambda content: next(iter(content)))
def test_what_another_server_writes_otherwise_is_answered_and_not_set_aside(school, content):
    (told,) = said_since(school, lambda user: user.sends(**content))
    assert "I cannot use this" in told
    with school.engine.begin() as connection:
        assert in_quarantine(connection) == 0


def test_who_wrote_what_nobody_can_read_is_told_so_once(school):
    user = school.users["m1"]
    chat = {"id": user.id, "type": "private", "first_name": "Karim"}
    said = {"message_id": 900_001, "chat": chat, "date": "soon", "text": "jonas 8 all v"}
    school.fake.mess(repeat=(3, 3))
    sender = {"id": user.id, "is_bot": False, "first_name": "Karim"}
    school.fake.raw_update({"message": said | {"from": sender}}, lane=user.id)
    user.wait_for("stumbled over that message")
    school.quiet()
    assert len(user.answers) == 1
    assert school.scores == 0


def test_what_was_forwarded_as_older_servers_write_it_is_not_taken_for_ones_own(school):
    user = school.users["m1"]
    user.sends(text="jonas 8 all v", forward_date=1_760_000_000, forward_sender_name="Els")
    user.wait_for("only take what you say yourself")
    assert school.scores == 0


def test_a_repeat_of_an_edit_is_harmless(school):
    said = school.users["m1"].says("jonas 8 all v")
    school.quiet()
    school.fake.mess(repeat=(3, 3))
    school.users["m1"].edits(said, "jonas 8 all l")
    school.quiet()
    wait_for(lambda: school.scores == 4, what="the correction")
