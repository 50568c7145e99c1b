"""What a student can do with a question and an answer, and what stays with whom."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, text

from bot.domain.coaching.repertoire import Repertoire
from bot.domain.periods.period import Dates
from bot.messages import Incoming
from bot.ports import Preferences
from bot.storage.tables import answer, answer_part, asked, goal
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import NIGHT, hear, tick, tick_through, told
from tests.dialogues.divergence.test_alerts import all_score, quiet
from tests.dialogues.reflecting.asking import Talk, founded
from tests.dialogues.school import buttons_of

MONDAY = datetime(2026, 10, 12, 6, 0, tzinfo=UTC)
PRIVATE = "canary-7f3a: this stays with me"


@pytest.fixture
def talk(school_engine: Engine) -> Iterator[Talk]:
    school = founded(school_engine)
    school.at = MONDAY
    yield Talk(school)
    assert school.agrees()


def answers(talk: Talk, *said: str, share: str = "") -> int:
    """Let Jonas answer a question; gives the answer's id."""
    talk.school.say("s1", "/reflect")
    talk.school.tap("s1", "answer")
    for words in said:
        talk.school.say("s1", words)
    talk.school.tap("s1", "done")
    if share:
        talk.school.tap("s1", share)
    with talk.school.engine.begin() as connection:
        newest = select(answer.c.id).order_by(answer.c.id.desc()).limit(1)
        return int(connection.execute(newest).scalar_one())


def test_skip_and_another_question_are_one_tap_in_place(talk: Talk):
    school = talk.school
    (first,) = school.say("s1", "/reflect")
    (other,) = school.tap("s1", "another question")
    assert other.id == first.id
    assert other.text != first.text
    assert school.text("s1", "/reflect") == other.text  # it waits for an answer
    assert "Skipped" in school.tapped("s1", "skip")
    assert school.text("s1", "/reflect") not in (first.text, other.text)


def test_who_asked_today_is_not_asked_again_unasked(talk: Talk):
    school = talk.school
    tick(school)
    school.say("s1", "/reflect")
    talk.until(0, 17, 1)
    assert tick(school).keys() == {"s2", "s3"}


def test_the_question_waits_for_its_hour_and_the_days_message_waits_for_it(talk: Talk):
    school = talk.school
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        add_period(uow, 1, 1, "One", Dates(MONDAY, datetime(2026, 12, 18, 15, tzinfo=UTC)))
    tick(school)
    talk.until(0, 12, 5)
    assert "s1" not in tick(school)
    talk.until(0, 17, 1)
    (message,) = tick(school)["s1"]
    assert "One" in message.text
    assert {"answer", "skip"} <= set(buttons_of([message]))
    (other,) = school.tap("s1", "another question")
    assert other.id != message.id  # the rest of that message stays
    assert "s1" not in tick_through(school, 6)


def test_the_own_week_and_hour(talk: Talk):
    school = talk.school
    school.say("s1", "/settings")
    school.tap("s1", "questions about my day")
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat"):
        school.tap("s1", next(label for label in school.buttons("s1") if label.endswith(day)))
    assert "Sat, at 21:00" in school.tapped("s1", "21:00")
    (shown,) = school.tap("s1", "share with coach")
    assert "You and your coach read it" in shown.text
    arrived, until = [], school.at + timedelta(weeks=1)
    while school.at < until:
        school.later(hours=3 if school.at.hour in NIGHT else 0.5)
        arrived += [school.at for who in tick(school) if who == "s1"]
    assert arrived == [datetime(2026, 10, 17, 19, 0, tzinfo=UTC)]
    answers(talk, "We did a whole roof.")
    assert "a whole roof" in school.text("c1", "/reflect jonas")
    school.tap("s1", "only me")
    assert "a whole roof" not in school.text("c1", "/reflect jonas")


AWAY = {"absent_until": datetime(2026, 11, 1, tzinfo=UTC)}


@pytest.mark.parametrize("wish", [{"muted": True}, {"profile": "light"}, AWAY], ids=str)
def test_who_wants_to_be_left_alone_is_asked_nothing(talk: Talk, wish):
    with talk.school.engine.begin() as connection:
        uow = talk.school.unit(connection)
        uow.people.set_preferences(talk.school.people["s1"].person_id, Preferences(**wish))
    assert "s1" not in tick_through(talk.school, 24 * 4)


def test_without_questions_nobody_is_asked(talk: Talk):
    talk.school.repertoire = Repertoire()
    assert tick_through(talk.school, 24) == {}
    assert "no question left" in talk.school.text("s1", "/reflect")
    talk.school.tap("s1", "write")
    talk.school.say("s1", "All the same.")
    assert "All the same." in talk.school.tapped("s1", "done")


def test_what_is_typed_without_a_tap_may_be_the_answer(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    assert "Is this your answer?" in school.text("s1", "Today I bent ten pipes for the stairs")
    with school.engine.begin() as connection:
        assert connection.execute(select(answer_part)).all() == []
    school.tap("s1", "it is my answer")
    assert "Kept: 1 message" in school.tapped("s1", "it is my answer")  # twice is once
    assert "10.1 lays 1" in school.text("s1", "/today 10.1")  # something else may come between
    assert "ten pipes" in school.text("s1", "/reflect history")
    assert "8 Marks out routes" in school.text("s1", "8 all v")
    # Nothing was asked of Noor: it may be a note, and is no answer.
    assert "note of yours" in school.text("s2", "Today I bent ten pipes")


def test_scores_typed_within_an_answer_are_asked_about(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    assert "or are these scores?" in school.text("s1", "8 all v")
    assert school.scores == 0
    school.tap("s1", "what you asked for")
    assert "“8 all v”" in school.tapped("s1", "done")
    assert school.scores == 0
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    school.say("s1", "8 all v")
    school.tap("s1", "these are scores")
    assert school.scores == 4


def test_an_edited_message_corrects_the_answer(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    talk.hears("s1", Incoming("a", 0, school.at, text="I bent it twice", ref="m7"))
    school.tap_code("s1", "rd:1")
    school.tap("s1", "with coach, mentor, teacher")
    edit = Incoming("b", 0, school.at, text="I bent it once", ref="m7", edited=True)
    assert "Corrected" in talk.hears("s1", edit)
    read = school.text("m1", "/reflect jonas")
    assert "I bent it once" in read
    assert "twice" not in read
    assert "Corrected" not in talk.hears("s2", edit)  # another's message of the same name


def test_a_photo_has_its_words_and_elsewhere_it_is_not_kept(talk: Talk):
    school = talk.school
    photo = Incoming("p", 0, school.at, media="photo", file="f-1", caption="the stairs", ref="p")
    assert "did not keep it" in talk.hears("s1", photo)
    school.say("s1", "/reflect")
    assert "tap 'answer' first" in talk.hears("s1", photo)  # the question waits, and is asked again
    school.tap("s1", "answer")
    assert "does not get the file itself" in talk.hears("s1", photo)
    assert "forwarded" in talk.hears("s1", Incoming("q", 0, school.at, media="forward"))
    (whole,) = school.tap_code("s1", "rd:1")
    assert "[photo] “the stairs”" in whole.text


def test_an_unfinished_answer_is_nobody_elses(talk: Talk):
    school = talk.school
    with school.engine.begin() as connection:
        columns = "person_id, organisation_id, days, at, share"
        row = "1, 1, '01234', '17:00', 'all'"
        connection.execute(text(f"INSERT INTO reflecting ({columns}) VALUES ({row})"))
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    school.say("s1", "Half of it")
    assert "Half of it" not in school.text("c1", "/reflect jonas")
    assert "not finished" in school.text("s1", "/reflect history")


def test_withdrawn_it_is_gone_for_everybody(talk: Talk):
    school = talk.school
    number = answers(talk, "My answer", share="with coach, mentor, teacher")
    school.tap("s1", "goal for next week")
    school.say("s1", "My goal")
    assert "My answer" in school.text("t1", "/reflect jonas")
    school.tap("s1", "withdraw")
    school.tap("s1", "no, keep it")
    assert "My answer" in school.text("t1", "/reflect jonas")
    school.tap("s1", "withdraw")
    assert "Withdrawn" in school.tapped("s1", "yes, withdraw it")
    for who in ("s1", "t1", "c1"):
        assert "My answer" not in school.text(who, "/reflect jonas")
        assert "not there for you" in school.tap_code(who, f"rr:{number}")[0].text
    with school.engine.begin() as connection:
        for table in (answer_part, goal):
            assert connection.execute(select(table)).all() == []


def test_cancelled_or_forgotten_it_is_kept_for_the_student(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    school.say("s1", "The first half")
    assert "kept, for you alone" in school.text("s1", "/cancel")
    school.tap("s1", "done")
    school.tap("s1", "with coach, mentor, teacher")
    assert "The first half" in school.text("m1", "/reflect jonas")
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    school.say("s1", "Another half")
    school.later(minutes=40)
    late, stored = school.say("s1", "8 all v")
    assert "waited for half an hour" in late.text
    assert "Kept: 1 message" in late.text
    assert "4 indicators stored" in stored.text
    assert "Another half" in school.tapped("s1", "done")


def test_what_is_seen_differently_is_asked_about_and_not_told(talk: Talk):
    school = talk.school
    with school.engine.begin() as connection:
        opened = MONDAY - timedelta(days=20)
        add_period(school.unit(connection), 1, 1, "One", Dates(opened, MONDAY + timedelta(days=60)))
    school.later(hours=1)
    all_score(school)
    quiet(school)
    school.later(days=9)  # what Jonas scored himself is no news any more
    (question,) = school.say("s1", "/reflect")
    with school.engine.begin() as connection:
        about = connection.execute(select(asked.c.indicator_id)).scalar_one()
    assert about in (1, 2, 3, 4)  # those of competence 8
    assert not {"teacher", "differ", "acquired"} & set(question.text.lower().split())


def test_an_answer_becomes_evidence(talk: Talk):
    school = talk.school
    school.say("s1", "today 10.3 10.4")
    answers(talk, "I bent it once", share="share with coach")
    school.tap("s1", "as evidence")
    school.tap("s1", next(label for label in school.buttons("s1") if "10.4" in label))
    assert "numbers of indicators" in school.text("s1", "99.1")
    (offer,) = school.say("s1", "8.2 and 10.3")
    assert {label[:6] for label in buttons_of([offer])} >= {"☑ 8.2 ", "☑ 10.3", "☑ 10.4"}
    school.tap("s1", next(label for label in school.buttons("s1") if "10.4" in label))
    assert "Evidence for 8.2, 10.3" in school.tapped("s1", "ready")
    assert "Evidence in answers (/reflect): 10.3 (12 Oct)" in school.text("c1", "/report jonas 10")
    assert "Evidence" not in school.text("m1", "/report jonas 10")


def test_where_nothing_was_done_lately_evidence_is_typed_and_nothing_says_tap(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once")
    with school.engine.begin() as connection:  # the question was about no indicator
        connection.execute(text("UPDATE asked SET indicator_id = NULL"))
    (offer,) = school.tap("s1", "as evidence")
    assert buttons_of([offer]) == ["ready"]
    assert "Type the number of an indicator, such as 8.1." in offer.text
    assert "tap" not in offer.text.lower()
    (offer,) = school.say("s1", "10.3")
    assert "Tap it" in offer.text


def test_a_goal_can_be_taken_back(talk: Talk):
    answers(talk, "It went well")
    talk.school.tap("s1", "goal for next week")
    talk.school.say("s1", "Ask first")
    assert "taken back" in talk.school.tapped("s1", "take it back")
    assert "Ask first" not in talk.school.text("s1", "/reflect history")


def test_feedback_is_asked_in_the_chat_and_only_the_student_reads_it(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once", share="share with coach")
    assert "Asking also lets your coach" in school.tapped("s1", "ask for feedback")
    assert buttons_of(school.tap("s1", "Karim Haddad · mentor"))
    hear(school)
    (wanted,) = told(school, "m1", "question")
    assert "I bent it once" in wanted
    assert "No mark" in wanted
    school.tap("m1", "give feedback")
    assert "Only the student reads it" in school.text("m1", "Next time mark the bend first.")
    hear(school)
    (given,) = told(school, "s1", "answer")
    assert "Karim Haddad on your answer:\n“Next time mark the bend first.”" in given
    for who, reads in (("s1", True), ("m1", True), ("t1", False), ("c1", False)):
        assert ("mark the bend first" in school.text(who, "/reflect jonas")) is reads
    assert "already" in school.tap_code("m1", "rw:1")[0].text
    assert "no longer shared" in school.tap_code("t1", "rw:1")[0].text

    school.say("s1", "/reflect history")
    school.tap("s1", next(iter(school.buttons("s1"))))
    school.tap("s1", "only me")
    hear(school)
    assert told(school, "m1", "question") == ["That answer is no longer shared with you."]


def test_others_tap_in_vain(talk: Talk):
    number = answers(talk, PRIVATE)
    codes = [
        f"rr:{number}", f"rd:{number}", f"rv:{number}:all", f"rx:{number}:yes", f"rg:{number}",
        f"re:{number}", f"ri:{number}:1", f"rf:{number}", f"rb:{number}:1", "ra:1", "ro:1", "rs:1",
        "rk:1", "rw:1", f"rh:1:{number + 9}",
    ]  # fmt: skip
    for who in ("s2", "m1", "m2", "t1", "c1"):
        for code in codes:
            for reply in talk.school.tap_code(who, code):
                assert PRIVATE not in reply.text
    assert PRIVATE in talk.school.text("s1", "/reflect history")


def test_the_timeline_goes_back(talk: Talk):
    for number in range(7):
        answers(talk, f"Answer {number} of the week")
        talk.school.later(days=1)
    newest = talk.school.text("s1", "/reflect history")
    assert "Answer 6" in newest
    assert "Answer 1" not in newest
    assert "Answer 1" in talk.school.tapped("s1", "earlier ›")


def test_what_is_typed_while_the_first_words_wait_is_part_of_the_answer(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    school.say("s1", "Today I bent ten pipes for the stairs")
    asked = school.text("s1", "And then I measured all of them again")
    assert "ten pipes for the stairs\nAnd then I measured" in asked
    school.tap("s1", "it is my answer")
    school.tap("s1", "done")
    with school.engine.begin() as connection:
        (words,) = connection.execute(select(answer_part.c.text)).scalars()
    assert words == "Today I bent ten pipes for the stairs\nAnd then I measured all of them again"


@pytest.mark.parametrize("text", ["8.1 v", "/report", "/today 10.1"])
def test_words_that_wait_no_more_are_never_lost_unsaid(talk: Talk, text: str):
    school = talk.school
    school.say("s1", "/reflect")
    school.say("s1", "Today I bent ten pipes for the stairs")
    said = school.text("s1", text)
    still = "it is my answer" in school.buttons("s1") or school.text("s1", "ja").startswith("Kept")
    assert "“Today I bent ten pipes for the stairs” was not stored" in said or still
