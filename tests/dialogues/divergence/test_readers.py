"""An answer reaches somebody, or comes back: who reads is said first, and chosen where it must."""

from contextlib import contextmanager

import pytest
from sqlalchemy import delete, insert, select, update

from bot.storage.tables import (
    account,
    chat_message,
    involvement,
    organisation_table,
    outbox,
    question,
    track,
)
from handlers.clock import run_tick
from tests.dialogues.clock import TOOLS, hear, told
from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School

__all__ = ["own_school"]

UNSAFE = "I feel unsafe with Karim."


@pytest.fixture
def asked(own_school: School) -> School:
    """Jonas was asked by his coach Lien how he sees it, and has read the question."""
    timed = with_period(own_school)
    all_score(timed)
    quiet(timed)
    timed.tap("c1", "ask all")
    timed.tap("c1", "send the usual one")
    hear(timed)
    return timed


def leaves(school: School, who: str, role: str) -> None:
    """Take somebody away from around every student in a role, as a roster does."""
    person = school.people[who].person_id
    with school.engine.begin() as connection:
        connection.execute(
            delete(involvement).where(involvement.c.person_id == person, involvement.c.role == role)
        )


def coaches(school: School, who: str) -> None:
    """Let somebody be the coach of Jonas."""
    with school.engine.begin() as connection:
        row = connection.execute(
            select(involvement)
            .join(track)
            .where(
                track.c.student_id == school.people["s1"].person_id,
                involvement.c.role == "mentor",
            )
        ).one()
        copied = {**row._mapping, "person_id": school.people[who].person_id, "role": "coach"}
        connection.execute(insert(involvement).values(copied))


def test_who_reads_an_answer_is_said_before_it_is_typed(asked: School):
    said = asked.tapped("s1", "answer")
    assert said == "Type your answer in one message.\nOnly Lien Martens reads it."


def test_where_the_coach_has_left_the_writer_chooses_who_reads_instead(asked: School):
    leaves(asked, "c1", "coach")
    offered = asked.tapped("s1", "answer")
    assert "Lien Martens, who asked, cannot be reached here any more." in offered
    assert asked.buttons("s1") == ["Els Wouters · teacher"]
    assert "Only Els Wouters reads it." in asked.tapped("s1", "Els Wouters · teacher")
    assert "Thank you. Only Els Wouters reads it." in asked.text("s1", UNSAFE)
    hear(asked)
    (answer,) = told(asked, "t1", "answer")
    assert UNSAFE in answer
    assert "Jonas · 8 Marks out routes" in answer
    assert "acquired" not in answer
    assert told(asked, "c1", "answer") == []


def test_words_typed_before_the_coach_left_wait_for_the_choice(asked: School):
    coaches(asked, "m2")
    asked.tap("s1", "answer")
    leaves(asked, "c1", "coach")
    said = asked.text("s1", UNSAFE)
    assert f"Nobody has read what you typed: “{UNSAFE}”" in said
    assert "Thank you" not in said
    assert "Thank you. Only An Claes reads it." in asked.tapped("s1", "An Claes · coach")
    hear(asked)
    assert UNSAFE in told(asked, "m2", "answer")[0]


def test_what_was_under_way_when_the_coach_left_comes_back_and_is_handed_on(asked: School):
    asked.tap("s1", "answer")
    asked.say("s1", UNSAFE)
    leaves(asked, "c1", "coach")
    dead_is_well(asked)
    (back,) = told(asked, "s1", "answer")
    assert back.startswith("Your answer has not reached Lien Martens, and nobody has read it:")
    assert UNSAFE in back
    assert "Thank you. Only Els Wouters reads it." in asked.tapped("s1", "Els Wouters · teacher")
    hear(asked)
    assert UNSAFE in told(asked, "t1", "answer")[0]
    again = asked.tapped("s1", "Els Wouters · teacher")
    assert again == "Your answer is with its reader already."


def test_who_blocked_the_bot_reads_nothing_and_that_is_said(asked: School):
    with asked.engine.begin() as connection:
        unit = asked.unit(connection)
        lien = unit.people.find(asked.people["c1"].person_id)
        assert lien is not None
        unit.accounts.join(lien, "telegram", "77", asked.at)
        connection.execute(update(account).values(reachable=False))
    assert "cannot be reached here any more" in asked.tapped("s1", "answer")


def test_who_never_joined_where_others_use_chats_is_no_reader(asked: School):
    joins(asked, "s1")
    leaves(asked, "c1", "coach")
    assert "Els Wouters · teacher" in asked.tapped("s1", "answer") + str(asked.buttons("s1"))
    with asked.engine.begin() as connection:  # she never talked here, nor looked
        els = asked.people["t1"].person_id
        connection.execute(delete(chat_message).where(chat_message.c.person_id == els))
        never = update(outbox).where(outbox.c.person_id == els)
        connection.execute(never.values(sent_at=None))
    assert "nobody around you here who could read it now" in asked.tapped("s1", "answer")


def test_who_talked_here_long_ago_is_no_reader_until_they_look_again(asked: School):
    joins(asked, "s1")
    leaves(asked, "c1", "coach")
    asked.say("t1", "/start")
    asked.later(days=6)
    assert "Els Wouters · teacher" in asked.tapped("s1", "answer") + str(asked.buttons("s1"))
    asked.later(days=2)
    assert "nobody around you here who could read it now" in asked.tapped("s1", "answer")
    asked.say("t1", "/help")
    assert "Els Wouters · teacher" in asked.tapped("s1", "answer") + str(asked.buttons("s1"))


def test_what_waits_for_somebody_who_does_not_come_goes_back_after_a_week(asked: School):
    joins(asked, "c1")
    asked.later(minutes=5)
    asked.tap("c1", "ask all")
    asked.tap("c1", "send the usual one")
    asked.later(days=6)
    assert gone_back(asked) == []
    asked.later(days=2)
    assert "question back" in [asks.partition(":")[0] for asks in gone_back(asked)]


def gone_back(school: School) -> list[str]:
    """Tick, with nobody who looks; gives what goes back to its writers."""

    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield school.unit(connection)

    run_tick(transaction, school.at, TOOLS)
    with school.engine.begin() as connection:
        asks = connection.execute(select(outbox.c.asks)).scalars()
        return [known for known in asks if " back" in known]


def test_who_lost_sight_of_the_student_chooses_no_reader(asked: School):
    leaves(asked, "c1", "coach")
    asked.tap("s1", "answer")
    with asked.engine.begin() as connection:
        asked_of = select(question.c.id).where(question.c.asked_id == asked.people["m1"].person_id)
        number = connection.execute(asked_of).scalar_one()
    choice = f"ao:{number}:{asked.people['t1'].person_id}"
    leaves(asked, "m1", "mentor")
    assert asked.tap_code("m1", choice)[0].text == "That question is not for you any more."


def joins(school: School, who: str) -> None:
    with school.engine.begin() as connection:
        unit = school.unit(connection)
        person = unit.people.find(school.people[who].person_id)
        assert person is not None
        unit.accounts.join(person, "telegram", "70", school.at)


def test_a_question_that_cannot_arrive_comes_back_to_the_coach(asked: School):
    asked.later(minutes=5)
    asked.tap("c1", "ask all")
    asked.tap("c1", "send the usual one")
    leaves(asked, "m1", "mentor")
    dead_is_well(asked)
    assert "has not reached Karim Haddad" in told(asked, "c1", "answer")[0]


def test_danger_is_answered_with_a_person_whatever_it_was_typed_for(asked: School):
    asked.tap("s1", "answer")
    for who, text in (("s1", UNSAFE), ("s1", "ik word gepest"), ("m1", "jonas 8.1 v “gepest”")):
        said = asked.text(who, text)
        assert "I am a program" in said
        assert "Talk today with Lien Martens at school" in said
        assert "112" in said
    with asked.engine.begin() as connection:
        connection.execute(update(organisation_table).values(care="Ring at Mia's, room 12."))
    assert asked.text("s1", "they bully me").endswith("Ring at Mia's, room 12.")


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("s1", "I am bullied by Lien Martens"),
        ("s1", "ze pesten me, Martens ook"),
        ("s1", "ik word gepest door mijn coach"),
        ("s1", "ik ben bang voor lien"),
    ],
)
def test_whom_words_of_danger_name_is_not_recommended(school: School, who: str, text: str):
    replies = school.say(who, text)
    said = "\n".join(reply.text for reply in replies)
    assert "I am a program" in said
    assert "Talk today with somebody at school whom you trust." in said
    assert "Lien" not in said
    assert [reply.buttons for reply in replies if reply.buttons] == []  # nor is it made a note


def test_nobody_forges_a_reader(asked: School):
    for code in ("ao:1:1", "ao:999999:1", "ao:1:999999999999999999"):
        for who in ("m1", "t1", "c1", "s1"):
            asked.tap_code(who, code)
    assert told(asked, "m1", "answer") == []


def dead_is_well(school: School) -> None:
    """Hear what came, and leave out of sight what died."""
    hear(school)
    with school.engine.begin() as connection:
        assert connection.execute(select(outbox.c.last_error).where(outbox.c.state == "dead")).all()
        connection.execute(update(outbox).where(outbox.c.state == "dead").values(kind="gone"))
