"""The ledger: marks and colours follow from it, whatever the order and whatever is undone."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Score, fold
from bot.domain.scoring.scales import Coverage, Mastery, contradicts
from bot.ports import Seat
from bot.storage.scoring.system_reads import disagreements, film_as_of
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.scoring.store_scores import Occasion, Sayings, store_scores
from bot.use_cases.scoring.undo_entry import undo_entry
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]  # the fixture, lent from the dialogues


@pytest.fixture
def school(own_school: School) -> School:
    return own_school


said = st.tuples(
    st.integers(0, 3),
    st.sampled_from([None, *Mastery]),
    st.sampled_from([None, *Coverage]),
    st.integers(0, 1),
    st.booleans(),
    st.integers(-5, 5),
)
step = st.one_of(st.tuples(st.just("say"), said), st.tuples(st.just("undo"), st.integers(0, 9)))


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(step, max_size=12))
def test_whatever_is_said_and_undone_ledger_marks_and_colours_agree(school: School, steps):
    person = school.people["m1"]
    entries: list[int] = []
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        track = uow.tracks.list_of(person.person_id)[0]
        programme = uow.tracks.read_programme(track.programme_id)
        competence = programme.competences[0]
        seat = Seat(1, person.person_id, track.id, Role.MENTOR, track.placement_id)
        for kind, what in steps:
            if kind == "undo":
                if entries:
                    undo_entry(uow, person.person_id, MORNING, entries[what % len(entries)])
                continue
            place, mastery, coverage, tally, not_here, hours = what
            if contradicts(mastery, coverage):
                continue
            at = MORNING + timedelta(hours=hours)
            score = Score(at, mastery, coverage, tally, not_here)
            if not (mastery or coverage or tally or not_here):
                continue
            entry = uow.ledger.open_entry(1, person.person_id, at, "t", "")
            indicator = competence.indicators[place].id
            uow.ledger.add_scores(entry, seat, competence.id, {indicator: score})
            entries.append(entry.id)
        assert disagreements(connection) == []


def test_the_check_sees_a_wrong_mark_and_a_wrong_colour(school: School):
    school.say("m1", "jonas 8 all v")
    with school.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE mark SET mastery = 'X' WHERE role = 'mentor'")
        connection.exec_driver_sql("UPDATE colour SET covered = 9 WHERE role = 'mentor'")
        found = disagreements(connection)
        assert sum("mark" in line for line in found) == 4
        assert sum("colour" in line for line in found) == 1
        connection.rollback()


def test_the_film_as_of_an_instant_knows_nothing_of_later_scores_and_undos(school: School):
    school.say("m1", "jonas 8 all x")
    then = school.at
    school.later(hours=1)
    school.say("m1", "jonas 8 all v")
    school.later(hours=1)
    school.say("m1", "/undo")
    school.say("m1", "/undo")
    with school.engine.begin() as connection:
        at_first = film_as_of(connection, then)
        at_second = film_as_of(connection, then + timedelta(hours=1))
        now = film_as_of(connection, school.at)
    assert {mark.mastery for mark in at_first.values()} == {Mastery.NOT_SHOWN}
    assert {mark.mastery for mark in at_second.values()} == {Mastery.AUTONOMOUS}
    assert now == {}


def test_a_late_score_folds_as_the_domain_says(school: School):
    school.say("m1", "jonas 8 all vr")
    school.later(hours=-3)
    school.say("m1", "jonas 8 all x")
    expected = fold(
        [
            Score(MORNING, Mastery.AUTONOMOUS, Coverage.REGULARLY, id=1),
            Score(school.at, Mastery.NOT_SHOWN, id=2),
        ]
    )
    with school.engine.begin() as connection:
        film = film_as_of(connection, MORNING)
    assert {mark.mastery for mark in film.values()} == {expected.mastery}


def test_co_mentors_share_one_perspective_and_the_newest_counts(school: School):
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        track = uow.tracks.list_of(school.people["m1"].person_id)[0]
        programme = uow.tracks.read_programme(track.programme_id)
        competence = programme.competences[0]
        for number, (who, mastery) in enumerate(
            [("m1", Mastery.AUTONOMOUS), ("m2", Mastery.NOT_SHOWN)]
        ):
            seat = Seat(1, school.people[who].person_id, track.id, Role.MENTOR, None)
            at = MORNING + timedelta(minutes=number)
            store_scores(
                uow,
                seat,
                [Sayings(competence, {competence.indicators[0].id: Score(at, mastery)})],
                Occasion(at, "t"),
            )
    assert "mentor (An Claes)" in school.text("c1", "/report jonas 8")
    assert "mentor ✗" in school.text("c1", "/report jonas 8")
