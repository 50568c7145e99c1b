"""Who sees what of claims, on both databases: every cell."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.domain.importing.drafts import RosterRow
from bot.domain.recognising.claims import ClaimEvidence, ClaimVerdict
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import CLAIM_SIGHT, ClaimSight, claim_sight_of
from bot.domain.scoring.prior import LearnedHow, Recognised
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from tests.databases import SchoolOn, connected
from tests.dialogues.school import MORNING, School

STATES = ("unsent", "waiting", "confirmed", "refused", "appealed", "withdrawn")


@dataclass
class Claimed:
    """A claim of Jonas in each state, by the state."""

    uow: StoredUnitOfWork
    track: int
    people: dict[str, int]
    claims: dict[str, int]


@pytest.fixture
def claimed(school_on: SchoolOn, backend: str) -> Iterator[Claimed]:
    """Jonas also works at Volta nv, with An, another teacher and another coach."""
    second = RosterRow(
        line=2, framework="ELEC-1", class_group="6E", student_id="s1", student="Jonas Peeters",
        workplace="Volta nv", mentor_id="m2", mentor="An Claes", teacher_id="t2",
        teacher="Tom Baert", coach_id="c2", coach="Mia Smet",
    )  # fmt: skip
    with connected(school_on(backend, "en")) as engine:
        school = School(engine).found()
        with engine.begin() as connection:
            uow = school.unit(connection)
            (row,) = uow.catalogue.list_organisations()
            assert isinstance(row, OrganisationRow)
            assert not import_roster(uow.catalogue, row, [second]).rejected
            people = {person.school_id: person.id for person in uow.people.list_all()}
            (jonas,) = uow.tracks.list_of(people["s1"])
            claims = {state: _claim(uow, people, jonas.id, state) for state in STATES}
            yield Claimed(uow, jonas.id, people, claims)


def _claim(uow: StoredUnitOfWork, people: dict[str, int], track: int, state: str) -> int:
    student = people["s1"]
    (jonas,) = uow.tracks.list_of(student)
    competence = uow.tracks.read_programme(jonas.programme_id).competences[0]
    new = uow.prior_claims.begin(1, track, competence.id, MORNING)
    claim = uow.claim_reads.find_seen(student, new)
    assert claim is not None
    uow.prior_claims.choose(claim, [competence.indicators[0].id])
    uow.prior_claims.say_how(new, LearnedHow.INFORMAL)
    uow.prior_claims.say_words(new, "at home")
    uow.prior_claims.add_evidence(claim, ClaimEvidence("text", "a letter"), MORNING)
    if state == "unsent":
        return new
    uow.prior_claims.send(new, MORNING)
    if state in ("refused", "appealed"):
        said = (people["t1"], Role.TEACHER, ClaimVerdict.REFUSED, "no proof")
        uow.prior_claims.say(claim, *said, MORNING)
        uow.prior_claims.settle(claim, ClaimVerdict.REFUSED, MORNING, None)
    if state == "confirmed":
        uow.prior_claims.settle(claim, ClaimVerdict.CONFIRMED, MORNING, None)
    if state == "appealed":
        uow.prior_claims.appeal(new, "but it is so", MORNING)
    if state == "withdrawn":
        uow.prior_claims.withdraw(new, MORNING)
    return new


# viewer → (role around Jonas, which claims are seen, and whether with their words)
SENT = {"waiting", "confirmed", "refused", "appealed"}
SEEN = {
    "s1": (Role.STUDENT, {"unsent", *SENT}, True),
    "m1": (Role.MENTOR, {"confirmed"}, False),
    "m2": (Role.MENTOR, {"confirmed"}, False),
    "t1": (Role.TEACHER, SENT, True),
    "t2": (Role.TEACHER, SENT, True),
    "c1": (Role.COACH, SENT, True),
    "c2": (Role.COACH, SENT, True),
    "s2": (None, set(), False),
    "s3": (None, set(), False),
}


def test_who_sees_which_claim_and_its_words(claimed: Claimed):
    states = {identity: state for state, identity in claimed.claims.items()}
    for viewer, (role, expected, deep) in SEEN.items():
        me = claimed.people[viewer]
        seen = claimed.uow.claim_reads.list_seen(me, [claimed.track])
        assert {states[claim.id] for claim in seen} == expected, viewer
        assert claim_sight_of(frozenset({role} if role else ())) is (
            CLAIM_SIGHT[role] if role else ClaimSight.NOTHING
        )
        for claim in seen:
            whole = (claim.words, len(claim.evidence))
            assert whole == (("at home", 1) if deep else ("", 0)), (viewer, states[claim.id])
            assert len(claim.indicators) == 1
            said = deep and states[claim.id] in ("refused", "appealed")
            assert [own.reason for own in claim.verdicts] == (["no proof"] if said else [])
            appeal = "but it is so" if deep and states[claim.id] == "appealed" else ""
            assert claim.appeal == appeal
        for state, identity in claimed.claims.items():
            found = claimed.uow.claim_reads.find_seen(me, identity)
            assert (found is not None) is (state in expected), (viewer, state)
        recognised = claimed.uow.claim_reads.list_recognised(me, [claimed.track])
        (only,) = recognised.get(claimed.track, ()) if role else (None,)
        if role:
            assert isinstance(only, Recognised)
            assert only.how is LearnedHow.INFORMAL
        else:
            assert not recognised


def test_every_role_has_its_row():
    assert set(CLAIM_SIGHT) == set(Role)
    assert {role for role, *_seen in SEEN.values() if role} == set(Role)


def test_what_is_open_again_is_not_recognised(claimed: Claimed):
    me = claimed.people["s1"]
    claim = claimed.uow.claim_reads.find_seen(me, claimed.claims["confirmed"])
    assert claim is not None
    assert claim.outcome is ClaimVerdict.CONFIRMED
    assert claimed.uow.prior_claims.unsettle(claim, MORNING) is None
    assert not claimed.uow.claim_reads.list_recognised(me, [claimed.track])
    again = claimed.uow.claim_reads.find_seen(claimed.people["m1"], claim.id)
    assert again is None


def test_what_was_not_sent_is_dropped_with_all_of_it(claimed: Claimed):
    me = claimed.people["s1"]
    claimed.uow.prior_claims.drop_unsent(claimed.track)
    assert claimed.uow.claim_reads.find_seen(me, claimed.claims["unsent"]) is None
    assert len(claimed.uow.claim_reads.list_seen(me, [claimed.track])) == len(SENT)
