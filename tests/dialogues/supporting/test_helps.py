"""What helps a student: written in own words, shared by choice, and seen before scoring."""

import pytest
from sqlalchemy import select

from bot.domain.supporting.measures import AT_MOST, LONGEST
from bot.storage.tables import measure
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]

WORDS = "First show me once, then let me try"


def written(school: School, words: str = WORDS) -> str:
    school.say("s1", "/helps")
    school.tap("s1", "write what helps")
    return school.text("s1", words)


def test_it_is_the_students_alone_until_shared_and_stands_where_that_student_is_scored(
    school: School,
):
    assert school.text("s1", "/helps").endswith("no score knows of it.\nNothing is here yet.")
    kept = written(school)
    assert kept == f"Kept, and for now only you read it:\n“{WORDS}”\nWho may read it?"
    assert WORDS not in school.text("m1", "/score jonas")
    assert school.text("m1", "/helps jonas") == "Jonas shares nothing of what helps."
    school.say("s1", "/helps")
    school.tap("s1", "1: who reads it")
    assert "Who reads it: your mentor" in school.tapped("s1", "your mentor")
    menu = school.text("m1", "/score jonas")
    assert menu.endswith(f"What helps Jonas:\n· {WORDS}")
    shown = "What helps Jonas, in Jonas's own words:"
    for who, reads in (("m1", True), ("t1", False), ("c1", False)):
        said = school.text(who, "/helps jonas")
        assert (WORDS in said) is reads
        assert (shown in said) is reads
    assert WORDS not in school.text("t1", "/score jonas")
    assert WORDS not in school.text("m1", "/score noor")
    school.say("s1", "/helps")
    school.tap("s1", "1: who reads it")
    school.tap("s1", "mentor, teacher and coach")
    for who in ("t1", "c1"):
        assert WORDS in school.text(who, "/helps jonas")


def test_it_is_taken_away_and_put_back(school: School):
    written(school)
    school.tap("s1", "your mentor")
    school.say("s1", "/helps")
    left = school.tapped("s1", "1: take away")
    assert left.startswith("Taken away; ")
    assert WORDS not in left
    assert school.text("m1", "/helps jonas") == "Jonas shares nothing of what helps."
    assert "what helps you" in school.text("s1", "/undo")
    assert WORDS in school.text("m1", "/helps jonas")
    assert "what helps you" in school.text("s1", "/undo")  # sharing it
    assert school.text("m1", "/helps jonas") == "Jonas shares nothing of what helps."
    assert "what helps you" in school.text("s1", "/undo")  # writing it
    assert "Nothing is here yet." in school.text("s1", "/helps")


def test_it_is_said_where_scoring_begins_without_the_menu(school: School):
    written(school)
    school.tap("s1", "your mentor")
    assert school.text("m1", "/score jonas 8").endswith(f"What helps Jonas:\n· {WORDS}")
    school.say("m1", "/next jonas")
    begun = [shown.text for shown in school.tap("m1", "score")]
    assert begun[0] == f"What helps Jonas:\n· {WORDS}"
    assert begun[-1].startswith("Jonas · 8 Marks out routes")


def test_long_and_many_are_refused_with_a_reason_and_nothing_is_kept(own_school: School):
    long = "x" * (LONGEST + 1)
    said = written(own_school, long)
    assert said.startswith(f"Nothing was stored: {LONGEST} letters at most, and this has 161.")
    own_school.say("s1", "Shorter")
    for number in range(1, AT_MOST):
        written(own_school, f"Thing {number}")
    listed = own_school.say("s1", "/helps")[-1]
    assert [label for row in listed.buttons for button in row if (label := button["label"])] == [
        f"{place}: {what}" for place in range(1, 7) for what in ("who reads it", "take away")
    ]
    assert long not in listed.text


@pytest.mark.parametrize("who", ["s2", "m1", "t1", "c1"])
def test_nobody_else_changes_it(own_school: School, who: str):
    written(own_school)
    for code in ("ir:1", "is:1:all", "id:1"):
        assert "not there any more" in own_school.tap_code(who, code)[-1].text
    assert f"1. {WORDS} (only you)" in own_school.text("s1", "/helps")


def test_in_dutch(dutch_school: School):
    leeg = dutch_school.text("s1", "/watmijhelpt")
    assert leeg.startswith("Wat jou helpt op het werk, in je eigen woorden.")
    dutch_school.tap("s1", "schrijf wat helpt")
    dutch_school.say("s1", "Eerst eens tonen")
    dutch_school.tap("s1", "je mentor")
    menu = dutch_school.text("m1", "/scoor jonas")
    assert menu.endswith("Wat Jonas helpt:\n· Eerst eens tonen")


def kept_words(school: School) -> list[str]:
    with school.engine.begin() as connection:
        return list(connection.execute(select(measure.c.words)).scalars())


@pytest.mark.parametrize("yes", ["yes, keep it", "yes"])
def test_words_behind_the_command_are_asked_about_and_never_dropped(own_school: School, yes: str):
    asked = own_school.text("s1", f"/helps {WORDS}")
    assert asked == (
        f"Shall I keep this as something that helps you? For now only you read it then.\n“{WORDS}”"
    )
    assert kept_words(own_school) == []
    assert own_school.text("s1", yes).startswith("Kept, and for now only you read it:")
    assert kept_words(own_school) == [WORDS]


def test_a_sentence_that_follows_the_list_is_no_note_for_the_coach(own_school: School):
    own_school.say("s1", "/helps")
    asked = own_school.text("s1", WORDS)
    assert asked.startswith("Shall I keep this as something that helps you?")
    assert "coach" not in asked
    assert own_school.text("s1", "no") == "All right, nothing was stored."
    assert kept_words(own_school) == []
    own_school.say("s1", "/helps")
    assert "4 indicators stored" in own_school.text("s1", "8 v v v v"), "scores are scores"
    own_school.say("s1", "/helps")
    assert own_school.text("s1", "thanks") == "You are welcome."


def test_what_was_not_kept_is_said(own_school: School):
    own_school.say("s1", f"/helps {WORDS}")
    first = own_school.say("s1", "/absent")[0].text
    assert first == f"“{WORDS}” was not stored: it still waited for an answer."


def test_too_long_behind_the_command_is_refused(own_school: School):
    own_school.say("s1", "/helps " + "word " * 200)
    assert "Nothing was stored" in own_school.tapped("s1", "yes, keep it")
    assert kept_words(own_school) == []


@pytest.mark.parametrize("command", ["/helpt", "/watmijhelpt", "/aides", "/unterstuetzung"])
def test_it_goes_by_several_words(own_school: School, command: str):
    assert "What helps you at work" in own_school.text("s1", command)
