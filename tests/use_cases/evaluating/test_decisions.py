"""Decisions: recorded once, on the last photo, by a coach; seen, corrected, signed and told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, text

from bot.domain.evaluating.decisions import DecisionKind, Ruling, RulingFault, read_basis
from bot.domain.periods.period import Dates
from bot.domain.school.tracks import Person, Track
from bot.ports.evaluating.decisions import Told
from bot.ports.periods.photos import Photo, Seal
from bot.ports.worlds import World
from bot.seal import Signet, is_sealed
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.deciding.note_told import NotToldThen, note_told
from bot.use_cases.evaluating.deciding.record_decision import (
    DecidedMeanwhile,
    NotDecidedHere,
    Recording,
    UnsoundRuling,
    find_decisive_photo,
    record_decision,
)
from bot.use_cases.evaluating.deciding.see_decisions import see_decisions
from bot.use_cases.evaluating.deciding.sign_decisions import sign_decisions
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.mark_last import mark_last
from bot.use_cases.periods.refusals import Decided
from tests.databases import SchoolOn, connected
from tests.dialogues.clock import tick
from tests.dialogues.school import School

PHOTO = datetime(2026, 10, 20, 14, 0, tzinfo=UTC)
COUNCIL = datetime(2026, 10, 22, 9, 0, tzinfo=UTC)
RULING = Ruling(
    DecisionKind.QUALIFIED, ("Lien Martens", "Els Wouters"), date(2026, 10, 22), "It shows at work."
)


@dataclass
class Council:
    """What a test of a council has at hand."""

    school: School
    uow: StoredUnitOfWork
    coach: Person
    photo: Photo

    def track(self, who: str) -> Track:
        """Find the track of Jonas as somebody meets it."""
        person = self.school.people[who].person_id
        (track,) = (
            own for own in self.uow.tracks.list_of(person) if own.student == "Jonas Peeters"
        )
        return track

    def record(self, ruling: Ruling = RULING, follows: int | None = None):
        recording = Recording(self.photo, ruling, follows)
        return record_decision(self.uow, self.coach, self.track("c1"), recording, COUNCIL)


def photographed(engine: Engine, school: School, *, last: bool = True) -> School:
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        opens = school.at - timedelta(days=10)
        organisation = uow.catalogue.list_organisations()[0]
        period = add_period(uow, organisation.id, 1, "Three", Dates(opens, PHOTO))
        uow.periods.change(replace(period, last=last))
    school.at = PHOTO + timedelta(minutes=1)
    tick(school)
    return school


@pytest.fixture
def council(school_engine: Engine) -> Iterator[Council]:
    school = photographed(school_engine, School(school_engine).found())
    with school_engine.begin() as connection:
        yield at_hand(school, connection)


def at_hand(school: School, connection: Connection) -> Council:
    uow = StoredUnitOfWork(connection)
    coach = uow.people.find(school.people["c1"].person_id)
    (photo,) = uow.photos.list_all()
    assert coach is not None
    return Council(school, uow, coach, photo)


def test_a_decision_names_the_photo_and_is_seen_by_those_it_is_for(council: Council):
    recorded = council.record()
    assert recorded.made.head.photo == council.photo.digest
    basis = read_basis(recorded.made.basis)
    assert basis is not None
    assert (basis.student, basis.period, basis.author) == ("Jonas Peeters", "Three", "Lien Martens")
    seen = {who: len(see_decisions(council.uow, council.track(who))) for who in ("t1", "c1")}
    assert seen == {"t1": 1, "c1": 1}
    assert not see_decisions(council.uow, council.track("m1"))
    assert not see_decisions(council.uow, council.track("s1"))
    told = Told("Lien Martens", date(2026, 10, 22))
    coached = council.track("c1")
    assert note_told(council.uow, council.coach, coached, recorded, told, COUNCIL)
    assert not note_told(council.uow, council.coach, coached, recorded, told, COUNCIL)
    (seen_by_student,) = see_decisions(council.uow, council.track("s1"))
    assert seen_by_student.told == told
    assert not see_decisions(council.uow, council.track("m1"))


def test_a_correction_follows_and_nothing_is_changed(council: Council):
    first = council.record()
    again = replace(RULING, kind=DecisionKind.GOES_ON, reason="It was written down wrongly.")
    with pytest.raises(DecidedMeanwhile):
        council.record(again)
    second = council.record(again, first.id)
    with pytest.raises(DecidedMeanwhile):
        council.record(RULING, first.id)
    assert (second.link.number, second.link.before) == (2, first.digest)
    newest, oldest = see_decisions(council.uow, council.track("c1"))
    assert (newest.id, oldest.made) == (second.id, first.made)


def test_only_a_coach_decides_and_only_on_the_last_photo(council: Council):
    for who in ("s1", "m1", "t1"):
        recording = Recording(council.photo, RULING)
        with pytest.raises(NotDecidedHere):
            record_decision(council.uow, council.coach, council.track(who), recording, COUNCIL)
    period = council.uow.periods.find(council.photo.head.period_id)
    assert period is not None
    council.uow.periods.change(replace(period, last=False))
    assert find_decisive_photo(council.uow, council.track("c1")) is None
    with pytest.raises(NotDecidedHere):
        council.record()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"council": ()}, RulingFault.NOBODY),
        ({"council": ("Lien", " ")}, RulingFault.NOBODY),
        ({"reason": " "}, RulingFault.NO_REASON),
        ({"kind": DecisionKind.OTHER}, RulingFault.NO_WORDS),
        ({"words": "with honours"}, RulingFault.NO_WORDS),
        ({"reason": "x" * 2001}, RulingFault.TOO_LONG),
        ({"decided_on": date(2026, 10, 19)}, RulingFault.BEFORE_PHOTO),
        ({"decided_on": date(2026, 10, 23)}, RulingFault.NOT_YET),
    ],
)
def test_what_is_not_sound_is_not_recorded(council: Council, change, fault):
    with pytest.raises(UnsoundRuling) as refused:
        council.record(replace(RULING, **change))
    assert refused.value.fault is fault


def test_nobody_is_told_before_it_was_decided(council: Council):
    recorded = council.record()
    for day in (date(2026, 10, 21), date(2026, 10, 23)):
        with pytest.raises(NotToldThen):
            note_told(
                council.uow, council.coach, council.track("c1"), recorded, Told("x", day), COUNCIL
            )
    told = Told("Els", date(2026, 10, 22))
    with pytest.raises(PermissionError):
        note_told(council.uow, council.coach, council.track("t1"), recorded, told, COUNCIL)


CHANGES = [
    "UPDATE decision SET kind = 'not qualified'",
    "UPDATE decision SET reason = 'another'",
    "UPDATE decision SET council = '[\"Lien Martens\"]'",
    "UPDATE decision SET council = 'spoilt'",
    "UPDATE decision SET decided_on = '2026-10-21'",
    "UPDATE decision SET decided_on = 'spoilt'",
    "UPDATE decision SET basis = 'spoilt'",
    "UPDATE decision SET basis = replace(basis, 'Jonas', 'Karim')",
    "UPDATE decision SET made_at = '2026-10-21 09:00:00.000000'",
    "UPDATE decision SET author_id = author_id + 1",
    "UPDATE decision SET number = number + 1",
    "UPDATE decision SET council = '[1'",
    "UPDATE decision SET council = '[]'",
    "UPDATE decision SET decided_on = 'yesterday'",
    "UPDATE decision SET basis = '{}'",
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_that_was_changed_does_not_fit(council: Council, change: str):
    council.record()
    world = World(False, COUNCIL)
    (kept,) = council.uow.decisions.list_kept(world)
    assert kept.fits
    assert kept.stands
    council.uow.connection.execute(text(change))
    (kept,) = council.uow.decisions.list_kept(world)
    assert not kept.fits
    (seen,) = council.uow.decisions.list_of(council.track("c1").id)
    assert (seen.fits, seen.seal) == (False, None)


@pytest.mark.parametrize("column", ["made_at", "decided_on", "reason", "before", "signature"])
def test_a_row_that_cannot_be_read_any_more_is_found_and_holds_up_nothing(
    school_on: SchoolOn, column: str
):
    # PostgreSQL keeps nothing in a column that is not of its kind.
    with connected(school_on("sqlite", "en")) as engine:
        school = photographed(engine, School(engine).found())
        with engine.begin() as connection:
            council = at_hand(school, connection)
            council.record()
            connection.execute(text(f"UPDATE decision SET {column} = x'00ff'"))
            (kept,) = council.uow.decisions.list_kept(World(False, COUNCIL))
            assert kept.fits is (column == "signature")
            assert kept.seal is None or not is_sealed(kept.digest, kept.seal)
            (seen,) = council.uow.decisions.list_of(council.track("c1").id)
            assert seen.fits is kept.fits


def test_what_was_corrected_meanwhile_is_not_noted_as_told(council: Council):
    first = council.record()
    second = council.record(replace(RULING, kind=DecisionKind.GOES_ON), first.id)
    told, track = Told("Els Wouters", date(2026, 10, 22)), council.track("c1")
    assert not note_told(council.uow, council.coach, track, first, told, COUNCIL)
    assert not see_decisions(council.uow, council.track("s1"))
    assert note_told(council.uow, council.coach, track, second, told, COUNCIL)


def test_a_photo_on_which_was_decided_stays_the_last(council: Council):
    period = council.uow.periods.find(council.photo.head.period_id)
    assert period is not None
    again = mark_last(council.uow, mark_last(council.uow, period, last=False), last=True)
    council.record()
    with pytest.raises(Decided):
        mark_last(council.uow, again, last=False)


def test_another_photo_and_another_student_are_found(council: Council):
    council.record()
    world = World(False, COUNCIL)
    council.uow.connection.execute(text("UPDATE photo SET digest = 'other'"))
    assert not council.uow.decisions.list_kept(world)[0].stands
    was = {"was": council.photo.digest}
    council.uow.connection.execute(text("UPDATE photo SET digest = :was"), was)
    assert council.uow.decisions.list_kept(world)[0].stands
    another = {"person": council.coach.id, "track": council.track("c1").id}
    move = text("UPDATE track SET student_id = :person WHERE id = :track")
    council.uow.connection.execute(move, another)
    assert not council.uow.decisions.list_kept(world)[0].stands


def test_where_a_photo_was_taken_again_a_correction_sets_it_right(council: Council):
    first = council.record()
    council.uow.connection.execute(text("UPDATE photo SET digest = 'anew'"))
    (council.photo,) = council.uow.photos.list_all()
    assert not council.uow.decisions.list_kept(World(False, COUNCIL))[0].stands
    council.record(RULING, first.id)
    kept = council.uow.decisions.list_kept(World(False, COUNCIL))
    assert [own.stands for own in kept] == [True, True]


def test_it_is_signed_once_as_it_was_recorded(council: Council, tmp_path):
    sign = Signet(tmp_path / "key").sign
    first = council.record()
    second = council.record(RULING, first.id)
    world = World(False, COUNCIL)
    organisation = first.made.head.organisation_id
    known = {((organisation, 1), first.digest), ((organisation, 2), "another's")}
    sign_decisions(council.uow, world, sign, known)
    signed = council.uow.decisions.find(first.id)
    assert signed is not None
    assert signed.seal is not None
    assert is_sealed(signed.digest, signed.seal)
    left = council.uow.decisions.find(second.id)
    assert left is not None
    assert left.seal is None
    council.uow.decisions.sign(first.id, Seal("other", "other"))
    assert council.uow.decisions.find(first.id) == signed
