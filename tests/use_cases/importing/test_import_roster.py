"""Importing a roster: what is made, changed and left alone; nothing is ever deleted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.school.tracks import Role
from bot.domain.scoring.scales import Mastery
from bot.exchange.sample import read_sample
from bot.storage.school.programmes import read_programme
from bot.storage.school.tracks import StoredTracks
from bot.storage.tables import entry, score
from bot.use_cases.importing.import_programme import import_programme_details
from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, counts, in_memory, school

ALL_KINDS = {
    "people",
    "programmes",
    "class_groups",
    "workplaces",
    "tracks",
    "placements",
    "involvements",
    "lessons",
}


@pytest.fixture
def oven():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        yield own


def names(oven):
    return dict(oven.rows("SELECT school_id, name FROM person"))


def test_a_first_row_makes_all_that_it_names(oven):
    report = oven.enrol(JONAS)
    assert report.rejected == ()
    assert report.changes.as_json()["new"] == {
        "people": 4,
        "programmes": 1,
        "class_groups": 1,
        "workplaces": 1,
        "tracks": 1,
        "placements": 1,
        "involvements": 3,
        "lessons": 0,
    }
    assert oven.around() == {
        ("s1", "m1", "mentor"),
        ("s1", "t1", "teacher"),
        ("s1", "c1", "coach"),
    }
    programme = read_programme(oven.connection, 1, {})
    assert (programme.code, programme.title) == ("BK-0999-2", "Baker")
    assert [competence.number for competence in programme.competences] == [1, 2]
    (track,) = StoredTracks(oven.connection, {}).list_of(2)
    assert track.roles == {Role.MENTOR}
    assert (track.student, track.class_group) == ("Jonas Verlinde", "6A")
    assert [placement.workplace for placement in track.placements] == ["The Oven"]


def test_the_same_again_changes_nothing(oven):
    rows = [JONAS, replace(NOOR, language="en", email="n@x.be", weekly_hours="20")]
    oven.enrol(*rows)
    before = oven.everything()
    assert set(counts(oven.enrol(*rows))) == {"unchanged"}
    assert oven.everything() == before


def test_people_of_several_rows_are_made_once(oven):
    report = oven.enrol(JONAS, NOOR)
    assert counts(report)["new"]["people"] == 5
    assert counts(report)["new"]["involvements"] == 6


def test_what_only_a_student_has(oven):
    row = replace(
        JONAS,
        language="EN",
        email="jonas@school.example",
        training_plan="Bread",
        weekly_hours="20,0",
    )
    oven.enrol(row)
    found = oven.rows("SELECT school_id, language, email FROM person ORDER BY school_id")
    assert found == [
        ("c1", None, None),
        ("m1", None, None),
        ("s1", "en", "jonas@school.example"),
        ("t1", None, None),
    ]
    placement = "SELECT training_plan, weekly_hours, starts_on, ends_on FROM placement"
    assert oven.rows(placement) == [("Bread", 200, None, None)]
    assert set(counts(oven.enrol(JONAS))) == {"unchanged"}
    changed = oven.enrol(replace(row, language="nl", email="j@x.be", weekly_hours="0"))
    assert counts(changed)["changed"] == {"people": 1, "placements": 1}
    assert oven.rows("SELECT language, email FROM person WHERE school_id = 's1'") == [
        ("nl", "j@x.be")
    ]
    assert oven.rows(placement) == [("Bread", 0, None, None)]


def test_everybody_of_a_line_may_have_an_address(oven):
    row = replace(
        JONAS,
        email="jonas@school.example",
        mentor_email="Karim@Bäckerei.example",
        coach_email="lien@school.example",
    )
    oven.enrol(row)
    addresses = "SELECT school_id, email FROM person ORDER BY school_id"
    assert oven.rows(addresses) == [
        ("c1", "lien@school.example"),
        ("m1", "Karim@xn--bckerei-5wa.example"),
        ("s1", "jonas@school.example"),
        ("t1", None),
    ]
    assert set(counts(oven.enrol(row))) == set(counts(oven.enrol(JONAS))) == {"unchanged"}
    told = oven.enrol(
        replace(row, mentor_email="karim@oven"),
        replace(NOOR, mentor_email="k@oven.example"),
        replace(NOOR, line=9, student_id="s9", student="Ana Nova", mentor_email="k2@oven.example"),
    )
    assert [(notice.line, english(notice.text)) for notice in told.notices] == [
        (2, "karim@oven cannot be written to: no e-mail goes there"),
        (9, "m1 has the e-mail address k2@oven.example here, and k@oven.example before that: "
            "the last counts"),
    ]  # fmt: skip
    assert oven.rows(addresses)[1] == ("m1", "k2@oven.example")


def test_who_has_another_name_is_renamed(oven):
    oven.enrol(JONAS)
    report = oven.enrol(replace(JONAS, mentor="Karim Haddád-Nys"))
    assert counts(report)["changed"] == {"people": 1}
    found = oven.rows("SELECT name, folded_name FROM person WHERE school_id = 'm1'")
    assert found == [("Karim Haddád-Nys", "karim haddad-nys")]


def test_who_is_replaced_in_a_row_loses_sight_and_keeps_the_scores(oven):
    oven.enrol(JONAS, NOOR)
    now = datetime(2026, 10, 14, tzinfo=UTC)
    ours = {"organisation_id": 1, "author_id": 2, "said_at": now}
    oven.connection.execute(entry.insert().values(id=1, title="1", **ours))
    indicator = {"competence_id": 1, "indicator_id": 1, "track_id": 1, "placement_id": 1}
    said = {"entry_id": 1, "role": "mentor", "mastery": Mastery.AUTONOMOUS.value}
    oven.connection.execute(score.insert().values(**ours, **indicator, **said))
    report = oven.enrol(replace(JONAS, mentor_id="m2", mentor="Piet Hein", coach_id="", coach=""))
    assert counts(report)["ended"] == {"involvements": 2}
    assert counts(report)["new"] == {"people": 1, "involvements": 1}
    tracks = StoredTracks(oven.connection, {})
    assert [track.student for track in tracks.list_of(2)] == ["Noor Peeters"]
    assert oven.around() == {
        ("s1", "m2", "mentor"),
        ("s1", "t1", "teacher"),
        ("s2", "m1", "mentor"),
        ("s2", "t1", "teacher"),
        ("s2", "c1", "coach"),
    }
    assert oven.rows("SELECT author_id, placement_id FROM score") == [(2, 1)]
    assert names(oven)["m1"] == "Karim Haddad"


def test_rows_that_are_absent_are_untouched(oven):
    oven.enrol(JONAS, NOOR)
    before = oven.everything()
    oven.enrol(replace(NOOR, line=2))
    assert oven.everything() == before


def test_a_student_whose_class_group_changed_moves(oven):
    oven.enrol(JONAS)
    report = oven.enrol(replace(JONAS, class_group="6B"))
    assert counts(report)["changed"] == {"tracks": 1}
    assert counts(report)["new"] == {"class_groups": 1}
    group = "SELECT name FROM class_group JOIN track ON class_group_id = class_group.id"
    assert oven.rows(group) == [("6B",)]


def test_several_workplaces_share_a_track(oven):
    second = replace(JONAS, line=3, workplace="The Mill", mentor_id="m2", mentor="Piet Hein")
    report = oven.enrol(JONAS, second)
    assert counts(report)["new"]["tracks"] == 1
    assert counts(report)["new"]["placements"] == 2
    assert oven.around() >= {("s1", "m1", "mentor"), ("s1", "m2", "mentor")}


def test_names_of_places_match_in_any_case_and_keep_their_first_spelling(oven):
    oven.enrol(JONAS)
    again = oven.enrol(replace(JONAS, workplace="the  OVEN", class_group="6a"))
    assert set(counts(again)) == {"unchanged"}
    assert oven.rows("SELECT name FROM workplace") == [("The Oven",)]


def test_one_student_may_follow_two_programmes(oven):
    oven.learn(replace(BAKER, code="OVEN", version=""))
    report = oven.enrol(JONAS, replace(JONAS, line=3, framework="OVEN", class_group="6B"))
    assert counts(report)["new"]["tracks"] == 2
    assert counts(report)["new"]["programmes"] == 2


def test_a_dry_run_reports_the_same_and_writes_nothing(oven):
    oven.enrol(JONAS)
    oven.learn(replace(BAKER, code="OVEN", version=""))
    before = oven.everything()
    rows = (
        replace(JONAS, mentor_id="m2", mentor="Piet Hein", class_group="6B"),
        replace(NOOR, framework="OVEN", workplace="The Mill"),
        replace(NOOR, line=9, framework="?"),
    )
    rehearsed = oven.enrol(*rows, dry_run=True)
    assert oven.everything() == before
    report = oven.enrol(*rows)
    assert rehearsed == report
    assert counts(report)["new"] == {
        "people": 2,
        "programmes": 1,
        "class_groups": 1,
        "workplaces": 1,
        "tracks": 1,
        "placements": 1,
        "involvements": 4,
    }
    assert counts(report)["changed"] == {"tracks": 1}
    assert [left.line for left in report.rejected] == [9]


def test_with_strict_nothing_goes_in_where_a_row_is_bad(oven):
    before = oven.everything()
    report = oven.enrol(JONAS, replace(NOOR, workplace=""), strict=True)
    assert report.refused
    assert counts(report) == {}
    assert [left.line for left in report.rejected] == [3]
    assert oven.everything() == before
    assert not oven.enrol(JONAS, NOOR, strict=True).refused
    assert len(names(oven)) == 5


def test_no_rows_are_no_changes(oven):
    report = oven.enrol()
    assert report.as_json(str) == {
        **{change: dict.fromkeys(ALL_KINDS, 0) for change in ("new", "changed", "unchanged")},
        "rejected": [],
    }


def test_another_school_sees_and_changes_nothing_of_this_one(oven):
    oven.enrol(JONAS)
    before = oven.everything()
    other = school(oven.connection, "Other")
    other.learn(BAKER)
    report = other.enrol(replace(JONAS, student="Somebody Else", mentor_id="m1", mentor="Other"))
    assert set(counts(report)) == {"new"}
    for table, rows in before.items():
        assert other.everything()[table][: len(rows)] == rows


def test_the_samples_own_drafts_go_in(oven):
    sample = read_sample()
    for framework in sample.frameworks:
        oven.learn(framework)
    for programme in sample.programmes:
        import_programme_details(oven.catalogue, oven.organisation.id, programme)
    report = oven.enrol(*sample.rows, strict=True)
    assert not report.refused
    assert counts(report)["new"]["people"] == 17
    assert counts(report)["unchanged"] == {"programmes": 1}
