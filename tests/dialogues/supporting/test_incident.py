"""An incident at work: words and one tap, at once to the coach, and back when it was seen."""

import pytest
from sqlalchemy import delete, insert, select, update

from bot.domain.administering.rights_acts import RightsActKind
from bot.storage.tables import account, incident, involvement, person
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.administering.hired import hire
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]

WORDS = "The saw slipped and Jonas cut his hand"


def reported(school: School, who: str = "s1", words: str = WORDS) -> str:
    school.say(who, "/incident")
    if "Jonas Peeters · 6E" in school.buttons(who):
        school.tap(who, "Jonas Peeters · 6E")
    assert "Not sent yet" in school.text(who, words)
    return school.tapped(who, "send it now")


def in_chats(school: School) -> None:
    """Let this be a school that talks in chats, of which only a mentor has come."""
    joined = {"organisation_id": 1, "person_id": school.people["m1"].person_id}
    where = {"platform": "telegram", "address": "9", "joined_at": school.at}
    with school.engine.begin() as connection:
        connection.execute(insert(account).values(**joined, **where))


def kept(school: School) -> list[str]:
    with school.engine.begin() as connection:
        return list(connection.execute(select(incident.c.words)).scalars())


def test_it_reaches_the_coach_at_once_and_comes_back_when_seen(school: School):
    asked = school.text("s1", "/incident")
    assert asked.startswith("I am a program and no emergency line")
    assert "Call 112 first." in asked
    school.say("s1", WORDS)
    assert kept(school) == []
    sent = school.tapped("s1", "send it now")
    assert sent.startswith("Sent at once to Lien Martens. I tell you when it was seen.")
    assert kept(school) == [WORDS]
    hear(school)
    (message,) = told(school, "c1", "alert")
    assert message.startswith("Incident at work. Jonas Peeters reports it (")
    assert message.count("Jonas Peeters") == 1
    assert f"“{WORDS}”" in message
    assert "Jonas Peeters hears that you have seen it." in school.tapped("c1", "I have seen it")
    hear(school)
    (back,) = told(school, "s1", "alert")
    assert back == "The incident that you reported was seen by Lien Martens."


def test_it_comes_by_night_and_although_the_coach_wants_nothing(own_school: School):
    with own_school.engine.begin() as connection:
        coach = person.c.id == own_school.people["c1"].person_id
        away = own_school.at.replace(month=11)
        connection.execute(update(person).where(coach).values(muted=True, absent_until=away))
    own_school.later(hours=15)  # one at night
    reported(own_school, "m1")
    hear(own_school)
    (message,) = told(own_school, "c1", "alert")
    assert "Karim Haddad reports it" in message


def test_its_words_are_for_the_coach_and_the_reporter_alone(own_school: School):
    reported(own_school, "m1")
    for who in ("s1", "s2", "m2", "t1"):
        assert "not one of yours" in own_school.tap_code(who, "iv:1")[-1].text
        hear(own_school)
        assert told(own_school, who, "alert") == []
    for who in ("s1", "s2", "m2", "t1", "m1"):
        with own_school.engine.begin() as connection:
            uow = StoredUnitOfWork(connection)
            found = uow.incidents.find(1, own_school.people[who].person_id)
        assert (found is not None) is (who == "m1")
    assert WORDS not in own_school.text("s1", "/report 8")
    with own_school.engine.begin() as connection:
        (act,) = StoredUnitOfWork(connection).rights_acts.list_of(1)
    assert act.act.kind is RightsActKind.INCIDENT_TOLD
    assert dict(act.act.ids) == {"incident": 1}


def test_where_no_coach_is_it_says_so_and_names_whom_to_turn_to(own_school: School):
    with own_school.engine.begin() as connection:
        connection.execute(involvement.delete().where(involvement.c.role == "coach"))
    sent = reported(own_school)
    assert "Nobody reads this now. Do not wait for an answer here." in sent
    assert "Talk today with somebody at school whom you trust." in sent
    assert "Call 112 first." in sent


def test_a_coach_whom_no_chat_reaches_is_not_counted_upon(own_school: School):
    in_chats(own_school)
    sent = reported(own_school)
    assert sent.startswith("Nothing here reaches Lien Martens.\nNobody reads this now.")
    assert "Talk today with Lien Martens at school, or with somebody you trust." in sent


def test_nothing_is_sent_without_the_tap_and_too_long_is_refused(own_school: School):
    own_school.say("s1", "/incident")
    assert "Nothing was sent" in own_school.text("s1", "x" * 1501)
    own_school.say("s1", WORDS)
    own_school.tap("s1", "no")
    assert "Nothing waits to be sent" in own_school.tap_code("s1", "ix:1")[-1].text
    assert kept(own_school) == []
    assert "no emergency line" in own_school.text("c1", "/incident")
    assert "Nothing was sent: on a track that goes on" in own_school.text("c1", "/incident he fell")
    assert own_school.buttons("c1") == []


@pytest.mark.parametrize("who", ["s1", "m1", "t1"])
def test_words_of_danger_offer_it(own_school: School, who: str):
    shown = own_school.say(who, "my boss hits me")
    labels = [b["label"] for each in shown for row in each.buttons for b in row]
    assert "report an incident to the coach" in labels
    for feared in ("my coach hits me", "Lien Martens hits me"):  # it would go to her
        assert [each.buttons for each in own_school.say(who, feared) if each.buttons] == []


def test_in_dutch(dutch_school: School):
    gevraagd = dutch_school.text("s1", "/incident")
    assert gevraagd.startswith("Ik ben een programma en geen noodlijn")
    dutch_school.say("s1", "Ik ben gevallen")
    gestuurd = dutch_school.tapped("s1", "verstuur nu")
    assert gestuurd.startswith("Het wacht hier tot Lien Martens kijkt. Ik laat je weten")


def test_it_is_about_who_is_named_and_says_about_whom(own_school: School):
    own_school.say("m1", "jonas 8 vvll")
    asked = own_school.text("m1", "/incident noor fell off a ladder")
    assert asked.startswith("Noor Aziz · 6E:\n“noor fell off a ladder”")
    own_school.tap("m1", "send it now")
    with own_school.engine.begin() as connection:
        (about,) = connection.execute(select(incident.c.track_id)).scalars()
    assert about == 2
    assert "About which student" in own_school.text("m1", "/incident Jonas hit Noor")


def test_without_a_coach_who_runs_the_school_hears_it_and_nobody_else_does(own_school: School):
    hire(own_school)
    with own_school.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == "coach"))
    assert "who runs Kompaan for your school reads" in own_school.text("s1", "/incident")
    asked = own_school.text("s1", WORDS)
    assert "Send it now to who runs Kompaan for your school, with your name?" in asked
    assert "Marie Claes" in own_school.tapped("s1", "send it now")
    hear(own_school)
    (message,) = told(own_school, "a1", "alert")
    assert f"“{WORDS}”" in message
    assert "hears that you have seen it." in own_school.tapped("a1", "I have seen it")
    assert told(own_school, "c1", "alert") == []


def test_with_a_coach_who_runs_the_school_hears_nothing_of_it(own_school: School):
    hire(own_school)
    reported(own_school)
    hear(own_school)
    assert told(own_school, "a1", "alert") == []
    assert "not one of yours" in own_school.tap_code("a1", "iv:1")[-1].text


def test_a_coach_who_has_no_chat_and_reads_here_finds_it_when_they_look(own_school: School):
    sent = reported(own_school)
    assert sent.startswith("It waits here until Lien Martens looks. I tell you when it was seen.")
    assert "Nobody reads this now." in sent
    assert "Nothing here reaches" not in sent
    hear(own_school)
    assert "“The saw slipped" in told(own_school, "c1", "alert")[0]


def test_that_the_coach_is_away_is_said_to_who_reports(own_school: School):
    own_school.say("c1", "I am ill")
    own_school.tap("c1", "up to and including 16 Oct")
    assert "away" not in reported(own_school)
    own_school.say("c1", "I am ill")
    own_school.tap("c1", "up to and including 16 Oct")
    assert "nothing else" in own_school.tapped("c1", "tell the teachers and the other coaches")
    sent = reported(own_school)
    assert "Lien Martens is away up to and including 16 Oct." in sent
    assert "Nobody reads this now. Do not wait for an answer here." in sent
    assert "Talk today with somebody at school whom you trust." in sent
    shown = own_school.say("s1", "my boss hits me")
    assert "Talk today with somebody at school whom you trust." in shown[0].text
    assert shown[0].buttons
    shown = own_school.say("s1", "my coach hits me")  # it would go to her, away or not
    assert [each.buttons for each in shown if each.buttons] == []
