"""A verdict on a tip: who was told it gives it, and the last one counts."""

from bot.domain.coaching.tips import Verdict
from bot.use_cases.coaching.give_tip import give_tip
from bot.use_cases.coaching.judge_tip import judge_tip
from tests.dialogues.coaching.test_tips import OURS
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]


def test_only_who_was_told_judges_and_the_last_verdict_counts(own_school: School):
    own_school.repertoire = OURS
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        mentor, other = (
            uow.people.find_and_hold(own_school.people[who].person_id) for who in ("m1", "m2")
        )
        assert mentor is not None
        assert other is not None
        given = give_tip(uow, mentor, uow.tracks.list_of(mentor.id), MORNING)
        assert given is not None

        def verdict():
            told = uow.tips.find(given.told_id)
            assert told is not None
            return told.told.verdict

        assert not judge_tip(uow, other, given.told_id, Verdict.HELPED, MORNING)
        assert not judge_tip(uow, mentor, given.told_id + 1, Verdict.HELPED, MORNING)
        assert verdict() is None
        for said in (Verdict.HELPED, Verdict.NOT_FOR_ME):
            assert judge_tip(uow, mentor, given.told_id, said, MORNING)
            assert verdict() is said
