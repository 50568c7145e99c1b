"""A name in what is signed about somebody else stays, and who is to be forgotten is told so."""

from datetime import date

from bot.domain.evaluating.decisions import DecisionKind, Ruling
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.deciding.record_decision import Recording, record_decision
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.decided import photograph
from tests.dialogues.school import School

__all__ = ["own_school"]

STAYS = "Where a signed photo or decision about somebody else holds your name, it stays"


def decide(school: School, student: str, why: str) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        coach = uow.people.find(school.people["c1"].person_id)
        assert coach is not None
        (track,) = (own for own in uow.tracks.list_of(coach.id) if own.student == student)
        ruling = Ruling(DecisionKind.NOT_QUALIFIED, ("Lien Martens",), date(2026, 10, 14), why)
        record_decision(uow, coach, track, Recording(uow.photos.list_all()[-1], ruling), school.at)


def test_a_name_in_anothers_decision_is_said_to_stay(own_school: School):
    own_school.say("m1", "jonas 8 all vs")
    own_school.say("m1", "noor 8 all vs")
    photograph(own_school, last=True, points="45")
    decide(own_school, "Jonas Peeters", "Jonas Peeters was often too late.")
    assert STAYS not in own_school.text("s1", "/forget"), "of the own one the words go"
    decide(own_school, "Noor Aziz", "She leaned on jonas  peeters.")
    assert STAYS in own_school.text("s1", "/forget")
    assert STAYS not in own_school.text("m1", "/forget")
