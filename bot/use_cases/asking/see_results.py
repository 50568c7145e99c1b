"""See what came of questionnaires: without names once they ended, with names who may read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.asking.questionnaires import AskingRound
from bot.domain.asking.tallies import Tally
from bot.domain.questions import GivenAnswer, SchoolQuestion
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.asking.named_answers import NamedSheet


@dataclass(frozen=True, slots=True)
class UnsignedResult:
    """What was frozen of a round; None where fewer than five answered."""

    asked: AskingRound
    questions: Sequence[SchoolQuestion]
    tally: Tally | None


def list_results(uow: UnitOfWork, person: Person) -> Sequence[AskingRound]:
    """List the rounds without names that ended and of which somebody sees what came."""
    administers = uow.administrators.is_one(person.id)
    return uow.questionnaires.list_ended_for(
        person.id, person.organisation_id, administers=administers
    )


def see_result(uow: UnitOfWork, person: Person, round_id: int) -> UnsignedResult | None:
    """See what came of a round without names; None where this person may not, or it goes on."""
    asked = next((own for own in list_results(uow, person) if own.id == round_id), None)
    if asked is None:
        return None
    questions = uow.question_lists.read_list(asked.questionnaire.list_id)
    tally = uow.questionnaires.read_tally(round_id) if asked.answered else None
    return UnsignedResult(asked, questions, tally)


def list_named(uow: UnitOfWork, person: Person) -> Mapping[int, Sequence[NamedSheet]]:
    """List by round the sheets with names that somebody may read, their own among them."""
    found: dict[int, list[NamedSheet]] = {}
    for sheet in uow.named_answers.list_seen(person.id):
        found.setdefault(sheet.round_id, []).append(sheet)
    return found


def see_named(
    uow: UnitOfWork, person: Person, sheet_id: int
) -> tuple[NamedSheet, Sequence[SchoolQuestion], Mapping[int, GivenAnswer]] | None:
    """Read a sheet with a name; None where this person may not."""
    seen = uow.named_answers.list_seen(person.id)
    sheet = next((own for own in seen if own.sheet_id == sheet_id), None)
    given = uow.named_answers.read_seen(person.id, sheet_id) if sheet else None
    asked = uow.questionnaires.find_round(sheet.round_id) if sheet else None
    if sheet is None or given is None or asked is None:
        return None
    questions = uow.question_lists.read_list(asked.questionnaire.list_id)
    return sheet, questions, {answer.number: answer for answer in given}
