"""Somebody stands in, or took students over, and what was before is gone, over, or in a roster."""

from datetime import UTC, datetime

import pytest

from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import RosterReport, import_roster
from tests.dialogues.clock import tick, tick_through, told
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School, roster
from tests.dialogues.supporting.test_handover import coached_by, handed_over
from tests.dialogues.supporting.test_handover_day import erase
from tests.dialogues.supporting.test_substitute import name_an
from tests.exchange.english import english

__all__ = ["own_school"]

LAST_MINUTE = datetime(2026, 10, 23, 21, 59, tzinfo=UTC)
"""Of the last day of who stands in, before midnight in Brussels."""


def test_sight_ends_with_the_minute_and_not_with_the_clock_that_looks_by(own_school: School):
    name_an(own_school)
    own_school.say("m2", "jonas 8.1 ✓")
    own_school.at = LAST_MINUTE
    assert "8 Marks out routes" in own_school.text("m2", "/report jonas")
    own_school.say("m2", "/score jonas")
    own_school.at = datetime(2026, 10, 23, 22, 0, tzinfo=UTC)  # and no tick
    scores = own_school.scores
    assert "8 Marks out routes" not in own_school.text("m2", "/report jonas")
    own_school.say("m2", "jonas 8.2 ✓")
    own_school.say("m2", "/undo")
    assert own_school.scores == scores
    assert "Jonas" not in own_school.text("m2", "/open")
    assert "8 Marks out routes" in own_school.text("m1", "/report jonas")
    for who in ("m1", "m2", "s1"):
        assert own_school.text(who, "/substitute").startswith("Nobody stands in"), who
    assert "Nobody stands in for anybody at the moment." in own_school.text("c1", "/substitute")


def test_who_was_away_is_erased_and_the_coach_hears_who_comes_behind(own_school: School):
    name_an(own_school)
    tick_through(own_school, 4)
    erase(own_school, "m1")
    assert "8 Marks out routes" in own_school.text("m2", "/report jonas")  # until the day
    tick_through(own_school, 30)
    heard = told(own_school, "c1", "reminder")[-1]
    assert heard.startswith(
        "The mentor of Jonas Peeters and Noor Aziz for whom An Claes stands in is no longer in the "
        "school’s list.\nAn Claes goes on up to and including 23 Oct. See that somebody comes"
    )
    assert "Karim" not in heard
    own_school.at = datetime(2026, 10, 23, 22, 0, tzinfo=UTC)
    tick(own_school)
    own_school.at = datetime(2026, 10, 26, 11, 0, tzinfo=UTC)
    tick(own_school)
    heard = told(own_school, "c1", "reminder")[-1]
    assert "An Claes no longer stands in.\nJonas Peeters · Elektro bv: there is no mentor" in heard
    student = told(own_school, "s1", "reminder")[-1]
    assert student == "An Claes no longer stands in.\nYour coach sees who comes instead."


def read_in(school: School, *, dry_run: bool = False, coaches_back: bool = False) -> RosterReport:
    """Read the roster in again, in which the coach of before stands."""
    with school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        (organisation,) = catalogue.list_organisations()
        how = {"coaches_back": coaches_back}
        return import_roster(catalogue, organisation, roster(), dry_run=dry_run, sender="", **how)


def said(report: RosterReport) -> list[str]:
    """What is said of its lines."""
    return [english(notice.text) for notice in report.notices]


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_roster_that_names_the_coach_of_before_brings_nobody_back(
    own_school: School, dry_run: bool
):
    handed_over(own_school)
    report = read_in(own_school, dry_run=dry_run)
    assert said(report) == [
        "Lien Martens handed Jonas Peeters over to Els Wouters, who stays the coach: write Els "
        "Wouters there; where Lien Martens is to come back after all: --coaches-back, or /handover"
    ]
    assert coached_by(own_school, "t1") == {"Jonas Peeters"}
    assert "Jonas Peeters" not in coached_by(own_school, "c1")


def test_it_brings_them_back_where_that_is_said(own_school: School):
    handed_over(own_school)
    assert said(read_in(own_school, coaches_back=True)) == []
    assert "Jonas Peeters" in coached_by(own_school, "c1")


def test_who_handed_on_and_came_back_is_read_in_as_ever(own_school: School):
    handed_over(own_school)
    own_school.later(minutes=1)
    own_school.say("t1", "/handover jonas")
    own_school.say("t1", "lien")
    own_school.tap("t1", "now")
    assert said(read_in(own_school)) == []
    assert "Jonas Peeters" in coached_by(own_school, "c1")
    assert coached_by(own_school, "t1") == set()
