"""What was written of an incident waits: never dropped in silence, nor sent as other words."""

import pytest
from sqlalchemy import select

from bot.storage.tables import incident
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def kept(school: School) -> list[str]:
    with school.engine.begin() as connection:
        return list(connection.execute(select(incident.c.words)).scalars())


def send_of(school: School, who: str, words: str) -> str:
    """Report in these words, and give the code of the button below them."""
    shown = school.say(who, f"/incident {words}")
    codes = [each["code"] for message in shown for row in message.buttons for each in row]
    return str(next(code for code in codes if code.startswith("ix:")))


def test_a_button_below_earlier_words_never_sends_the_later_ones(own_school: School):
    first = send_of(own_school, "s1", "A: he shouted at me")
    shown = own_school.say("s1", "/incident B: nothing really")
    assert shown[0].text == "“A: he shouted at me” was not sent: it still waited for an answer."
    answered = own_school.tap_code("s1", first)[-1].text
    assert answered.startswith("Nothing was sent by this tap: those words wait no more.")
    assert "“B: nothing really”" in answered
    assert kept(own_school) == []
    own_school.tap("s1", "send it now")
    assert kept(own_school) == ["B: nothing really"]


@pytest.mark.parametrize("beside", ["8 v v v v", "/report", "/help", "thanks"])
def test_it_still_waits_after_something_beside_it(own_school: School, beside: str):
    own_school.say("s1", "/incident I fell")
    own_school.say("s1", beside)
    own_school.say("s1", "yes")
    assert kept(own_school) == ["I fell"]


def test_after_a_line_of_scores_it_is_asked_again(own_school: School):
    own_school.say("s1", "/incident I fell")
    shown = own_school.say("s1", "8 v v v v")
    assert "“I fell”\nNot sent yet." in shown[-1].text
    assert "send it now" in buttons_of(shown[-1:])


@pytest.mark.parametrize("instead", ["/score 8", "/absent", "/helps", "Karim showed me the saw"])
def test_what_takes_its_place_is_said(own_school: School, instead: str):
    own_school.say("s1", "/incident I fell")
    shown = own_school.say("s1", instead)
    assert shown[0].text == "“I fell” was not sent: it still waited for an answer."
    assert kept(own_school) == []


def test_the_next_day_it_is_not_asked_again_but_said_to_be_unsent(own_school: School):
    own_school.say("s1", "/incident I fell")
    own_school.later(hours=20)
    shown = own_school.say("s1", "8 v v v v")
    assert shown[0].text == "“I fell” was not sent: it still waited for an answer."


@pytest.mark.parametrize("yes", ["yes", "send it now", "yes please", "Send it now."])
def test_a_typed_yes_sends_it_for_a_mentor_as_well(own_school: School, yes: str):
    own_school.say("m1", "/incident noor fell off a ladder")
    own_school.say("m1", yes)
    assert kept(own_school) == ["noor fell off a ladder"]


@pytest.mark.parametrize("no", ["no", "no thanks", "thanks but no thanks"])
def test_a_typed_no_puts_it_away(own_school: School, no: str):
    own_school.say("s1", "/incident I fell")
    assert own_school.text("s1", no) == "All right, nothing was stored."
    own_school.say("s1", "yes")
    assert kept(own_school) == []


def test_in_dutch_words_send_it(dutch_school: School):
    dutch_school.say("s1", "/incident ik viel")
    dutch_school.say("s1", "verstuur nu")
    assert kept(dutch_school) == ["ik viel"]


def test_the_question_names_who_reads_it(own_school: School):
    asked = own_school.text("s1", "/incident I fell")
    assert "Send it now to Lien Martens, with your name?" in asked
    assert "Your words name" not in asked


@pytest.mark.parametrize(
    "words", ["Lien hit me", "Lien Martens shouted", "the coach threatened me"]
)
def test_who_would_read_of_themselves_is_said_before(own_school: School, words: str):
    shown = own_school.say("s1", f"/incident {words}")
    assert "Your words name Lien Martens, who would read this." in shown[-1].text
    assert "somebody else at school whom you trust" in shown[-1].text
    assert kept(own_school) == []


def test_grave_words_that_wait_are_not_said_to_reach_nobody_for_good(own_school: School):
    shown = own_school.say("s1", "/incident Karim Haddad hit me")
    said = "\n".join(each.text for each in shown)
    assert "I raise no alarm" not in said
    assert "nothing was sent yet" in said
    assert buttons_of(shown) == ["send it now", "no"]
    own_school.tap("s1", "send it now")
    assert kept(own_school) == ["Karim Haddad hit me"]


def test_words_are_kept_while_it_is_asked_about_whom_they_are(own_school: School):
    asked = own_school.text("m1", "/incident somebody fell off a ladder")
    assert "“somebody fell off a ladder”" in asked
    assert "“somebody fell off a ladder”\nNot sent yet." in own_school.tapped(
        "m1", "Noor Aziz · 6E"
    )
    own_school.tap("m1", "send it now")
    assert kept(own_school) == ["somebody fell off a ladder"]


ACCIDENTS = [
    "there was an accident", "I fell off the ladder", "I cut my hand",
    "er was een ongeval", "ik ben gevallen van de ladder",
    "er is een ongeluk gebeurd op de werf", "ik heb mij gesneden", "ik heb mijn hand verbrand",
    "il y a eu un accident", "je suis tombé de l'échelle", "je me suis coupé",
    "es gab einen Unfall",
    "ich bin von der Leiter gefallen", "ich habe mich geschnitten",
]  # fmt: skip


@pytest.mark.parametrize("text", ACCIDENTS)
def test_an_accident_in_plain_words_is_offered_as_an_incident(own_school: School, text: str):
    asked = own_school.text("s1", text)
    assert asked.startswith("I am a program and no emergency line")
    assert f"“{text}”" in asked
    assert "Not sent yet." in asked
    assert kept(own_school) == []
    own_school.tap("s1", "send it now")
    assert kept(own_school) == [text]


@pytest.mark.parametrize("word", ["ongeval", "ongeluk", "accident", "Unfall", "incident"])
def test_one_word_begins_a_report(own_school: School, word: str):
    assert "What happened at work? Type it" in own_school.text("s1", word)


@pytest.mark.parametrize(
    "text",
    ["I had no incident", "er was geen ongeval", "ik ben niet gevallen", "een ongeluk komt nooit "
     "alleen", "was there an accident?", "I cut the pipe to size", "I fell behind", "I fell asleep",
     "je suis tombé amoureux"],
)  # fmt: skip
def test_what_only_sounds_like_an_accident_is_none(own_school: School, text: str):
    assert "Not sent yet" not in own_school.text("s1", text)


def test_a_mentor_tells_of_an_accident_of_a_student(own_school: School):
    asked = own_school.text("m1", "Noor fell off the ladder")
    assert "Noor Aziz · 6E:\n“Noor fell off the ladder”" in asked


def test_a_tap_that_takes_its_place_is_drawn_in_its_message_first(own_school: School):
    own_school.say("m1", "/stops jonas")
    why = own_school.buttons("m1")[0]
    own_school.say("m1", "/incident noor fell")
    shown = own_school.tap("m1", why)
    assert "Which day is the last one" in shown[0].text
    assert shown[1].text == "“noor fell” was not sent: it still waited for an answer."
    assert kept(own_school) == []
