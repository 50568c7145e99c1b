"""A coach's question and the answer to it: whom it reaches, what is logged, what comes back."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert, select

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.ports.divergence import Alert
from bot.storage.tables import account, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.divergence.asking.answer_question import answer_question
from bot.use_cases.divergence.asking.ask_about_alert import ask_about_alert, list_askable
from bot.use_cases.telling.personal_questions import Refusal, Refused
from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School

__all__ = ["own_school"]

ENVIRONMENTS = (Role.MENTOR, Role.TEACHER)


class Lien:
    """The coach, on one transaction, with the alert that stands open."""

    def __init__(self, school: School, uow: StoredUnitOfWork) -> None:
        self.school, self.uow = school, uow
        self.id = school.people["c1"].person_id
        (self.alert,) = uow.alerts.list_open([1])

    def asks(self, text="Why?", alert: Alert | None = None):
        found = alert or self.alert
        return ask_about_alert(self.uow, found, self.id, ENVIRONMENTS, text, self.school.at)

    def log(self) -> list[tuple[str, str, str]]:
        return [
            (entry.kind, entry.text, entry.author)
            for entry in self.uow.interventions.list_of_track(self.alert.track_id)
        ]

    def blocked_by(self, *names: str) -> None:
        """Let these people have blocked the bot in the only chat they came in."""
        for name in names:
            there = {"platform": "telegram", "address": name, "joined_at": self.school.at}
            person = {"organisation_id": 1, "person_id": self.school.people[name].person_id}
            self.uow.connection.execute(insert(account), {**there, **person, "reachable": False})


@pytest.fixture
def lien(own_school: School) -> Iterator[Lien]:
    school = with_period(own_school)
    all_score(school)
    quiet(school)
    with school.engine.begin() as connection:
        yield Lien(school, StoredUnitOfWork(connection))


def test_it_reaches_those_in_the_roles_and_is_logged_once(lien: Lien):
    asked = lien.asks()
    assert (asked.reached, asked.away) == (["Karim Haddad", "Els Wouters"], [])
    assert lien.log() == [("asked", "Why?", "Lien Martens")]
    questions = lien.uow.interventions.list_questions(lien.alert.id)
    assert [(question.role, question.text) for question in questions] == [
        (Role.MENTOR, "Why?"),
        (Role.TEACHER, "Why?"),
    ]


def test_who_blocked_us_is_named_and_where_it_reaches_nobody_nothing_is_logged(lien: Lien):
    lien.blocked_by("t1")
    assert (lien.asks().reached, lien.asks().away) == (["Karim Haddad"], ["Els Wouters"])
    lien.blocked_by("m1")
    assert lien.asks().reached == []
    assert len(lien.log()) == 2


def test_a_coach_who_also_scores_is_not_asked(lien: Lien):
    teacher = lien.school.people["t1"].person_id
    asked = list_askable(lien.uow, lien.alert.track_id, teacher, ENVIRONMENTS)
    assert [scorer.name for scorer in asked] == ["Karim Haddad"]


def test_the_first_answer_goes_to_the_coach_and_its_words_stay_out_of_the_log(lien: Lien):
    lien.asks()
    question, _other = lien.uow.interventions.list_questions(lien.alert.id)
    answer_question(lien.uow, question, "He did it twice.", lien.school.at)
    with pytest.raises(Refused) as refused:
        answer_question(lien.uow, question, "Or once.", lien.school.at)
    assert refused.value.why is Refusal.ANSWERED
    kept = lien.uow.interventions.find_question(question.id)
    assert kept is not None
    assert kept.answer == "He did it twice."
    assert lien.log()[1:] == [("answered", "", "Karim Haddad")]
    told = select(outbox.c.person_id, outbox.c.asks, outbox.c.track_id)
    (message,) = lien.uow.connection.execute(told.where(outbox.c.kind == "answer"))
    assert message == (lien.id, f"{Asks.ANSWER}:{question.id}", lien.alert.track_id)
