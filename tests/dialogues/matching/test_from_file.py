"""An intake from a file that an administrator sends in the chat: shown, and then read in."""

from tests.cli.matching.test_intakes import FILE
from tests.dialogues.administering.hired import hire
from tests.dialogues.conftest import own_school
from tests.dialogues.matching.opened import invite
from tests.dialogues.school import School

__all__ = ["own_school"]


def sent(school: School, text: str) -> str:
    shown = school.send_file("a1", "intake.toml", text.encode())
    return "\n".join(reply.text for reply in shown)


def test_a_file_is_shown_and_opens_an_intake_by_a_tap(school: School):
    hire(school)
    assert "Send me its file here" in school.text("a1", "/intake")
    said = sent(school, FILE)
    assert "An intake of Electrician." in said
    assert "2027: 2 criteria, 2 questions for candidates and 1 question for companies" in said
    assert "2. Can be on time" in said
    assert "Send me its file here" in school.text("a1", "/intake"), "nothing is read in yet"
    sent(school, FILE)
    assert school.tapped("a1", "read it in").startswith("Read in:\nAn intake of Electrician.")
    assert "the coaches of the programme lead it: Lien Martens" in school.text("a1", "/intake")
    assert "It takes the place of the one of that name" in sent(school, FILE)
    school.tap("a1", "read it in")
    assert "0 candidates" in school.text("c1", "/intake")


def test_a_file_that_is_wrong_or_comes_too_late_is_refused(own_school: School):
    hire(own_school)
    other = FILE.replace('name = "2027"', 'name = "2027"\nprogramme = "NONE-1"')
    assert "programme = one of ELEC-1" in sent(own_school, other)
    assert "criteria[2] has 1 to 200" in sent(own_school, FILE.replace("Can be on time", " "))
    sent(own_school, FILE.replace('name = "2027"', 'name = "2027"\nprogramme = "elec-1"'))
    own_school.tap("a1", "read it in")
    invite(own_school, "k1", "Sam Janssens")
    assert "In 2027 somebody takes part already" in sent(own_school, FILE)
