"""An administrator runs the school in the chat: people, invitations, phones, placements, others."""

import re
from collections.abc import Iterator

import pytest

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring.pages.own_chat import pane_of
from tests.databases import SchoolOn
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.chat import opened
from tests.dialogues.page import on_the_page
from tests.dialogues.school import School
from tests.dialogues.ways import CHATS, ONE_WAY_EACH, marked

ADDRESS = "https://kompaan.school.example/k"


@pytest.fixture
def run(school: School) -> School:
    """The school with an administrator who is in no roster."""
    school.page_address = ADDRESS
    hire(school)
    return school


@pytest.fixture(params=marked(ONE_WAY_EACH))
def dutch(request: pytest.FixtureRequest, school_on: SchoolOn) -> Iterator[School]:
    """The same in Dutch, on every platform."""
    if request.param in CHATS:
        kind, more = CHATS[request.param]
        with opened(kind, school_on("sqlite", "nl"), language="nl", **more) as made:
            hire(made)
            yield made
        return
    with on_the_page(school_on(request.param.split()[1], "nl"), language="nl") as made:
        hire(made)
        yield made


def test_what_there_is_to_run_is_one_message(run: School):
    said = run.text("a1", "/admin")
    assert "8 people are known here" in said
    assert "no scores" in said
    assert run.buttons("a1") == [
        "find somebody", "invite a class", "read a file in", "administrators",
        "names in chats", "how long kept", "agreements", "coach of the teachers",
        "prior learning", "sectors", "what was done",
    ]  # fmt: skip


def test_who_is_nobodys_teacher_is_greeted_and_helped_by_what_they_do(run: School):
    hello = run.text("a1", "/start")
    assert "You run Kompaan for your school" in hello
    assert "No student is linked" not in hello
    assert run.buttons("a1") == ["administration"]
    helped = run.text("a1", "/help")
    assert "admin – run Kompaan for the school" in helped.splitlines()[0]
    assert "report" not in helped
    assert "settings" in helped
    assert all(f"{own} – " in helped for own in ("mydata", "forget", "privacy"))
    assert "No student is linked" not in run.text("a1", "/privacy")
    assert "Language: English" in run.text("a1", "/settings")
    assert "Scoring" not in run.text("a1", "/settings")
    assert "I did not understand" in run.text("a1", "whatever")
    assert "8 people" in run.tapped("a1", "administration")


def test_a_teacher_who_runs_it_keeps_what_a_teacher_has(school: School):
    hire(school, "t1", "Els Wouters")
    helped = school.text("t1", "/help")
    assert "admin – " in helped.splitlines()[0]
    assert "score" in helped
    assert "Jonas" in school.text("t1", "/report jonas")


def test_somebody_is_found_and_invited(run: School):
    run.say("a1", "/admin")
    run.tap("a1", "find somebody")
    said = run.text("a1", "karim")
    assert said.splitlines()[:3] == ["Karim Haddad (m1)", "mentor", "Language: English"]
    assert "Came in on" in said or "Did not come in" in said
    link = run.tapped("a1", "make a link")
    assert re.search(r"page: https://[\w./]+/join/\w{10}", link)
    assert "It works once" in link
    assert acts(run)[-1] == "invited"
    assert "Noor Aziz" in run.text("a1", "/admin s2")
    assert "Nobody here is called 'zzz'" in run.text("a1", "/admin zzz")
    several = run.text("a1", "/admin n")
    assert "Who is meant?" in several
    assert "Noor Aziz" in run.tapped("a1", "Noor Aziz · s2")


def test_a_link_is_kept_in_no_transcript(own_school: School):
    own_school.page_address = ADDRESS
    hire(own_school)
    own_school.say("a1", "/admin karim")
    code = re.search(r"join/(\w{10})", own_school.tapped("a1", "make a link"))
    assert code
    with own_school.engine.begin() as connection:
        recent = StoredUnitOfWork(connection).transcripts.list_recent(
            own_school.people["a1"].person_id, 20
        )
    assert code[1] not in str(recent)


def test_a_class_is_invited_with_one_list(own_school: School):
    own_school.page_address = ADDRESS
    hire(own_school)
    own_school.say("a1", "/admin")
    own_school.tap("a1", "invite a class")
    said = own_school.tapped("a1", "6E")
    assert "6E: 5 of 5 did not come yet." in said
    (sent,) = own_school.tap("a1", "list for all of them")
    assert "5 people invited" in sent.text
    (file,) = sent.files
    assert file["name"].endswith(".csv")
    assert len(set(re.findall(r"join/(\w{10})", str(file["described"])))) == 5
    assert acts(own_school)[-5:] == ["invited"] * 5


def test_everybody_who_came_needs_no_list(run: School):
    run.say("a1", "/admin")
    run.tap("a1", "invite a class")
    said = run.tapped("a1", "6E")
    assert "Everybody around 6E came." in said


def test_a_placement_ends_and_is_taken_up_again_without_a_score_shown(run: School):
    run.say("m1", "jonas 8 all v")
    run.say("a1", "/admin jonas")
    assert "Elektro bv: runs" in run.tapped("a1", "placements")
    assert "End Jonas at Elektro bv?" in run.tapped("a1", "end: Elektro bv")
    assert "Jonas Peeters at Elektro bv: ended." in run.tapped("a1", "yes, end it")
    assert "There is no" in run.text("m1", "/report jonas") or "Jonas" not in run.text(
        "m1", "/open"
    )
    assert "taken up again" in run.tapped("a1", "take up again: Elektro bv")
    assert "Jonas" in run.text("m1", "/report jonas")
    assert acts(run)[-2:] == ["track_ended", "track_resumed"]


def test_another_administrator_is_made_and_ended_and_the_last_one_stays(run: School):
    run.say("a1", "/admin")
    assert "Marie Claes" in run.tapped("a1", "administrators")
    run.say("a1", "/admin marie")
    run.tap("a1", "no administrator any more")
    assert "Marie Claes is the last administrator" in run.tapped("a1", "yes")
    run.say("a1", "/admin lien")
    assert "scores do not belong to it" in run.tapped("a1", "make an administrator")
    assert "Lien Martens is an administrator from now on." in run.tapped("a1", "yes")
    assert "8 people" in run.text("c1", "/admin")
    run.tap("c1", "administrators")
    run.tap("c1", "end: Marie Claes")
    assert "Marie Claes is no administrator any more." in run.tapped("c1", "yes")
    assert "That is for who runs Kompaan for your school: Lien Martens." in run.text("a1", "/admin")
    assert acts(run)[-2:] == ["administrator_made", "administrator_ended"]


def test_what_was_done_is_read_in_plain_words(run: School):
    run.say("a1", "/admin karim")
    run.tap("a1", "make a link")
    run.say("a1", "/admin")
    said = run.tapped("a1", "what was done")
    assert "Marie Claes invited Karim Haddad" in said


def test_in_dutch(dutch: School):
    assert "8 mensen" in dutch.text("a1", "/beheer")
    dutch.tap("a1", "zoek iemand")
    assert "Karim Haddad (m1)" in dutch.text("a1", "karim")
    assert "uitnodiging voor Karim Haddad" in dutch.tapped("a1", "maak een link")
    assert "beheer – " in dutch.text("a1", "/help").splitlines()[0]
    assert "Jij beheert Kompaan" in dutch.text("a1", "/start")
    dutch.say("a1", "/beheer")
    assert "nodigde Karim Haddad uit" in dutch.tapped("a1", "wat er gedaan is")
    assert "Dat is voor wie" in dutch.text("m1", "/beheer")


def test_the_page_says_who_somebody_is_that_is_around_nobody(own_school: School):
    hire(own_school)
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        person = uow.people.find(own_school.people["a1"].person_id)
        assert person is not None
        pane = pane_of(person, uow.tracks.list_of(person.id), uow.offices.list_of(person.id))
    assert pane.about == "administrator"
    assert "admin" in [command["name"] for command in pane.commands]
    assert pane_of(person, []).about == ""
