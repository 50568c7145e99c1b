"""A placement that stops: three taps, a sentence, and from the day after only its mentors leave."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.importing.drafts import RosterRow
from bot.domain.telling.delivery import DeliveryState
from bot.storage.tables import outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import RosterReport, import_roster
from tests.dialogues.clock import hear, tick, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of, roster
from tests.exchange.english import english

__all__ = ["dutch_school", "own_school"]

CONFIRMED = "Jonas Peeters stops at Elektro bv. Last day: "


def stops(
    school: School,
    who: str = "m1",
    day: str = "end of this week",
    hears: str = "everybody around Jonas",
) -> str:
    """Go the three taps, and give the sentence that confirms them."""
    school.say(who, "/stops jonas")
    school.tap(who, "both agree")
    for label in school.buttons(who):
        if label.startswith(day):
            school.tap(who, label)
            break
    else:
        school.say(who, day)
    return school.tapped(who, hears)


def imported(school: School, *rows: RosterRow, dry_run: bool = False) -> RosterReport:
    with school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        (organisation,) = catalogue.list_organisations()
        return import_roster(catalogue, organisation, rows, dry_run=dry_run)


def sent_to(school: School, who: str) -> list[str]:
    """What was said to somebody unasked, of what was not dropped."""
    with school.engine.begin() as connection:
        dead = outbox.c.state == DeliveryState.DEAD.value
        connection.execute(delete(outbox).where(dead))
    return told(school, who, "answer")


def around(school: School) -> set[str]:
    """Who meets Jonas's track."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        of = {who: uow.tracks.list_of(known.person_id) for who, known in school.people.items()}
    return {who for who, own in of.items() if any(track.id == 1 for track in own)}


def test_three_taps_and_a_sentence_with_undo(school: School):
    asked = school.say("m1", "/stops jonas")
    assert asked[-1].text.startswith(
        "Does Jonas stop at Elektro bv? Everything that was said stays"
    )
    assert "/track" not in asked[-1].text
    assert buttons_of(asked) == [
        "the student stops", "the company stops", "both agree", "another reason",
    ]  # fmt: skip
    assert "Which day is the last one at Elektro bv?" in school.tapped("m1", "both agree")
    day = next(label for label in school.buttons("m1") if label.startswith("end of this week"))
    assert "Who hears it? With this tap it is stored." in school.tapped("m1", day)
    said = school.tapped("m1", "everybody around Jonas")
    assert said.startswith(CONFIRMED)
    assert (
        "(both agree).\nTold: Jonas Peeters, Els Wouters and Lien Martens.\nAll scores stay."
        in said
    )
    again = school.text("m1", "/stops jonas")
    assert "Said by Karim Haddad." in again
    assert "goes on at Elektro bv" in school.tapped("m1", "it goes on after all")
    assert school.text("m1", "/stops jonas").startswith("Does Jonas stop at Elektro bv?")


def test_after_the_last_day_only_the_mentor_leaves_and_what_was_said_goes_on(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 vvll")
    school.say("s1", "8 vvvv")
    assert f"{CONFIRMED}16 Oct" in stops(school)
    school.at = datetime(2026, 10, 16, 21, 59, tzinfo=UTC)  # a minute before midnight in Brussels
    tick(school)
    assert around(school) == {"s1", "m1", "t1", "c1"}
    assert "8 Marks out routes" in school.text("m1", "/report jonas")
    school.at = datetime(2026, 10, 16, 22, 0, tzinfo=UTC)
    tick(school)
    assert around(school) == {"s1", "t1", "c1"}
    left = school.text("m1", "/report jonas")
    assert left.startswith("Jonas Peeters is no longer with you: Elektro bv ended on 16 Oct.")
    assert "Noor" in school.text("m1", "/report noor")
    for who in ("s1", "t1", "c1"):
        said = school.text(who, "/report" if who == "s1" else "/report jonas")
        assert "No workplace now: Elektro bv stopped (last day 16 Oct)." in said
    stopped = "Elektro bv: stopped, without its mentors; last day 16 Oct;"
    assert stopped in school.text("c1", "/track jonas")
    assert school.agrees()


def test_a_day_that_is_past_lets_the_mentor_go_at_once_and_undo_brings_them_back(
    own_school: School,
):
    said = stops(own_school, day="12/10/2026", hears="coach only")
    assert "Told: Lien Martens." in said
    assert "Nobody at Elektro bv is asked anything about Jonas any more." in said
    assert around(own_school) == {"s1", "t1", "c1"}
    assert "that a placement stops" in own_school.tapped("m1", "↩ Undo")
    assert around(own_school) == {"s1", "m1", "t1", "c1"}


def test_who_left_by_saying_so_takes_it_back_within_a_day_and_a_coach_at_any_time(
    own_school: School,
):
    stops(own_school, day="12/10/2026")
    own_school.later(days=1, seconds=1)
    own_school.tap("m1", "↩ Undo")
    assert "You no longer follow this student" in own_school.tapped("m1", "yes, undo it")
    assert "m1" not in around(own_school)
    own_school.say("c1", "/stops jonas")
    own_school.tap("c1", "it goes on after all")
    assert "m1" in around(own_school)
    assert own_school.text("m1", "/undo") == "There is nothing of yours to undo."
    assert "m1" in around(own_school)


@pytest.mark.parametrize(
    ("hears", "hearing"),
    [
        ("everybody around Jonas", {"s1", "t1", "c1"}),
        ("teacher and coach", {"t1", "c1"}),
        ("coach only", {"c1"}),
    ],
)
def test_those_hear_it_who_were_chosen_and_the_coach_always(
    school: School, hears: str, hearing: set[str]
):
    stops(school, hears=hears)
    school.later(hours=3)
    hear(school)
    for who in ("s1", "s2", "m2", "t1", "c1"):
        heard = any(CONFIRMED in text for text in sent_to(school, who))
        assert heard is (who in hearing), who


def test_what_is_taken_back_before_it_was_told_is_not_told(own_school: School):
    stops(own_school)
    own_school.tap("m1", "↩ Undo")
    own_school.later(hours=3)
    hear(own_school)
    (said,) = sent_to(own_school, "c1")
    assert said == "Jonas Peeters goes on at Elektro bv after all. Everything is as before."


def test_a_roster_that_names_the_mentor_there_brings_nobody_back(own_school: School):
    stops(own_school, day="12/10/2026")
    jonas = roster()[0]
    for dry_run in (True, False):
        report = imported(own_school, *roster(), dry_run=dry_run)
        assert not report.rejected
        told = [english(notice.text) for notice in report.notices]
        assert any(
            "Jonas Peeters stopped at Elektro bv on 2026-10-12" in line
            and "kompaan track resume s1 --workplace 'Elektro bv'" in line
            for line in told
        ), told
        assert "m1" not in around(own_school)
    assert imported(own_school, jonas).changes.as_json()["changed"]["placements"] == 0


def test_a_new_workplace_begins_with_what_is_known(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 vvll")
    stops(school, day="12/10/2026")
    there = replace(roster()[0], workplace="Volta nv", mentor_id="m2", mentor="An Claes")
    report = imported(school, there, *roster()[1:])
    told = [english(notice.text) for notice in report.notices]
    assert any("stopped at Elektro bv, and teacher and coach are still around" in t for t in told)
    assert around(school) == {"s1", "m2", "t1", "c1"}
    assert "No workplace now" not in school.text("c1", "/report jonas")
    card = school.text("m2", "/score jonas 8")
    assert "marks 1" in card
    before = school.text("m2", "/report jonas 8")
    assert "✓" in before
    school.say("m2", "jonas 8.3 v")
    after = school.text("c1", "/report jonas 8")
    assert after.count("✓") >= 3
    assert school.agrees()


def test_only_a_mentor_of_the_placement_and_a_coach_say_so(own_school: School):
    for who in ("s2", "m2", "t1"):
        said = own_school.text(who, "/stops jonas")
        assert "Does Jonas stop" not in said
    assert "Tell the coach, Lien Martens" in own_school.text("s1", "/stops")
    for who in ("s1", "s2", "m2", "t1"):
        for code in ("ip:1", "iy:1:both", "il:1:both:20261016", "ih:1:both:20261016:all"):
            assert "Nothing was stored" in own_school.tap_code(who, code)[-1].text
    assert "far away" in own_school.tap_code("m1", "ih:1:both:20621016:all")[-1].text
    assert own_school.text("m1", "/stops jonas").startswith("Does Jonas stop at Elektro bv?")
    stops(own_school)
    for who in ("s1", "s2", "m2", "t1"):
        assert "Nothing was stored" in own_school.tap_code(who, "ig:1")[-1].text
    assert "Last day" in own_school.text("c1", "/stops jonas")


def test_it_is_noted_and_a_track_that_ends_and_goes_on_leaves_the_mentors_away(own_school: School):
    school = own_school
    stops(school, day="12/10/2026")
    with school.engine.begin() as connection:
        (act,) = StoredUnitOfWork(connection).rights_acts.list_of(1)
    assert act.act.kind is RightsActKind.PLACEMENT_STOPPED
    assert act.act.by_id == school.people["m1"].person_id
    assert act.act.about_id == school.people["s1"].person_id
    assert dict(act.act.ids) == {"placement": 1}
    school.say("c1", "/track jonas")
    school.tap("c1", "end the track")
    school.tap("c1", "yes, end it")
    assert around(school) == {"s1"}
    school.tap("c1", "take it up again")
    assert around(school) == {"s1", "t1", "c1"}
    school.say("c1", "/stops jonas")
    school.tap("c1", "it goes on after all")
    assert around(school) == {"s1", "m1", "t1", "c1"}


def test_in_dutch(dutch_school: School):
    dutch_school.say("m1", "/stopt jonas")
    dutch_school.tap("m1", "beide akkoord")
    dutch_school.say("m1", "vrijdag")
    said = dutch_school.tapped("m1", "leerkracht en coach")
    assert said.startswith("Jonas Peeters stopt bij Elektro bv. Laatste dag: 16 okt")
    assert "Alle scores blijven." in said
