"""An intake that is open, with people in it, on every platform."""

from bot.domain.matching.intakes import IntakeDraft
from bot.domain.questions import QuestionKind, SchoolQuestion
from bot.platforms.transcript import Speaker
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.files.open_intake import open_intake
from bot.use_cases.matching.take_in import add_candidate, add_place
from tests.dialogues.administering.hired import enter
from tests.dialogues.school import School

WHY = SchoolQuestion(1, QuestionKind.WORDS, {"": "Why do you want to learn at work?"})
EARLY = SchoolQuestion(
    2, QuestionKind.SCALE, {"": "How is it to begin at seven?"}, ({"": "hard"}, {"": "easy"}), 5
)
OFFER = SchoolQuestion(1, QuestionKind.WORDS, {"": "What can be learned with you?"})

DRAFT = IntakeDraft(
    "2027",
    ("Wants to learn at work", "Can be on time", "Asks when something is not clear"),
    (WHY, EARLY),
    (OFFER,),
    "First the questions, then a talk, and an answer within a week.",
)


def open_round(school: School, draft: IntakeDraft = DRAFT) -> int:
    """Open a round of the electricians."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (programme,) = uow.catalogue.programmes.list_all(1)
        opened, _again = open_intake(uow, 1, programme, draft, school.at)
    return opened


def come(school: School, who: str, name: str) -> None:
    """Let somebody who was taken in come in where the others are, under a short name."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (person,) = [own for own in uow.people.list_all() if own.name == name]
    enter(school, who, Speaker(person.id, person.organisation_id))


def invite(school: School, who: str, name: str) -> None:
    """Let the coach invite a candidate, who comes."""
    school.say("c1", "/intake")
    school.tap("c1", "invite a candidate")
    assert f"{name} is a candidate now." in school.text("c1", name)
    come(school, who, name)


def take_in(school: School, intake_id: int, who: str, name: str, workplace: str = "") -> None:
    """Take in a candidate, or a company's contact, without a word in the chat, who comes."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        intake, coach = uow.intakes.find(intake_id), uow.people.find(school.people["c1"].person_id)
        assert intake is not None
        assert coach is not None
        if workplace:
            add_place(uow, intake, workplace, name, coach, school.at)
        else:
            add_candidate(uow, intake, name, coach, school.at)
    come(school, who, name)


def offer_place(school: School, who: str, workplace: str, name: str) -> None:
    """Let the coach note a place on offer, whose contact comes."""
    school.say("c1", "/intake")
    school.tap("c1", "note a place")
    assert f"{workplace} is noted, with {name}." in school.text("c1", f"{workplace}, {name}")
    come(school, who, name)


def answer_as_candidate(school: School, who: str, why: str, early: str = "4") -> None:
    """Answer the questions and send them."""
    school.say(who, "/intake")
    school.tap(who, "answer the questions")
    school.say(who, why)
    school.tap(who, early)
    assert "Sent." in school.tapped(who, "send")


def answer_as_company(school: School, who: str, what: str) -> None:
    """Answer the question about the place and send it."""
    school.say(who, "/intake")
    school.tap(who, "answer the questions")
    school.say(who, what)
    assert "Sent." in school.tapped(who, "send")
