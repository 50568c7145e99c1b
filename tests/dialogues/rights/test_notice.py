"""Whoever joins is told what is kept, who sees it, how long and whom to ask; the rest by a tap."""

import ast
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.rights import noticing
from bot.domain.rights.noticing import NOTICE_VERSION
from bot.i18n import Voice
from bot.use_cases import find_topics
from bot.use_cases.joining.invite_person import invite_person
from bot.use_cases.rights.noticing import note_told, plan_notices
from bot.use_cases.rights.noticing.set_contact import set_contact
from handlers.knocking import knock
from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

ROOT = Path(__file__).parents[3]
WHERE = (
    "handlers/talking/rights/notice.py",
    "handlers/rights/noticing/privacy.py",
    "bot/showing/privacy/sections.py",
    "bot/showing/words/readers.py",
)
WORDED = {1: "908a0d79f9e23cb9", 2: "524336abdf6dba86", 3: "1b87b9417bea2c70"}
"""What each version of the notice says, by its digest: who says it otherwise gives it a number."""


def say_contact(school: School, contact: str) -> None:
    with school.engine.begin() as connection:
        set_contact(school.unit(connection), 1, contact, school.at)


def told(school: School) -> dict[str, int]:
    with school.engine.begin() as connection:
        rows = connection.exec_driver_sql(
            "SELECT p.school_id, n.version FROM notice_told n JOIN person p ON p.id = n.person_id"
        )
        return {row[0]: row[1] for row in rows}


def join(school: School, who: str, language: str = "") -> str:
    """Come into a chat by an invitation; gives what is said."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        person = uow.people.find(school.people[who].person_id)
        assert person is not None
        code = invite_person(uow, person, school.at, timedelta(days=14)).code
        came = knock(uow, "telegram", f"1{person.id}", f"/start {code}", school.at, "en")
        voice = Voice(came.language, "Europe/Brussels", school.at)
        return "\n".join(voice.say(reply.text) for reply in came.replies)


def test_who_joins_is_told_in_one_message(own_school: School):
    said = join(own_school, "s2")
    for line in (
        "I store what you score and write, with your name and the time, for the school.",
        "I also store what your mentors and teachers score and note about you.",
        "Your scores are seen by your mentor, your teachers and your coach",
        "It is kept for 24 months after a training has ended, photos of a period for 60 months;",
        "Questions about it? Ask Lien Martens.",
        "/privacy tells all of it.",
    ):
        assert line in said
    assert told(own_school).get("s2") == NOTICE_VERSION


def test_who_joins_in_dutch_is_told_in_dutch(dutch_school: School):
    said = join(dutch_school, "s1")
    assert "Het blijft 24 maanden bewaard nadat een opleiding is afgelopen" in said
    assert "Vraag het aan Lien Martens.\n/privacy vertelt alles." in said


def test_each_role_reads_the_whole_section_by_section(school: School):
    said = school.text("s1", "/privacy")
    assert "I also store what your mentors and teachers score and note about you." in said
    assert "What your students see" not in said
    kept = school.tapped("s1", "What is kept")
    assert "photo of them at the end of each period" in kept
    assert "No date of birth" in kept
    assert "the notes on your students" not in school.tapped("s1", "Who sees it")
    assert "24 months" in school.tapped("s1", "How long")
    assert "Telegram and Slack keep what is written there" in school.tapped("s1", "Where it goes")
    asked = school.tapped("s1", "What you can ask")
    assert all(name in asked for name in ("contest", "looks"))
    assert "I store what you score" in school.tapped("s1", "in short")
    school.say("t1", "/privacy")
    assert "contest" not in school.tapped("t1", "What you can ask")
    assert "on which day you opened their colours" in school.tapped("t1", "Who sees it")


def test_it_is_said_in_dutch(dutch_school: School):
    assert "Wat ik uit" not in dutch_school.text("s1", "/privacy")
    assert "Geen geboortedatum" in dutch_school.tapped("s1", "Wat er bewaard wordt")
    assert "/betwist" in dutch_school.tapped("s1", "Wat je kunt vragen")


def test_a_school_names_its_own_contact(own_school: School):
    say_contact(own_school, " Ask the office,\nroom 12 ")
    assert "Questions about it? Ask the office, room 12.\n/privacy" in own_school.text(
        "s1", "/start"
    )
    say_contact(own_school, "")
    assert "Ask Lien Martens." in own_school.text("s1", "/privacy")
    assert "tells all of it" not in own_school.text("s1", "/privacy"), "it is what tells it"
    assert "tells all of it" not in own_school.tapped("s1", "What you can ask")
    assert "Ask your school." in own_school.text("c1", "/privacy")


def came(school: School, *people: str) -> None:
    """Let people be in a chat since before there was a notice."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        connection.exec_driver_sql("DELETE FROM notice_told")
        for who in people:
            person = uow.people.find(school.people[who].person_id)
            assert person is not None
            if not uow.accounts.list_of(person.id):
                uow.accounts.join(person, JoiningPlatform.PAGE, str(person.id), school.at)


def test_who_came_before_is_told_once_in_the_message_of_a_day(own_school: School):
    came(own_school, "m1", "s1")
    arrived = tick_through(own_school, 30)
    assert "What is kept of you, told anew:" in arrived["m1"][0].text
    assert "What you can ask" in own_school.buttons("m1")
    assert set(told(own_school)) >= {"m1", "s1"}
    again = tick_through(own_school, 72)
    assert not any("told anew" in shown.text for seen in again.values() for shown in seen)


def test_it_is_told_anew_once_it_says_something_else(own_school: School, monkeypatch):
    came(own_school, "m1")
    tick_through(own_school, 30)
    assert told(own_school)["m1"] == NOTICE_VERSION
    for module in (
        noticing,
        plan_notices,
        find_topics,
        note_told,
    ):
        monkeypatch.setattr(module, "NOTICE_VERSION", NOTICE_VERSION + 1)
    arrived = tick_through(own_school, 30)
    assert "told anew" in arrived["m1"][0].text
    assert told(own_school)["m1"] == NOTICE_VERSION + 1


def test_what_the_notice_says_has_a_number():
    said = [
        text.value
        for name in WHERE
        for node in ast.walk(ast.parse((ROOT / name).read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "_n")
        for text in node.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]
    assert len(said) > 20
    digest = sha256("\n".join(said).encode()).hexdigest()[:16]
    assert WORDED[NOTICE_VERSION] == digest, "say it under the next number, so that all hear of it"


@pytest.mark.parametrize("who", ["m1", "t1", "c1", "s1"])
def test_everybody_may_read_it_and_nothing_of_others_is_in_it(own_school: School, who: str):
    own_school.say("m1", 'jonas 8.1 v "mentor wrote this"')
    said = own_school.text(who, "/privacy")
    assert "Jonas" not in said
    assert "mentor wrote this" not in said
