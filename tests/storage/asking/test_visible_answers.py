"""Who reads what people answered, on both databases: every pair of people, every scope."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.domain.asking.questionnaires import AskedWhen, QuestionnaireDraft
from bot.domain.importing.drafts import RosterRow
from bot.domain.questions import GivenAnswer, QuestionKind, SchoolQuestion, SheetPurpose
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import ANSWERS_SEEN_BY, SEES_UNSIGNED
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.asking.answer_questionnaire import begin_answering, send_answers
from bot.use_cases.asking.keep_rounds import close_questionnaire
from bot.use_cases.asking.see_results import see_named, see_result
from bot.use_cases.asking.take_in_questionnaire import take_in_questionnaire
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.talking.answer_questions import keep_answer
from tests.databases import SchoolOn, connected
from tests.dialogues.school import MORNING, School

AROUND = {
    "s1": {"s1": "student", "m1": "mentor", "m2": "mentor", "t1": "teacher", "t2": "teacher",
           "c1": "coach", "c2": "coach"},
    "s2": {"s2": "student", "m1": "mentor", "t1": "teacher", "c1": "coach"},
    "s3": {"s3": "student", "m2": "mentor", "t1": "teacher", "c1": "coach"},
}  # fmt: skip
"""Student → who is around, in which role."""

PEOPLE = sorted({who for around in AROUND.values() for who in around})
EVERYBODY_ELSE = frozenset({Role.STUDENT, Role.MENTOR, Role.TEACHER})
QUESTION = SchoolQuestion(1, QuestionKind.SCALE, {"": "How?"}, ({"": "bad"}, {"": "good"}), steps=5)
DRAFT = QuestionnaireDraft(
    "how",
    {"": "How"},
    False,
    EVERYBODY_ELSE,
    "",
    "",
    AskedWhen(MORNING.date(), MORNING.date() + timedelta(days=3)),
    (QUESTION,),
)
SCOPES = {
    "all": (DRAFT, {"s1", "s2", "s3"}),
    "a class group": (replace(DRAFT, class_group="7E"), {"s3"}),
    "a programme": (replace(DRAFT, programme="ELEC-1"), {"s1", "s2", "s3"}),
    "students": (replace(DRAFT, roles=frozenset({Role.STUDENT})), {"s1", "s2", "s3"}),
    "mentors": (replace(DRAFT, roles=frozenset({Role.MENTOR})), {"s1", "s2", "s3"}),
    "teachers of a class group": (
        replace(DRAFT, roles=frozenset({Role.TEACHER}), class_group="6E"),
        {"s1", "s2"},
    ),
}


@dataclass
class Asked:
    """A school whose people are asked, by their ids."""

    uow: StoredUnitOfWork
    people: dict[str, int]

    def ask(self, draft: QuestionnaireDraft) -> int:
        """Take a questionnaire in; gives its round."""
        (row,) = self.uow.catalogue.list_organisations()
        made = take_in_questionnaire(self.uow, row, draft, MORNING).questionnaire
        (asked,) = self.uow.questionnaires.list_rounds(made.id)
        return asked.id

    def answer(self, who: str, round_id: int) -> bool:
        """Let somebody answer; False for who is not asked."""
        person = self.uow.people.find(self.people[who])
        assert person is not None
        begun = begin_answering(self.uow, person, round_id, MORNING)
        if begun is None:
            return False
        assert keep_answer(self.uow, begun[1], QUESTION, GivenAnswer(1, 4))
        assert send_answers(self.uow, person, begun[1], MORNING)
        return True


@pytest.fixture
def asked(school_on: SchoolOn, backend: str) -> Iterator[Asked]:
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
            assert not import_roster(uow.catalogue, row, [second]).rejected
            people = {person.school_id: person.id for person in uow.people.list_all()}
            assert sorted(people) == PEOPLE
            yield Asked(uow, people)


def is_asked(who: str, draft: QuestionnaireDraft, scope: set[str]) -> bool:
    return any(AROUND[student].get(who) in draft.roles for student in scope)


def reads(viewer: str, author: str, draft: QuestionnaireDraft, scope: set[str]) -> bool:
    """Say by the table whether one reads what another answered."""
    return viewer == author or any(
        Role(around[viewer]) in ANSWERS_SEEN_BY[Role(around[author])]
        for around in map(AROUND.__getitem__, scope)
        if viewer in around and around.get(author) in draft.roles
    )


@pytest.mark.parametrize("scope", SCOPES)
def test_each_reads_of_each_what_the_table_says(asked: Asked, scope: str):
    draft, students = SCOPES[scope]
    round_id = asked.ask(draft)
    wrote = [who for who in PEOPLE if asked.answer(who, round_id)]
    assert wrote == [who for who in PEOPLE if is_asked(who, draft, students)]
    names = {identity: who for who, identity in asked.people.items()}
    for viewer in PEOPLE:
        seen = asked.uow.named_answers.list_seen(asked.people[viewer])
        found = sorted(names[sheet.person_id] for sheet in seen)
        assert found == [who for who in wrote if reads(viewer, who, draft, students)], viewer
        person = asked.uow.people.find(asked.people[viewer])
        assert person is not None
        for author in wrote:
            sheet = asked.uow.question_lists.find_sheet_for(
                asked.people[author], SheetPurpose.QUESTIONNAIRE, round_id
            )
            assert sheet is not None
            read = see_named(asked.uow, person, sheet.id)
            assert (read is not None) == (author in found), (viewer, author)
            given = asked.uow.named_answers.read_seen(person.id, sheet.id)
            assert (given is not None) == (author in found), (viewer, author)


def test_nobody_reads_a_sheet_that_was_not_sent(asked: Asked):
    round_id = asked.ask(DRAFT)
    person = asked.uow.people.find(asked.people["s1"])
    assert person is not None
    assert begin_answering(asked.uow, person, round_id, MORNING)
    assert not any(asked.uow.named_answers.list_seen(own) for own in asked.people.values())


@pytest.mark.parametrize("scope", SCOPES)
def test_without_names_who_was_asked_and_their_coaches_see_it_once_it_has_ended(
    asked: Asked, scope: str
):
    draft, students = SCOPES[scope]
    round_id = asked.ask(replace(draft, anonymous=True))
    for who in PEOPLE:
        asked.answer(who, round_id)
    found = asked.uow.questionnaires.find_round(round_id)
    assert found is not None
    for viewer in (*PEOPLE, None):
        if viewer is None:
            close_questionnaire(asked.uow, found.questionnaire, MORNING)
            continue
        person = asked.uow.people.find(asked.people[viewer])
        assert person is not None
        assert see_result(asked.uow, person, round_id) is None, viewer
    for viewer in PEOPLE:
        person = asked.uow.people.find(asked.people[viewer])
        assert person is not None
        sees = is_asked(viewer, draft, students) or any(
            Role(AROUND[student][viewer]) in SEES_UNSIGNED
            for student in students
            if viewer in AROUND[student]
        )
        assert (see_result(asked.uow, person, round_id) is not None) == sees, viewer
        assert not asked.uow.named_answers.list_seen(person.id)
