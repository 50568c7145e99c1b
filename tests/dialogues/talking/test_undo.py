"""Undo takes the newest thing, whatever it was, asks about what is old, and says what it cannot."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.ports import Preferences
from bot.ports.acts import BY_OWN_BUTTON, LASTING, Act
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.undoing.put_back import PUT_BACK
from handlers.scoring.undo import NAMES, WHERE
from tests.dialogues.card.cards import open_card
from tests.dialogues.coaching.test_tips import OURS
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet
from tests.dialogues.evaluating.test_choose import with_components
from tests.dialogues.reflecting.asking import Talk, founded
from tests.dialogues.reflecting.test_reflect_own import MONDAY, answers
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


@pytest.fixture
def talk(school_engine: Engine) -> Talk:
    school = founded(school_engine)
    school.at = MONDAY
    return Talk(school)


def preferences(school: School, who: str) -> object:
    with school.engine.begin() as connection:
        return StoredUnitOfWork(connection).people.read_preferences(school.people[who].person_id)


def test_every_act_is_put_back_or_lasts_and_has_a_name():
    assert PUT_BACK.keys() | LASTING | BY_OWN_BUTTON == set(Act) == NAMES.keys()
    assert not PUT_BACK.keys() & (LASTING | BY_OWN_BUTTON)
    assert WHERE.keys() == BY_OWN_BUTTON


def test_after_a_focus_undo_takes_the_focus_and_no_score(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 vvvv")
    school.say("m1", "focus jonas 10.1")
    (shown,) = school.say("m1", "focus jonas 10.2 10.3")
    assert "↩ Undo" in buttons_of([shown])
    stored = school.scores
    assert school.text("m1", "/undo") == "↩ Undone: the focus · Jonas"
    assert "10.1" in school.text("m1", "focus jonas")
    assert "10.2" not in school.text("m1", "focus jonas")
    assert "the focus · Jonas" in school.text("m1", "/undo")
    assert "has no focus now" in school.text("m1", "focus jonas")
    assert school.scores == stored
    assert "Undone: Jonas · 8" in school.text("m1", "/undo")
    assert school.scores == 0


def test_a_focus_of_before_stays_where_a_newer_one_stands_on_it(own_school: School):
    own_school.say("m1", "focus jonas 10.1")
    own_school.say("m1", "focus jonas 10.2")
    first = own_school.tap_code("m1", "un:1")[0].text
    assert first.startswith("This cannot be taken back here: the focus · Jonas.")
    assert "10.2" in own_school.text("m1", "focus jonas")


def test_a_focus_on_a_student_no_longer_followed_stays(own_school: School):
    own_school.say("m1", "focus jonas 10.1")
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM involvement WHERE role = 'mentor'")
    assert "no longer follow this student" in own_school.text("m1", "/undo")


def test_nobody_takes_back_what_is_another_s(own_school: School):
    own_school.say("m1", "focus jonas 10.1")
    for code in ("un:1", "uo:1"):
        assert "nothing changed" in own_school.tap_code("t1", code)[0].text
    assert "10.1" in own_school.text("m1", "focus jonas")


@pytest.mark.parametrize(
    "change", ["mute", "away for a week", "07:00 to 09:00", "light: only the last reminder"]
)
def test_a_setting_is_put_back(own_school: School, change: str):
    before = preferences(own_school, "m1")
    own_school.say("m1", "jonas 8 vvvv")
    own_school.say("m1", "/settings")
    own_school.tap("m1", change)
    assert preferences(own_school, "m1") != before
    assert own_school.text("m1", "/undo") == "↩ Undone: your settings"
    assert preferences(own_school, "m1") == before
    assert own_school.scores == 4


def test_a_language_is_put_back_and_answered_in(own_school: School):
    own_school.say("m1", "/language nl")
    assert own_school.text("m1", "/ongedaan") == "↩ Undone: your language"


def test_lesson_times_are_put_back(own_school: School):
    own_school.say("t1", "/lessons 6E mon 8:30")
    own_school.say("t1", "/lessons 6E thu 13h")
    own_school.tap("t1", "✕ remove: 6E, Mon 8:30")
    for left in ("6E: Mon 8:30 and Thu 13:00", "6E: Mon 8:30"):
        assert "your lesson times" in own_school.text("t1", "/undo")
        assert left in own_school.text("t1", "/lessons")
    own_school.say("t1", "/undo")
    assert "do not know yet when you teach" in own_school.text("t1", "/lessons")


def test_a_choice_is_put_back_while_it_may_be(own_school: School):
    with_components(own_school)
    own_school.say("s1", "/choose")
    own_school.tap("s1", "☐ Boxes")
    assert "your choice of a course component · One" in own_school.text("s1", "/undo")
    (shown,) = own_school.say("s1", "/choose")
    assert buttons_of([shown]) == ["☐ Rough-in", "☐ Boxes"]
    own_school.tap("s1", "☐ Boxes")
    own_school.later(days=20)
    own_school.say("s1", "/undo")
    assert "This cannot be taken back here" in own_school.tapped("s1", "yes, undo it")


def test_periods_are_put_back_and_a_cancelled_one_says_that_it_stays(own_school: School):
    own_school.say("c1", "/periods add One; 2026-11-02; 2026-12-18 16:00")
    own_school.say("c1", "/periods move One; photo 2026-12-11 16:00")
    assert "the dates of a period · One" in own_school.text("c1", "/undo")
    assert "Fri 18 Dec, 16:00" in own_school.text("c1", "/periods")
    assert "the new period · One" in own_school.text("c1", "/undo")
    assert "Fri 18 Dec, 16:00 (cancelled)" in own_school.text("c1", "/periods")
    own_school.say("c1", "/periods add Two; 2026-11-02; 2026-12-18 16:00")
    own_school.tap("c1", "change Two")
    own_school.tap("c1", "cancel it")
    own_school.tap("c1", "yes, cancel Two")
    (said,) = own_school.say("c1", "/undo")
    assert "everybody is told: add it again instead · Two" in said.text
    assert "Before that: the new period · Two" in said.text


def test_what_is_older_than_a_day_is_asked_about(own_school: School):
    own_school.say("m1", "jonas 8 vvvv")
    own_school.later(hours=25)
    (asked,) = own_school.say("m1", "/undo")
    assert asked.text.startswith("Take this back? Jonas · 8, of ")
    assert "Nothing was changed yet." in asked.text
    assert own_school.scores == 4
    assert "stays as it is" in own_school.tapped("m1", "no, leave it")
    own_school.say("m1", "/undo")
    assert "Undone: Jonas · 8" in own_school.tapped("m1", "yes, undo it")
    assert own_school.scores == 0


def test_a_button_of_long_ago_asks_as_well(own_school: School):
    own_school.say("m1", "jonas 8 vvvv")
    own_school.later(days=40)
    assert "Take this back?" in own_school.tapped("m1", "↩ Undo")
    assert own_school.scores == 4


def test_within_a_day_it_is_one_tap(own_school: School):
    own_school.say("m1", "jonas 8 vvvv")
    own_school.at += timedelta(hours=23)
    assert "Undone" in own_school.tapped("m1", "↩ Undo")


def test_after_what_lasts_nothing_older_is_taken(own_school: School):
    own_school.say("c1", "/periods add One; 2026-09-02; 2026-12-18 16:00")
    all_score(own_school)
    quiet(own_school)
    own_school.say("c1", "/alerts")
    own_school.tap("c1", "put off 3 days")
    said = own_school.text("c1", "/undo")
    assert "This cannot be taken back here: what you did about a difference" in said
    assert "Before that: the new period · One" in said
    assert "(cancelled)" not in own_school.text("c1", "/periods")


def test_the_verdict_on_a_tip_is_put_back(own_school: School):
    own_school.repertoire = OURS
    own_school.say("m1", "jonas 8 vvvv")
    own_school.say("m1", "/tips")
    own_school.tap("m1", "helped")
    assert "what you said of a tip" in own_school.text("m1", "/undo")
    assert own_school.scores == 4


def test_an_answer_is_asked_about_since_its_words_go(talk: Talk):
    answers(talk, "I bent the pipe.")
    said = talk.school.text("s1", "/undo")
    assert "Take this back? your answer, with its words" in said
    assert "I bent the pipe." in talk.school.text("s1", "/reflect history")
    talk.school.say("s1", "/undo")
    assert "Undone" in talk.school.tapped("s1", "yes, undo it")
    assert "I bent the pipe." not in talk.school.text("s1", "/reflect history")


def test_a_goal_is_put_back_once(talk: Talk):
    answers(talk, "I bent the pipe.")
    talk.school.tap("s1", "goal for next week")
    talk.school.say("s1", "Ask first.")
    assert "your goal" in talk.school.text("s1", "/undo")
    assert "not there any more" in talk.school.tapped("s1", "take it back")


def test_who_may_read_an_answer_is_put_back(talk: Talk):
    answers(talk, "I bent the pipe.", share="share with coach")
    assert "who may read your answer" in talk.school.text("s1", "/undo")
    assert "I bent the pipe." not in talk.school.text("c1", "/reflect jonas")


def test_days_of_questions_are_put_back(talk: Talk):
    before = talk.school.text("s1", "/settings")
    talk.school.tap("s1", "questions about my day")
    talk.school.tap("s1", "Mon")
    assert "your questions about the day" in talk.school.text("s1", "/undo")
    assert talk.school.text("s1", "/settings") == before


def test_a_skipped_question_and_one_taken_back_last(talk: Talk):
    talk.school.say("s1", "/reflect")
    talk.school.tap("s1", "skip")
    assert "a question was skipped" in talk.school.text("s1", "/undo")


def test_in_dutch(dutch_school: School):
    dutch_school.say("m1", "focus jonas 10.1")
    assert dutch_school.text("m1", "/ongedaan") == "↩ Ongedaan gemaakt: de focus · Jonas"


def test_undoing_a_setting_leaves_how_somebody_came_to_like_to_be_asked(own_school: School):
    school = own_school
    school.say("m1", "/settings")
    school.tap("m1", "mute")
    open_card(school)
    school.tap("m1", "one by one")
    assert school.text("m1", "/undo") == "↩ Undone: your settings"
    assert preferences(school, "m1") == Preferences(one_by_one=True)
