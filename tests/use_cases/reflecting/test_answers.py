"""Answers of a student: where they belong, whose they are, and who gives feedback on them once."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.domain.reflecting.sharing import Share
from bot.ports import UnitOfWork
from bot.ports.reflecting.answers import AnswerPart
from bot.ports.telling.outbox import Claim
from bot.ports.worlds import HERE
from bot.use_cases.reflecting.begin_answer import begin_answer
from bot.use_cases.reflecting.feedback.ask_feedback import ask_feedback
from bot.use_cases.reflecting.feedback.give_feedback import give_feedback
from bot.use_cases.reflecting.feedback.list_givers import list_givers
from bot.use_cases.reflecting.find_own_answer import OwnAnswer, find_own_answer
from bot.use_cases.reflecting.finish_answer import finish_answer
from bot.use_cases.reflecting.prompting.ask_prompt import ask_prompt
from bot.use_cases.reflecting.prompting.skip_prompt import skip_prompt
from bot.use_cases.reflecting.share_answer import share_answer
from bot.use_cases.telling.personal_questions import Refusal, Refused
from tests.dialogues.reflecting.asking import founded
from tests.dialogues.school import MORNING, School

PART = AnswerPart("text", "I bent it once")


class Around:
    """Jonas with his tracks, and everybody around him, on one transaction."""

    def __init__(self, school: School, uow: UnitOfWork) -> None:
        self.uow = uow
        self.ids = {name: speaker.person_id for name, speaker in school.people.items()}
        jonas = uow.people.find(self.ids["s1"])
        assert jonas is not None
        self.jonas = jonas
        self.tracks = uow.tracks.list_of(self.jonas.id)

    def answered(self) -> OwnAnswer:
        number = begin_answer(self.uow, self.jonas, self.tracks, PART, MORNING)
        begun = find_own_answer(self.uow, self.jonas.id, number)
        assert begun is not None
        finish_answer(self.uow, begun, MORNING, tells=2)
        return begun

    def asks(self, name: str) -> int:
        """Let Jonas ask somebody for feedback on an answer; gives the feedback's id."""
        answer = self.answered()
        (giver,) = (giver for giver in list_givers(self.uow, answer) if giver.name == name)
        assert ask_feedback(self.uow, answer, giver, MORNING)
        (feedback,) = self.uow.answers.list_feedback_on(answer.id)
        return feedback.id

    def refused(self, who: str, feedback: int) -> Refusal:
        with pytest.raises(Refused) as refused:
            give_feedback(self.uow, self.ids[who], feedback, "Again?", MORNING)
        return refused.value.why


@pytest.fixture
def around(engine: Engine) -> Iterator[Around]:
    school = founded(engine)
    with engine.begin() as connection:
        yield Around(school, school.unit(connection))


def test_an_answer_is_on_the_track_of_its_question(around: Around):
    prompt = ask_prompt(around.uow, around.jonas, around.tracks, MORNING)
    assert prompt is not None
    other = around.uow.tracks.list_of(around.ids["s2"])
    tracks = [*other, *around.tracks]
    number = begin_answer(around.uow, around.jonas, tracks, PART, MORNING, prompt.id)
    begun = find_own_answer(around.uow, around.jonas.id, number)
    assert begun is not None
    assert (begun.track_id, begun.share, [*begun.parts]) == (prompt.track_id, Share.ME, [PART])


def test_who_is_no_student_any_more_begins_no_answer(around: Around):
    assert begin_answer(around.uow, around.jonas, (), PART, MORNING) is None


def test_who_may_read_an_answer_does_not_own_it(around: Around):
    answer = around.answered()
    share_answer(around.uow, answer, Share.ALL, MORNING)
    assert around.uow.answer_reads.find(around.ids["m1"], answer.id) is not None
    assert find_own_answer(around.uow, around.ids["m1"], answer.id) is None


def test_a_question_that_has_its_answer_is_not_skipped(around: Around):
    prompt = ask_prompt(around.uow, around.jonas, around.tracks, MORNING)
    assert prompt is not None
    begin_answer(around.uow, around.jonas, around.tracks, PART, MORNING, prompt.id)
    found = skip_prompt(around.uow, around.jonas.id, prompt.id, MORNING)
    assert found is not None
    assert found.answer_id is not None
    again = around.uow.prompts.find(around.jonas.id, prompt.id)
    assert again is not None
    assert again.skipped_at is None


def test_feedback_is_given_once_by_who_was_asked_and_reaches_the_student(around: Around):
    feedback = around.asks("Karim Haddad")
    assert around.refused("t1", feedback) is Refusal.GONE
    give_feedback(around.uow, around.ids["m1"], feedback, "Mark it first", MORNING)
    assert around.refused("m1", feedback) is Refusal.ANSWERED
    sent = around.uow.outbox.claim(Claim(HERE, MORNING, MORNING, 9))
    assert [message.person_id for message in sent] == [around.ids["m1"], around.jonas.id]


def test_feedback_is_not_taken_on_what_is_no_longer_shared(around: Around):
    feedback = around.asks("Karim Haddad")
    kept = around.uow.answers.find_feedback(feedback)
    assert kept is not None
    answer = find_own_answer(around.uow, around.jonas.id, kept.answer_id)
    assert answer is not None
    assert answer.share is Share.ALL
    share_answer(around.uow, answer, Share.COACH, MORNING)
    assert around.refused("m1", feedback) is Refusal.GONE
