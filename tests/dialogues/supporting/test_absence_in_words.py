"""'Jonas is ill', 'I am not ill': plain words about being away, in four languages."""

import pytest
from sqlalchemy import select

from bot.storage.tables import entry, note, person
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.rights.test_guardian import YOURS, guarded
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]

OURS = "A parent or guardian of Jonas has to say yes first"


def away(school: School) -> list[str]:
    """List who is noted as away."""
    noted = select(person.c.name).where(person.c.absent_until.is_not(None))
    with school.engine.begin() as connection:
        return list(connection.execute(noted).scalars())


@pytest.mark.parametrize(
    "text",
    ["Jonas is ill", "Jonas is away", "Jonas is sick today", "Jonas is ziek", "jonas is afwezig",
     "Jonas is er niet", "Hallo, Jonas is ziek.", "Jonas is ziek sinds maandag",
     "Jonas est malade", "Jonas est absent", "Jonas n'est pas là", "Jonas ist krank",
     "Jonas ist heute nicht da", "Jonas ist abwesend"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["m1", "t1", "c1"])
def test_a_student_who_is_ill_is_asked_about_and_never_becomes_a_note(
    own_school: School, who: str, text: str
):
    if "n'est pas" in text:
        text = "Jonas est pas la"
    asked = own_school.text(who, text)
    assert "Until when is Jonas away? Tap the last day, or type it." in asked
    assert "note" not in asked
    assert away(own_school) == []
    own_school.say(who, "until Friday")
    assert away(own_school) == ["Jonas Peeters"]
    with own_school.engine.begin() as connection:
        assert connection.execute(select(note.c.id)).all() == []


@pytest.mark.parametrize(
    "text",
    ["Jonas is ziek tot 20 oktober", "Jonas is away until 20 October",
     "Jonas est absent jusqu'au 20 octobre", "Jonas ist krank bis 20. Oktober"],
)  # fmt: skip
def test_the_day_that_is_named_is_offered_first_and_nothing_noted_before(
    own_school: School, text: str
):
    shown = buttons_of(own_school.say("m1", text))
    assert shown[0] == "up to and including 20 Oct"
    assert shown[-1] == "no"
    assert away(own_school) == []
    assert own_school.tapped("m1", "no") == "All right, nothing was stored."
    assert away(own_school) == []


def test_a_coach_says_it_of_a_mentor_as_well(own_school: School):
    shown = own_school.say("c1", "Karim is ziek tot vrijdag")
    assert "Until when is Karim away?" in shown[0].text
    own_school.tap("c1", "up to and including 16 Oct")
    assert away(own_school) == ["Karim Haddad"]


def test_nobody_says_it_of_whom_they_are_not_around(own_school: School):
    for who, text in (("m2", "Jonas is ill"), ("m1", "Els is ill"), ("s2", "Jonas is ill")):
        assert "Until when" not in own_school.text(who, text)
    assert away(own_school) == []


def test_who_is_back_is_asked_about_where_they_were_away(own_school: School):
    own_school.say("m1", "/absent jonas until friday")
    own_school.say("m1", "Jonas is terug")
    own_school.tap("m1", "Jonas is back")
    assert away(own_school) == []


@pytest.mark.parametrize(
    "text",
    ["Jonas is not ill", "Jonas is niet ziek", "Jonas n'est pas malade", "Jonas ist nicht krank",
     "Jonas was gisteren ziek", "Jonas was ill yesterday", "Jonas is ziek geweest",
     "Noor en Jonas zijn ziek", "Noor and Jonas are ill"],
)  # fmt: skip
def test_what_says_no_absence_is_no_note_either(own_school: School, text: str):
    said = own_school.text("m1", text)
    assert said.startswith("Nothing was stored")
    assert "competence" not in said
    assert away(own_school) == []


@pytest.mark.parametrize("text", ["is Jonas ill?", "Jonas is sick of that report", "my mother is "
                                  "ill", "Jonas is at work", "Jonas 8 vvvv"])  # fmt: skip
def test_what_says_something_else_is_not_asked_about(own_school: School, text: str):
    assert "Until when" not in own_school.text("m1", text)


@pytest.mark.parametrize(
    "text",
    ["I am not ill", "I'm not sick any more", "I was ill yesterday", "I was absent on Monday",
     "ik ben niet ziek", "ik ben niet meer ziek", "ik was gisteren ziek", "ik ben ziek geweest",
     "gisteren was ik ziek", "je ne suis pas malade", "je ne suis plus malade",
     "j'étais malade hier", "j'ai été malade", "ich bin nicht krank", "ich bin nicht mehr krank",
     "ich war gestern krank", "ich bin krank gewesen"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["s1", "m1"])
def test_who_is_not_ill_or_was_before_is_not_offered_to_be_left_alone(
    own_school: School, who: str, text: str
):
    said = own_school.text(who, text)
    assert said.startswith("Nothing was stored of that. /absent says until when")
    own_school.say(who, "yes")
    assert away(own_school) == []


@pytest.mark.parametrize("text", ["I am ill", "ik ben ziek", "je suis malade", "ich bin krank",
                                  "ik ben vandaag niet goed en ziek thuis",
                                  "ik kan niet komen"])  # fmt: skip
def test_who_is_ill_is_still_offered_it(own_school: School, text: str):
    assert "leave you alone" in own_school.text("s1", text) or "ziek thuis" in text


def test_before_a_guardian_says_yes_no_absence_is_kept_of_a_student(own_school: School):
    guarded(own_school)
    with own_school.engine.begin() as connection:
        before = len(connection.execute(select(entry.c.id)).all())
    assert YOURS in own_school.text("s1", "I am ill")
    assert YOURS in own_school.tap_code("s1", "aw:20261016")[-1].text
    assert YOURS in own_school.text("s1", "/absent until friday")
    assert YOURS in own_school.tap_code("s1", "se:absent:1")[-1].text
    for who in ("m1", "t1", "c1"):
        assert OURS in own_school.text(who, "/absent jonas until friday")
        assert OURS in own_school.text(who, "Jonas is ill until friday")
        jonas = own_school.people["s1"].person_id
        assert "Nothing was stored" in own_school.tap_code(who, f"ib:{jonas}:20261016")[-1].text
    assert away(own_school) == []
    with own_school.engine.begin() as connection:
        assert len(connection.execute(select(entry.c.id)).all()) == before


@pytest.mark.parametrize("text", ["I am back", "ik ben terug", "je suis de retour",
                                  "ich bin wieder da"])  # fmt: skip
def test_who_is_back_reads_that_they_are(own_school: School, text: str):
    own_school.say("m1", "/absent jonas until friday")
    assert own_school.text("s1", text).startswith("You are back: I ask you again as before.")
    assert away(own_school) == []


def test_the_button_says_so_as_well(own_school: School):
    own_school.say("m1", "/absent jonas until friday")
    said = own_school.tap_code("s1", "se:absent:0")[-1].text
    assert said.startswith("You are back: I ask you again as before.")
    own_school.tap_code("s1", "se:mute:on")
    assert own_school.text("s1", "I am back").startswith("You are back.\n")


@pytest.mark.parametrize("text", ["I am not ill any more", "ik ben niet meer ziek"])
def test_who_is_well_again_is_back_with_one_tap(own_school: School, text: str):
    own_school.say("m1", "/absent jonas until friday")
    own_school.say("s1", text)
    assert own_school.buttons("s1") == ["I am back"]
    own_school.tap("s1", "I am back")
    assert away(own_school) == []
