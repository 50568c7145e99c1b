"""Feedback that a student asks for: who is shown the answer, for how long, and who is not."""

import pytest
from sqlalchemy import Engine, delete, func, select, update

from bot.storage.tables import account, answer, chat_message, involvement, outbox
from tests.dialogues.clock import hear, tick, told
from tests.dialogues.reflecting.asking import Talk, founded
from tests.dialogues.reflecting.test_reflect_own import MONDAY, answers

GONE = ["That answer is no longer shared with you."]


@pytest.fixture
def talk(school_engine: Engine) -> Talk:
    school = founded(school_engine)
    school.at = MONDAY
    return Talk(school)


def asks(talk: Talk, giver: str) -> None:
    talk.school.tap("s1", "ask for feedback")
    talk.school.tap("s1", giver)


def test_withdrawn_it_is_gone_from_the_chat_of_a_mentor_who_left(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once")
    asks(talk, "Karim Haddad · mentor")
    hear(school)
    with school.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == "mentor"))
    school.tap("s1", "withdraw")
    school.tap("s1", "yes, withdraw it")
    hear(school)
    assert told(school, "m1", "question") == GONE


def test_who_is_out_of_reach_is_not_asked_and_nothing_is_shared(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once")
    with school.engine.begin() as connection:
        unit = school.unit(connection)
        mentor = unit.people.find_and_hold(school.people["m1"].person_id)
        assert mentor is not None
        unit.accounts.join(mentor, "telegram", "77", school.at)
        connection.execute(update(account).values(reachable=False))
    school.tap("s1", "ask for feedback")
    assert "Out of reach here: Karim Haddad." in school.tapped("s1", "Karim Haddad · mentor")
    shown = school.tapped("s1", "‹ back")
    assert "was asked" not in shown
    assert "Only you read it" in shown
    school.tap("s1", "ask for feedback")
    assert "Karim Haddad · mentor" in school.buttons("s1")  # another time, perhaps


def test_asking_one_says_that_it_opens_the_answer_to_all_before_and_after(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once")
    asked = school.tapped("s1", "ask for feedback")
    assert "your coach, all your mentors and all your teachers" in asked
    assert "not only whom you ask" in asked
    shown = school.tapped("s1", "Karim Haddad · mentor")
    assert "Karim Haddad was asked for feedback." in shown
    assert shown.endswith("You, your coach, your mentor and your teacher read it.")


def test_a_button_of_when_it_was_shared_says_first_what_it_opens(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once", share="with coach, mentor, teacher")
    (menu,) = school.tap("s1", "ask for feedback")
    assert "Asking also lets" not in menu.text
    codes = {button["label"]: button["code"] for row in menu.buttons for button in row}
    school.tap("s1", "‹ back")
    school.tap("s1", "only me")
    (again,) = school.tap_code("s1", codes["Karim Haddad · mentor"])
    assert "Asking also lets" in again.text
    assert tick(school) == {}
    assert "bent it" not in school.text("c1", "/reflect jonas")


def test_kept_back_before_it_was_sent_and_shared_again_it_is_asked_after_all(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once")
    asks(talk, "Karim Haddad · mentor")
    school.tap("s1", "only me")
    assert "m1" not in tick(school)
    for _twice in range(2):
        school.later(minutes=1)
        school.tap("s1", "with coach, mentor, teacher")
        (wanted,) = tick(school)["m1"]
        assert "I bent it once" in wanted.text
        school.later(minutes=1)
        school.tap("s1", "only me")
        tick(school)
    with school.engine.begin() as connection:
        sent = select(func.count()).select_from(outbox).where(outbox.c.state == "sent")
        assert connection.execute(sent).scalar_one() == 1  # shown and hidden in place


def test_a_second_giver_lets_the_first_one_read_it_again(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once")
    asks(talk, "Karim Haddad · mentor")
    hear(school)
    school.tap("s1", "only me")
    hear(school)
    assert told(school, "m1", "question") == GONE
    asks(talk, "Els Wouters · teacher")
    hear(school)
    for who in ("m1", "t1"):
        (wanted,) = told(school, who, "question")
        assert "I bent it once" in wanted


def kept_of_everybody(school) -> str:
    with school.engine.begin() as connection:
        return "\n".join(connection.execute(select(chat_message.c.text)).scalars())


def test_withdrawn_words_leave_what_is_kept_of_every_conversation(talk: Talk):
    school = talk.school
    long = "I bent the conduit twice because I was nervous, " * 6
    answers(talk, "I bent it once", long, "ok", share="with coach, mentor, teacher")
    asks(talk, "Karim Haddad · mentor")
    hear(school)
    for who in ("c1", "t1", "m1"):
        school.say(who, "/reflect jonas")
    school.say("s1", "/reflect")
    assert "I bent it once" in kept_of_everybody(school)
    school.say("t1", "jonas 8 1v “I bent it once more”")
    school.tap("s1", "see the answer") if "see the answer" in school.buttons("s1") else None
    with school.engine.begin() as connection:
        newest = connection.execute(select(func.max(answer.c.id))).scalar_one()
    school.tap_code("s1", f"rx:{newest}:yes")
    hear(school)
    kept = kept_of_everybody(school)
    assert "I bent it once" not in kept.replace("I bent it once more", "")
    assert "because I was nervous" not in kept
    assert "“ok”" not in kept
    assert "I bent it once more" in kept  # somebody else's own words
