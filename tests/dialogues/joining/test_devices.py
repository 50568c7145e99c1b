"""Devices in the talk: one's own listed, closed, added, and a lost phone by the coach's tap."""

import re
from datetime import timedelta

import pytest

from bot.domain.joining.sessions import Session, new_token
from bot.platforms.transcript import KEPT, Speaker
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.come_to_page import CameIn, Door, come_to_page
from bot.use_cases.joining.invite_person import invite_person
from tests.dialogues.clock import tick
from tests.dialogues.school import School
from tests.dialogues.ways import marked

ADDRESS = "https://kompaan.school.example/k"
LINK = re.compile(rf"{ADDRESS}/join/(\w{{10}})")
WHOSE = "Whose phone is lost?"


@pytest.fixture
def everywhere(school: School) -> School:
    """The school on every platform."""
    school.page_address = ADDRESS
    return school


@pytest.fixture
def paged(own_school: School) -> School:
    """The school on our own platforms, with a page."""
    own_school.page_address = ADDRESS
    return own_school


def enter(school: School, code: str, device: str = "Chrome · Android") -> CameIn:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        return come_to_page(uow, Door(code, new_token(), device), school.at)


def come(school: School, who: str, device: str = "Chrome · Android") -> Session:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(school.people[who].person_id)
        assert person is not None
        code = invite_person(uow, person, school.at, timedelta(days=14)).code
    session = enter(school, code, device).session
    assert session is not None
    return session


def sits(school: School, who: str, session: Session) -> None:
    """Let somebody talk on that device from now on."""
    before = school.people[who]
    school.people[who] = Speaker(before.person_id, before.organisation_id, session.seat)


def devices(school: School, who: str) -> list[str]:
    with school.engine.begin() as connection:
        held = StoredUnitOfWork(connection).sessions.list_of(school.people[who].person_id)
    return [session.device for session in held]


def kept(school: School, who: str) -> str:
    """All that our own transcript keeps of somebody's chat."""
    with school.engine.begin() as connection:
        recent = StoredUnitOfWork(connection).transcripts.list_recent(
            school.people[who].person_id, KEPT
        )
    return str(recent)


def test_settings_lead_to_ones_devices(paged: School):
    first = come(paged, "m1")
    paged.later(days=3)
    come(paged, "m1", "Safari · iPhone")
    sits(paged, "m1", first)
    paged.say("m1", "/settings")
    assert paged.tapped("m1", "my devices").splitlines() == [
        "Your chat is open on these devices:",
        "Safari · iPhone: since 17 Oct, last used today",
        "Chrome · Android: since 14 Oct, last used 14 Oct (this one)",
    ]
    assert paged.buttons("m1") == [
        "close: Safari · iPhone", "close: Chrome · Android", "close all others", "one more device",
    ]  # fmt: skip


# On the page each has a device already: what is said there of it is tried in tests/platforms/page.
@pytest.mark.parametrize("school", marked(("telegram webhook", "slack http")), indirect=True)
def test_from_any_chat_one_more_device_comes_in_and_a_lost_one_is_closed(everywhere: School):
    everywhere.say("m1", "/devices")
    said = everywhere.tapped("m1", "one more device")
    link = LINK.search(said)
    assert link is not None
    session = enter(everywhere, link[1]).session
    assert session is not None
    assert session.person_id == everywhere.people["m1"].person_id
    everywhere.say("c1", "/lost")
    assert "closed on 1 device" in everywhere.tapped("c1", "Karim Haddad · 1 device")
    assert LINK.search(everywhere.tapped("c1", "give a new link"))
    assert devices(everywhere, "m1") == []


def test_without_a_page_settings_say_nothing_of_it(own_school: School):
    own_school.say("m1", "/settings")
    assert "my devices" not in own_school.buttons("m1")


def test_one_is_closed_once_that_is_sure(paged: School):
    come(paged, "m1")
    come(paged, "m1", "Safari · iPhone")
    paged.say("m1", "/devices")
    assert "Close your chat on Safari · iPhone?" in paged.tapped("m1", "close: Safari · iPhone")
    assert len(devices(paged, "m1")) == 2
    assert "Closed on Safari · iPhone." in paged.tapped("m1", "yes, close it")
    assert devices(paged, "m1") == ["Chrome · Android"]


def test_all_others_are_closed_and_this_one_stays(paged: School):
    for device in ("Firefox · Windows", "Safari · iPhone", "Chrome · Android"):
        session = come(paged, "m1", device)
    sits(paged, "m1", session)
    paged.say("m1", "toestellen")
    paged.tap("m1", "close all others")
    assert "Closed on 2 devices." in paged.tapped("m1", "yes, close it")
    assert devices(paged, "m1") == ["Chrome · Android"]


def test_a_link_for_one_more_device_works_ten_minutes_and_is_kept_nowhere(paged: School):
    come(paged, "m1")
    paged.say("m1", "/devices")
    (said,) = paged.tap("m1", "one more device")
    link = LINK.search(said.text)
    assert link is not None
    assert "for 10 minutes" in said.text
    assert said.files[0]["described"]["link"] == link[0]
    assert link[1] not in kept(paged, "m1")
    assert "The link was shown once." in kept(paged, "m1")
    paged.later(minutes=9)
    assert enter(paged, link[1], "Safari · iPhone").session is not None
    assert len(devices(paged, "m1")) == 2
    (late,) = paged.tap("m1", "one more device")
    paged.later(minutes=10)
    assert enter(paged, LINK.search(late.text)[1]).session is None  # type: ignore[index]


def test_a_new_device_is_told_where_one_was_and_that_was_not_me_ends_it(paged: School):
    come(paged, "m1")
    come(paged, "m1", "Firefox · Linux")
    assert ["Firefox · Linux" in shown.text for shown in tick(paged)["m1"]] == [True]
    assert "your coach is told" in paged.tapped("m1", "that was not me")
    assert devices(paged, "m1") == ["Chrome · Android"]
    (told,) = tick(paged)["c1"]
    assert "Karim Haddad says that it was somebody else" in told.text


def test_a_lost_phone_is_one_tap_of_the_coach(paged: School):
    come(paged, "m1")
    come(paged, "m1", "Safari · iPhone")
    come(paged, "s1")
    assert WHOSE in paged.text("c1", "/lost")
    assert paged.buttons("c1") == ["Jonas Peeters · 1 device", "Karim Haddad · 2 devices"]
    said = paged.tapped("c1", "Karim Haddad · 2 devices")
    assert "The chat of Karim Haddad is closed on 2 devices" in said
    assert devices(paged, "m1") == []
    assert len(devices(paged, "s1")) == 1
    (given,) = paged.tap("c1", "give a new link")
    link = LINK.search(given.text)
    assert link is not None
    assert link[1] not in kept(paged, "c1")
    session = enter(paged, link[1], "Chrome · Android").session
    assert session is not None
    assert session.person_id == paged.people["m1"].person_id
    assert "came in again" in paged.tapped("c1", "give a new link")


def test_whose_it_was_reads_who_did_it(paged: School):
    come(paged, "m1")
    paged.say("c1", "/lost karim")
    paged.tap("c1", "Karim Haddad · 1 device")
    paged.tap("c1", "give a new link")
    come(paged, "m1")
    with paged.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = paged.people["m1"].person_id
        uow.outbox.bring_along(person, "page", str(person))
    texts = "\n".join(shown.text for shown in tick(paged)["m1"])
    assert "Lien Martens closed your chat on all your devices" in texts
    assert "Lien Martens made a new link to the page for you" in texts


@pytest.mark.parametrize(
    "text",
    ["/lost karim", "/verloren karim", "karim is zijn gsm kwijt", "Gsm van Karim gestolen",
     "karim lost his phone", "De telefoon van karim is verloren", "/kwijt kar"],
)  # fmt: skip
def test_a_coach_says_it_in_plain_words(paged: School, text: str):
    come(paged, "m1")
    come(paged, "s1")
    assert WHOSE in paged.text("c1", text)
    assert paged.buttons("c1") == ["Karim Haddad · 1 device"]


@pytest.mark.parametrize("text", ["/lost karim", "karim is zijn gsm kwijt"])
def test_who_has_no_device_any_more_gets_a_new_link(paged: School, text: str):
    come(paged, "s1")
    assert paged.text("c1", text) == "The chat of Karim Haddad is open on no device."
    assert paged.buttons("c1") == ["new link for Karim Haddad"]
    assert LINK.search(paged.tapped("c1", "new link for Karim Haddad")) is not None


@pytest.mark.parametrize("text", ["ik ben mijn gsm kwijt", "I lost my phone", "/lost"])
def test_somebody_elses_word_leads_to_their_own_devices(paged: School, text: str):
    come(paged, "m1", "Safari · iPhone")
    come(paged, "s1")
    assert "Safari · iPhone" in paged.text("m1", text)
    assert paged.buttons("m1") == ["close: Safari · iPhone", "one more device"]


@pytest.mark.parametrize(
    "text", ["jonas heeft zijn evenwicht verloren", "de gsm ligt op tafel", "10.1 v telefoon"]
)
def test_what_only_sounds_like_it_is_none(paged: School, text: str):
    assert "phone is lost" not in paged.text("c1", text)


@pytest.mark.parametrize("who", ["m1", "t1"])
def test_a_remark_about_another_one_stays_a_note(paged: School, who: str):
    said = paged.text(who, "Jonas was zijn gsm kwijt vandaag")
    assert "open on" not in said
    assert "note" in said


@pytest.mark.parametrize("who", ["m1", "t1", "s1"])
@pytest.mark.parametrize("code", ["jp", "jl"])
def test_nobody_but_the_coach_around_does_it(paged: School, who: str, code: str):
    come(paged, "m2")
    other = paged.people["m2"].person_id
    said = paged.tap_code(who, f"{code}:{other}")[0].text
    assert "nobody around your students" in said
    assert devices(paged, "m2") == ["Chrome · Android"]


def test_nobody_closes_another_ones_device(paged: School):
    session = come(paged, "m2")
    assert "not open any more" in paged.tap_code("m1", f"jd:{session.id}:yes")[0].text
    assert "not open any more" in paged.tap_code("m1", f"jx:{session.id}")[0].text
    assert devices(paged, "m2") == ["Chrome · Android"]
