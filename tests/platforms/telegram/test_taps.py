"""Taps on Telegram: each is answered once it is stored, and costs the database little."""

from dataclasses import replace

from bot.i18n import Voice
from bot.messages import Button, Reply
from bot.platforms.telegram.drawing import messages_of
from bot.platforms.telegram.request import without_styles
from handlers.routes import TABLE
from tests.dialogues.card.cards import open_card
from tests.platforms.telegram.test_telegram import school

__all__ = ["school"]  # the fixture, lent from its neighbour


def test_a_tap_is_answered_by_the_delivery_where_there_is_one(school):
    school.say("m1", "/score")
    school.users["m1"].taps(school.users["m1"].last, "Jonas")
    school.fake.quiet()
    school.settled()
    (answer,) = school.fake.calls("answerCallbackQuery")
    assert answer["via"] == ("webhook" if school.webhook else "api")
    assert answer["status"] == 200


def test_a_tap_asks_the_database_nothing_twice(school):
    school.say("m1", "jonas 10.1")
    with school.statements() as asked:
        school.users["m1"].taps(school.users["m1"].last, "✗ not")
        school.fake.quiet()
        school.settled()
    assert school.scores == 1
    assert len(asked) < 21  # four of them read the programme, which the running process knows
    assert len(set(asked)) == len(asked)


def test_a_repeated_tap_is_answered_each_time_and_stored_once(school):
    school.say("m1", "jonas 10.1")
    school.fake.mess(repeat=(3, 3))
    school.users["m1"].taps(school.users["m1"].last, "✗ not")
    school.fake.quiet()
    school.settled()
    assert len(school.fake.calls("answerCallbackQuery")) == 3
    assert school.fake.unanswered == []
    assert school.scores == 1


def test_a_tap_that_stumbles_is_answered_too(school, monkeypatch):
    def stumble(*_arguments):
        raise ValueError("a bug")

    school.say("m1", "jonas 10.1")
    monkeypatch.setitem(TABLE.taps, "sm", replace(TABLE.taps["sm"], answers=stumble))
    asked = school.users["m1"].last
    school.users["m1"].taps(asked, "✗ not")
    school.fake.quiet()
    school.settled()
    assert school.fake.unanswered == []
    assert school.users["m1"].last.id > asked.id
    assert school.scores == 0


def test_a_number_on_a_card_is_answered_over_the_chat(school):
    card = open_card(school)
    tap = school.users["m1"].taps(card.id, "3")
    school.quiet()
    assert tap.answer["text"] == "10.3 lays 3"
    assert tap.answer["alert"] is True
    assert school.users["m1"].last.id == card.id


def test_the_line_of_ones_marks_can_be_copied(school):
    school.say("m1", "jonas 10: 1-12vr 13ls")
    school.say("m1", "/score jonas 10")
    (row, _tap) = school.users["m1"].last.raw["reply_markup"]["inline_keyboard"]
    assert row[0]["copy_text"] == {"text": "jonas 10: 1-12vr 13ls"}


def test_the_chosen_button_is_coloured_only_where_the_server_knows_that():
    button = Button("✓", "ka:1:2:V", chosen=True)
    drawn = messages_of(Reply("x", ((button,),)), Voice("en", "UTC"))[0]
    (made,) = drawn["reply_markup"]["inline_keyboard"][0]
    assert made == {"text": "● ✓", "callback_data": "ka:1:2:V", "style": "primary"}
    plain = without_styles(drawn)["reply_markup"]["inline_keyboard"][0][0]
    assert plain == {"text": "● ✓", "callback_data": "ka:1:2:V"}
