"""Reminders as people meet them: who is asked, for what, and what the buttons do."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.periods.period import Dates
from bot.domain.periods.reminders import Plan
from bot.domain.telling.delivery import Permanent, RefusalReason
from bot.ports import Preferences
from bot.ports.telling.outbox import Claim, Tried
from bot.ports.worlds import World
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.rights.noticing.note_told import note_told
from bot.use_cases.telling.deliver_outbox import settle_tried, take_due
from tests.dialogues.clock import TOOLS, tick, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]

OPENS = datetime(2026, 9, 1, tzinfo=UTC)
PHOTO = datetime(2026, 10, 30, 15, tzinfo=UTC)  # a Friday, 16:00 in Brussels
NOON = datetime(2026, 10, 16, 10, 5, tzinfo=UTC)  # two weeks before, 12:05 in Brussels


def with_period(school: School) -> School:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        add_period(uow, 1, 1, "One", Dates(OPENS, PHOTO))
    school.at = NOON
    return school


@pytest.fixture
def timed(own_school: School) -> School:
    return with_period(own_school)


def prefers(school: School, who: str, **wishes) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        uow.people.set_preferences(school.people[who].person_id, Preferences(**wishes))


def test_who_has_something_open_is_asked_for_exactly_that(timed: School):
    timed.say("s1", "8 all v")
    for line in ("8 all v", "10 all l", "11 all l"):
        timed.say("m2", f"nicolas {line}")
    arrived = tick(timed)
    assert arrived.keys() == {"s1", "s2", "s3", "m1", "t1"}  # m2 is done, the coach scores nothing
    (mentor,) = arrived["m1"]
    assert mentor.kind == "reminder"
    assert mentor.text == (
        "Jonas and Noor: 8 indicators for this week: 8 “Marks out routes”, 11 “Sets boxes”.\n"
        "Everything that is open: /open\n"
        "14 days until the photo of One: Fri 30 Oct, 16:00."
    )
    assert buttons_of([mentor]) == ["start: Jonas", "start: Noor", "in two hours", "not today"]
    assert "Your own view: 8 indicators for this week: 11 “Sets boxes”, 10 “Lays conduits”." in (
        arrived["s1"][0].text
    )
    assert tick(timed) == {}


def test_in_dutch(dutch_school: School):
    school = with_period(dutch_school)
    (told,) = tick(school)["s1"]
    assert told.text == (
        "Je eigen kijk: 8 indicatoren voor deze week: 8 “Marks out routes”, 11 “Sets boxes”.\n"
        "Alles wat openstaat: /open\n"
        "Nog 14 dagen tot de foto van One: vr 30 okt, 16:00."
    )
    assert buttons_of([told]) == ["begin", "over twee uur", "vandaag niet"]


def test_the_button_starts_exactly_that(timed: School):
    timed.say("m1", "jonas 8 all v")
    tick(timed)
    assert "Jonas · 11 Sets boxes · 1/5" in timed.tapped("m1", "start: Jonas")


def test_who_becomes_done_in_between_gets_nothing(timed: School):
    timed.at = NOON.replace(hour=5)
    assert tick(timed) == {}  # planned for noon
    for number in (8, 10, 11):
        timed.say("s1", f"{number} all v")
    timed.at = NOON
    assert "s1" not in tick(timed)


def test_what_was_said_before_the_period_is_asked_anew(timed: School):
    timed.at = OPENS.replace(month=8)
    timed.say("s1", "8 all v")
    timed.at = NOON
    assert "for this week: 11 “Sets boxes”, 10 “Lays conduits”." in tick(timed)["s1"][0].text
    assert "22 indicators are open" in timed.text("s1", "/open")


def test_score_asks_first_what_is_open_since_the_period_began(timed: School):
    timed.at = OPENS.replace(month=8)
    timed.say("s1", "10 all v")
    timed.say("s1", "8 all v")
    timed.at = NOON
    timed.say("s1", "8 all v")
    timed.say("s1", "10: 1-11v")
    (shown,) = timed.say("s1", "/score")
    assert "7 indicators still wait: 11 “Sets boxes”, 10 “Lays conduits”." in shown.text
    assert buttons_of([shown]) == [
        "the few that matter: 5",
        "3 instead",
        "⬜ 11 Sets boxes 0/5",
        "✅ 10 Lays conduits 11/13",
        "✅ 8 Marks out routes 4/4",
        "by the work ›",
    ]
    assert "12. lays 12" in timed.tapped("s1", "✅ 10 Lays conduits 11/13")


def test_a_changed_plan_holds_from_then_on_and_tells_nothing_twice(timed: School):
    assert "14 days until" in tick(timed)["s1"][0].text
    with timed.engine.begin() as connection:
        StoredUnitOfWork(connection).reminders.set_plan(1, 1, Plan((14, 10, 0), None, None))
    assert tick_through(timed, 24) == {}
    (told,) = tick_through(timed, 80)["s1"]
    assert "10 days until the photo" in told.text
    with timed.engine.begin() as connection:
        StoredUnitOfWork(connection).reminders.set_plan(1, 1, Plan())
    assert tick_through(timed, 60) == {}
    assert "7 days until the photo" in tick_through(timed, 20)["s1"][0].text


def test_in_two_hours_is_within_the_hours_and_asks_what_is_open_then(timed: School):
    tick(timed)
    assert "again in two hours" in timed.tapped("s1", "in two hours")
    timed.say("s1", "8 all v")
    assert tick_through(timed, 4) == {}  # 14:05 is no hour of this person
    (told,) = tick_through(timed, 2)["s1"]
    assert "8 indicators for this week: 11 “Sets boxes”, 10 “Lays conduits”." in told.text
    assert tick_through(timed, 30).get("s1") is None


def test_in_two_hours_is_nothing_for_who_is_done_by_then(timed: School):
    tick(timed)
    timed.tap("s1", "in two hours")
    for number in (8, 10, 11):
        timed.say("s1", f"{number} all v")
    assert tick_through(timed, 12) == {}


def test_not_today_is_the_next_working_day(timed: School):
    tick(timed)
    assert "next working day" in timed.tapped("s1", "not today")
    assert tick_through(timed, 65) == {}  # the weekend
    (told,) = tick_through(timed, 8)["s1"]
    assert "11 days until the photo" in told.text


def test_a_rehearsal_says_what_rests_on_old_marks(timed: School):
    timed.at = OPENS.replace(month=8)
    timed.say("m1", "jonas 8 all v")
    timed.say("m1", "jonas 11 all v")
    timed.at = datetime(2026, 10, 22, 10, 5, tzinfo=UTC)
    timed.say("m1", "jonas 11 all v")
    timed.at = datetime(2026, 10, 23, 10, 5, tzinfo=UTC)
    (told,) = tick(timed)["m1"]
    assert "Jonas: 1 of 2 colours rests on marks from before One." in told.text
    assert "Noor: " in told.text
    assert told.text.count("from before One") == 1


def test_a_rehearsal_and_a_reminder_are_one_message(timed: School):
    timed.say("m1", "jonas 8 all v")
    timed.at = datetime(2026, 10, 23, 10, 5, tzinfo=UTC)
    (told,) = tick(timed)["m1"]
    assert told.kind == "reminder"
    assert told.text.startswith(
        "This is how the photo of One would look now:\n"
        "Jonas: 1 competence acquired, autonomously · 2 not scored yet"
    )
    assert "Noor: nothing scored yet" in told.text
    assert "Jonas: 8 indicators for this week: 11 “Sets boxes”, 10 “Lays conduits”." in told.text
    assert "7 days until the photo" in told.text


def test_one_whose_track_ended_hears_nothing_of_the_photo_to_come(timed: School):
    timed.say("c1", "/track jonas")
    timed.tap("c1", "end the track")
    timed.tap("c1", "yes, end it")
    timed.at = datetime(2026, 10, 23, 10, 5, tzinfo=UTC)
    told = tick(timed)
    assert "photo" not in " ".join(message.text for message in told.get("s1", []))
    assert "Jonas" not in " ".join(message.text for message in told.get("m1", []))


def test_the_coach_hears_who_has_not_scored_and_who_is_not_there(timed: School):
    timed.say("m1", "jonas 8 all v")
    timed.at = datetime(2026, 10, 28, 11, 5, tzinfo=UTC)  # winter time: 12:05
    (told,) = tick(timed)["c1"]
    assert "Before the photo of One (Fri 30 Oct, 16:00), still open:" in told.text
    assert "Jonas: student nothing yet, mentor in part, teacher nothing yet" in told.text
    assert "Not with me yet: An Claes, Els Wouters, Jonas Peeters" in told.text
    assert "Karim" not in told.text  # he has no chat, and talks here


def test_the_photo_is_told_once_with_the_own_view(timed: School):
    timed.say("m1", "jonas 8 all v")
    timed.at = PHOTO.replace(hour=16)
    arrived = tick(timed)
    (told,) = arrived["m1"]
    assert told.kind == "photo"
    assert told.text.startswith(
        "The photo of One was taken.\nJonas: 1 competence acquired, autonomously · 2 not scored yet"
    )
    assert "Photo of One, Fri 30 Oct, 16:00." in timed.tapped("m1", "see the photo: Jonas")
    assert "Jonas: the views differ on no competence" in arrived["c1"][0].text
    assert tick_through(timed, 90) == {}


def test_the_coach_hears_of_three_students_on_what_the_views_differ(timed: School):
    timed.say("m1", "noor 8 all v")
    timed.say("t1", "noor 8 all x")
    timed.at = PHOTO.replace(hour=16)
    told = next(shown for shown in tick(timed)["c1"] if shown.kind == "photo")
    _taken, first, *_others = told.text.splitlines()
    assert first == (
        "Noor: the views differ on 8 Marks out routes "
        "(mentor: acquired, autonomously · teacher: not acquired)"
    )
    assert "see the photo: Noor" in [button["label"] for row in told.buttons for button in row]
    assert not set("⬜🟥🟧🟩✅") & set(told.text)


def test_hours_profile_mute_and_absence(timed: School):
    prefers(timed, "s1", hours="evening")
    prefers(timed, "s2", profile="light")
    prefers(timed, "s3", muted=True)
    prefers(timed, "m1", absent_until=NOON.replace(day=20))
    assert tick(timed).keys() == {"m2", "t1"}
    assert tick_through(timed, 5).keys() == {"s1"}
    assert tick_through(timed, 96).keys() == {"m1"}  # back on Tuesday: it still is of use
    timed.at = datetime(2026, 10, 30, 11, 5, tzinfo=UTC)
    assert "s2" in tick(timed)
    assert "s3" not in tick(timed)


def test_of_students_who_are_known_to_be_away_nobody_is_reminded(timed: School):
    away = NOON.replace(month=12)
    for who in ("s1", "s2"):
        prefers(timed, who, absent_until=away, absence_told=who == "s1")
    prefers(timed, "s3", absent_until=away)
    told = tick(timed)
    assert told.keys() == {"m1", "m2", "t1"}  # of who keeps it private others are asked as before
    for who in ("m1", "t1"):
        text = "\n".join(shown.text for shown in told[who])
        assert "Jonas" not in text
        assert "Noor" in text
    prefers(timed, "s2", absent_until=away, absence_told=True)
    timed.at = datetime(2026, 10, 30, 11, 5, tzinfo=UTC)
    assert "m1" not in tick(timed)


def test_a_clock_that_slept_makes_up_for_what_is_still_of_use(timed: School):
    timed.at = datetime(2026, 10, 27, 11, 5, tzinfo=UTC)
    (told,) = tick(timed)["s1"]
    assert "3 days until the photo" in told.text
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        world = World(False, timed.at)
        assert uow.reminders.count_dropped(world, OPENS) > 0  # what was due two weeks before
    assert tick_through(timed, 20) == {}


def test_who_blocks_the_bot_is_told_to_the_coach_once_and_delays_nobody(timed: School):
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        for who in ("s1", "s2", "c1"):
            person = uow.people.find_and_hold(timed.people[who].person_id)
            assert person is not None
            uow.accounts.join(person, "telegram", who, NOON)
            note_told(uow, person, NOON)
    tick(timed)
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        claim = Claim("telegram", timed.at, timed.at.replace(minute=30), 10)
        sent = take_due(uow, claim, TOOLS.compose)
        assert {message.address for message in sent} == {"s1", "s2"}
        blocked = [
            Tried(message, Permanent(RefusalReason.BLOCKED), timed.at)
            for message in sent
            if message.address == "s1"
        ]
        settle_tried(uow, blocked)
        settle_tried(uow, [replace(tried, at=timed.at) for tried in blocked])
    tick(timed)
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (told,) = take_due(uow, Claim("telegram", timed.at, timed.at, 10), TOOLS.compose)
        assert told.address == "c1"
        assert told.content.text.startswith("Jonas Peeters can no longer be reached here")
    timed.at = datetime(2026, 10, 23, 10, 5, tzinfo=UTC)
    assert "s1" not in tick(timed)
