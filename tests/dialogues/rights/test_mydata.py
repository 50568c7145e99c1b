"""What is kept of oneself: in short, and all of it as one file, in every chat."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import Prompt, Repertoire
from bot.domain.rights.having import CHAT_TAKES, MADE_WITHIN, TRIES
from bot.domain.rights.looking import OpenedKind
from bot.storage.tables import asked, rights_act, take_away
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.noticing.set_contact import set_contact
from bot.wiring.files import drawn_apart
from tests.databases import SchoolOn
from tests.dialogues.chat import ChatSchool
from tests.dialogues.clock import hear, tick, told
from tests.dialogues.conftest import own_school
from tests.dialogues.files import newest_file
from tests.dialogues.page import ADDRESS, Device, PageSchool, on_the_page
from tests.dialogues.rights.taking import kept, make, opened
from tests.dialogues.school import School
from tests.dialogues.ways import marked

__all__ = ["own_school"]

TAKE = "everything as one file"


def scored(school: School) -> None:
    school.say("m1", "jonas 8 all vs")
    school.say("s1", "8 all xs")
    school.say("m1", "noor 10.1 l")


def taken(school: School, who: str) -> None:
    """Ask for everything, and wait until it is there."""
    school.say(who, "/mydata")
    school.tap(who, TAKE)
    hear(school)
    school.later(seconds=61)
    assert make(school)
    hear(school)


def acts(school: School) -> list[tuple[int | None, int | None]]:
    with school.engine.begin() as connection:
        of = select(rights_act.c.by_id, rights_act.c.about_id).where(
            rights_act.c.kind == RightsActKind.EXPORTED
        )
        return [tuple(row) for row in connection.execute(of)]


def waiting(school: School) -> int:
    with school.engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(take_away)).scalar_one()


def test_a_student_takes_everything_along(school: School):
    scored(school)
    said = school.text("s1", "/mydata")
    assert "This is kept of you, Jonas Peeters:" in said
    assert re.search(r"· Scores and colours: \d+ items\n", said)
    assert "· Karim Haddad (mentor): all scores, and their own notes" in said
    assert "· Lien Martens (coach): all scores and all notes" in said
    assert "What is said in Electrician is kept until 24 months after its end." in said
    assert "The words of photos and decisions are kept for 60 months." in said
    assert "Told that you asked: Lien Martens. Nobody can stop it." in school.tapped("s1", TAKE)
    assert "already" in school.tapped("s1", TAKE)
    assert not make(school)  # whoever decides hears of it first
    hear(school)
    asked = "Jonas Peeters asked Kompaan for everything that is kept of them."
    assert asked in told(school, "c1", "notice")[-1]
    assert acts(school) == []
    school.later(seconds=61)
    assert make(school)
    hear(school)
    assert "as one file" in told(school, "s1", "notice")[-1]
    data = opened(newest_file(school, "s1"))
    assert data["person"]["name"] == "Jonas Peeters"
    assert {row["role"] for row in data["tables"]["score"]} == {"mentor", "student"}
    jonas = school.people["s1"].person_id
    assert acts(school) == [(jonas, jonas)]


def test_another_ones_rows_and_words_are_in_nobodys_file(own_school: School):
    scored(own_school)
    own_school.say("m1", "jonas works neatly but asks rather late")
    own_school.say("m1", "8")
    taken(own_school, "s1")
    archive = kept(own_school, "s1")
    assert archive is not None
    page = archive.read("index.html").decode()
    assert "works neatly but asks rather late" in page
    assert "Noor" not in page
    assert "Noor" not in archive.read("data.json").decode()
    assert any(name.endswith(".png") for name in archive.namelist())
    assert any(name.endswith(".gif") for name in archive.namelist())


def page_of(school: School, who: str) -> str:
    archive = kept(school, who)
    assert archive is not None
    return archive.read("index.html").decode()


def data_of(school: School, who: str) -> dict[str, Any]:
    archive = kept(school, who)
    assert archive is not None
    found: dict[str, Any] = json.loads(archive.read("data.json"))
    return found


def test_who_looked_is_said_and_stands_in_the_file(school: School):
    scored(school)
    assert "when last" not in school.text("s1", "/mydata")
    school.say("t1", "/report jonas 8")
    school.later(days=1)
    school.say("t1", "/report jonas")
    said = school.text("s1", "/mydata")
    assert "· Who opened what, by day: 2" in said
    assert "Who opened it, and when last: Els Wouters (15 Oct)." in said
    taken(school, "s1")
    page = page_of(school, "s1")
    assert "15 October 2026" in page
    assert "single scores" in page
    data = data_of(school, "s1")
    assert [row["what"] for row in data["tables"]["opened"]] == ["card", "report"]
    looker = str(school.people["t1"].person_id)
    assert data["names"]["person"][looker] == "Els Wouters"


def test_what_somebody_opened_of_others_is_theirs_without_a_name_of_those(own_school: School):
    scored(own_school)
    own_school.say("t1", "/report jonas")
    assert "On which days you opened something of students" in own_school.text("t1", "/mydata")
    taken(own_school, "t1")
    (row,) = data_of(own_school, "t1")["tables"]["opened"]
    assert (row["what"], row["looker_id"]) == ("report", own_school.people["t1"].person_id)
    assert "the colours" in page_of(own_school, "t1")
    assert "Jonas" not in page_of(own_school, "t1")
    assert "opened" not in data_of(own_school, "t1")["names"]


def test_who_runs_kompaan_stands_there_as_who_looked(own_school: School):
    scored(own_school)
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (track,) = uow.tracks.list_of(own_school.people["s1"].person_id)
        uow.openings.note(None, [(track.id, OpenedKind.REPORT)], own_school.at.date())
    assert "when last: who runs Kompaan (14 Oct)" in own_school.text("s1", "/mydata")
    taken(own_school, "s1")
    assert "who runs Kompaan" in page_of(own_school, "s1")


def test_an_incident_that_a_mentor_reported_is_in_the_students_file(own_school: School):
    own_school.say("m1", "/incident")
    if "Jonas Peeters · 6E" in own_school.buttons("m1"):
        own_school.tap("m1", "Jonas Peeters · 6E")
    own_school.say("m1", "Jonas slipped on the oily floor")
    own_school.tap("m1", "send it now")
    hear(own_school)
    own_school.tap("c1", "I have seen it")
    assert "· What helps, and what went otherwise: 2" in own_school.text("s1", "/mydata")
    for who in ("s1", "s2"):
        taken(own_school, who)
    page, tables = page_of(own_school, "s1"), data_of(own_school, "s1")["tables"]
    assert "Karim Haddad told of an incident of Jonas Peeters" in page
    for said in ("slipped on the oily floor", "Karim Haddad", "Lien Martens", "Incidents at work"):
        assert said in page
    assert tables["incident"][0]["by_id"] == own_school.people["m1"].person_id
    assert tables["incident_coach"][0]["coach_id"] == own_school.people["c1"].person_id
    assert "slipped" not in page_of(own_school, "s2")


@pytest.fixture
def page(school_on: SchoolOn, backend: str) -> Iterator[PageSchool]:
    """The school on the page, on both databases."""
    with on_the_page(school_on(backend, "en")) as made:
        yield made


@pytest.mark.parametrize("who", ["m1", "t1", "c1"])
def test_who_guides_others_has_the_own_words_and_no_record_of_theirs(own_school: School, who: str):
    scored(own_school)
    own_school.say(who, "/report jonas")
    said = own_school.text(who, "/mydata")
    assert "What you said of students is theirs" in said
    taken(own_school, who)
    archive = kept(own_school, who)
    assert archive is not None
    data = archive.read("data.json").decode()
    assert "/report jonas" in data
    assert "Jonas Peeters" not in data
    assert "Jonas Peeters" not in archive.read("index.html").decode()
    assert not [name for name in archive.namelist() if name.startswith("pictures/")]


def test_it_is_said_in_dutch_and_the_page_is_in_dutch(dutch_school: School):
    scored(dutch_school)
    assert "Dit bewaart Kompaan over je, Jonas Peeters:" in dutch_school.text("s1", "/mijngegevens")
    assert dutch_school.buttons("s1") == ["alles in één bestand"]
    dutch_school.tap("s1", "alles in één bestand")
    dutch_school.later(seconds=61)
    assert make(dutch_school)
    archive = kept(dutch_school, "s1")
    assert archive is not None
    page = archive.read("index.html").decode()
    assert '<html lang="nl">' in page
    assert "Wat Kompaan over Jonas Peeters bewaart" in page


def test_again_within_the_hour_it_is_the_same_and_later_another(own_school: School):
    scored(own_school)
    taken(own_school, "s1")
    first = newest_file(own_school, "s1")
    assert "within the last hour" in own_school.tapped("s1", TAKE)
    hear(own_school)
    assert newest_file(own_school, "s1") == first
    assert not make(own_school)
    own_school.later(hours=1)
    assert "is being made" in own_school.tapped("s1", TAKE)
    assert waiting(own_school) == 1


def test_after_a_day_it_is_gone(school: School):
    scored(school)
    taken(school, "s1")
    assert waiting(school) == 1
    assert "Your file is there until" in school.text("s1", "/mydata")
    school.later(hours=23)
    tick(school)
    assert waiting(school) == 1
    school.later(hours=1)
    assert "Your file is there" not in school.text("s1", "/mydata")
    tick(school)
    assert waiting(school) == 0


def test_on_the_page_the_file_is_its_persons_for_a_day(page: PageSchool):
    taken(page, "s1")
    (message,) = [shown for shown in page.messages("s1") if shown.files]
    address = message.files[0]["url"]
    given = page.asked("s1", "GET", address)
    assert (given.status_code, given.headers["cache-control"]) == (200, "no-store")
    for other in ("s2", "m1", "c1"):
        assert page.asked(other, "GET", address).status_code == 404
    page.later(days=1)
    assert page.asked("s1", "GET", address).status_code == 404


def link_of(school: School, who: str) -> str:
    with school.engine.begin() as connection:
        found = StoredUnitOfWork(connection).take_aways.find_newest(school.people[who].person_id)
    assert found is not None
    return f"/mydata/{found.code}"


def test_a_link_opens_for_its_person_alone_and_for_a_day(page: PageSchool):
    taken(page, "s1")
    link, nobody = link_of(page, "s1"), Device()
    shown = page.ask(nobody, "GET", link)
    assert shown.status_code == 200
    assert "Take my data" in shown.text
    assert b"PK" not in shown.content
    origin = {"origin": ADDRESS}
    unknown = page.ask(nobody, "POST", "/mydata/never-was", headers=origin)
    assert unknown.status_code == 404
    for who, status in (("s2", 404), ("c1", 404), ("s1", 200)):
        answer = page.ask(page.devices[who], "POST", link, headers=origin)
        assert answer.status_code == status
        assert status != 404 or answer.text == unknown.text
    own = page.ask(nobody, "POST", link, headers=origin)
    assert own.headers["content-disposition"].startswith('attachment; filename="kompaan-')
    assert opened(own.content)["person"]["name"] == "Jonas Peeters"
    page.later(days=1)
    late = page.ask(nobody, "POST", link, headers=origin)
    assert (late.status_code, late.text) == (404, unknown.text)


@pytest.mark.parametrize("school", marked(("telegram webhook", "slack http")), indirect=True)
def test_a_chat_gets_no_file_that_is_too_large_but_a_link(school: ChatSchool):
    school.page_address = ADDRESS
    scored(school)
    school.say("s1", "/mydata")
    school.tap("s1", TAKE)
    school.later(seconds=61)
    assert make(school)
    with school.engine.begin() as connection:
        connection.execute(update(take_away).values(size=CHAT_TAKES + 1))
    hear(school)
    said = told(school, "s1", "notice")[-1]
    assert f"{ADDRESS}{link_of(school, 's1')}" in said
    assert "(20 MB)" in said


def test_what_is_killed_on_the_way_is_made_anew_and_nothing_half_is_kept(own_school: School):
    scored(own_school)
    own_school.say("s1", "/mydata")
    own_school.tap("s1", TAKE)
    own_school.later(seconds=61)

    class Killed(BaseException):
        """What no program catches."""

    def killed(*_asked: object) -> list[object]:
        raise Killed

    with pytest.raises(Killed):
        make(own_school, killed)
    assert kept(own_school, "s1") is None
    assert acts(own_school) == []
    assert not make(own_school)  # another process may still have it in hand
    own_school.later(seconds=MADE_WITHIN.total_seconds() + 1)
    assert make(own_school)
    assert kept(own_school, "s1") is not None
    assert len(acts(own_school)) == 1


def test_what_fails_three_times_is_told_and_can_be_asked_again(own_school: School, monkeypatch):
    scored(own_school)
    own_school.say("s1", "/mydata")
    own_school.tap("s1", TAKE)
    with monkeypatch.context() as broken:
        broken.setattr("bot.wiring.own_data.making.zipped", lambda _taken: 1 / 0)
        for _try in range(TRIES):
            own_school.later(seconds=MADE_WITHIN.total_seconds() + 61)
            assert make(own_school)
    hear(own_school)
    assert "could not be made" in told(own_school, "s1", "notice")[-1]
    assert waiting(own_school) == 0
    own_school.say("s1", "/mydata")
    own_school.tap("s1", TAKE)
    own_school.later(seconds=61)
    assert make(own_school, drawn_apart)
    assert kept(own_school, "s1") is not None


def test_who_guides_nobody_and_learns_nothing_has_little(own_school: School):
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(own_school.people["t1"].person_id)
        assert person is not None
        uow.administrators.make(person, own_school.at - timedelta(days=1))
    said = own_school.text("s1", "/mydata")
    assert "Who answers your questions about it: Els Wouters and Lien Martens." in said


def test_who_answers_questions_is_whom_the_school_names(own_school: School):
    assert "answers your questions about it: Lien Martens." in own_school.text("s1", "/mydata")
    with own_school.engine.begin() as connection:
        set_contact(own_school.unit(connection), 1, "the office, room 12.", own_school.at)
    said = own_school.text("s1", "/mydata")
    assert "answers your questions about it: the office, room 12." in said
    assert "questions about it: Lien Martens" not in said


def test_a_question_that_was_asked_stands_there_in_its_words(own_school: School):
    school = own_school
    texts = {"en": "What about {what}?", "nl": "Hoe ging {what}?"}
    school.repertoire = Repertoire({"how": Prompt("how", Method.REFLECTION, texts)})
    school.say("m1", "noor 8.1 v")
    with school.engine.begin() as connection:
        rows = connection.exec_driver_sql("SELECT id, organisation_id FROM track ORDER BY id")
        track_id, organisation_id = rows.all()[0]
        indicator_id = connection.exec_driver_sql("SELECT min(id) FROM indicator").scalar_one()
        connection.execute(
            insert(asked).values(
                organisation_id=organisation_id,
                track_id=track_id,
                key="how",
                method=Method.REFLECTION.value,
                indicator_id=indicator_id,
                times=0,
                at=school.at,
            )
        )
    taken(school, "s1")
    page = page_of(school, "s1")
    assert "Questions to you" in page
    assert re.search(r"What about [^<?{]+\?", page)
