"""Take a school's questionnaire in: from then on it is asked when its file says so."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.asking.questionnaires import (
    APART,
    LONGEST_OPEN,
    Questionnaire,
    QuestionnaireDraft,
    RoundSpan,
    span_of_days,
)
from bot.domain.questions import same_question
from bot.domain.school.tracks import Role
from bot.messages import Text, _
from bot.ports import UnitOfWork
from bot.ports.importing import OrganisationRow
from bot.refusal import Refused


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A questionnaire that was taken in, how many it asks today, and when where that is known."""

    questionnaire: Questionnaire
    asked: int
    question_count: int
    span: RoundSpan | None


def take_in_questionnaire(
    uow: UnitOfWork,
    school: OrganisationRow,
    draft: QuestionnaireDraft,
    at: datetime,
    by: int | None = None,
) -> TakenIn:
    """Keep a questionnaire, with its round where its days are known. Raises Refused.

    `by` is who sent it in a chat, None for the command line.
    """
    scope = uow.questionnaires.find_scope(school.id, draft.programme, draft.class_group)
    if scope is None:
        raise _refused(
            draft,
            _(
                "there is no programme '{programme}' or no class group '{class_group}'",
                programme=draft.programme,
                class_group=draft.class_group,
            ),
        )
    span = span_of_days(draft.when, school.time_zone)
    _check(uow, draft, span, school, at)
    list_id = uow.question_lists.add_list(school.id, draft.questions)
    made = uow.questionnaires.add(draft, scope, list_id, at)
    if span is not None:
        uow.questionnaires.add_round(made, span)
    kind = RightsActKind.QUESTIONNAIRE_TAKEN_IN
    uow.rights_acts.note(school.id, kind, at, by, questionnaire=made.id)
    return TakenIn(made, uow.questionnaires.count_asked(made.id), len(draft.questions), span)


def rehearse_questionnaire(
    uow: UnitOfWork, school: OrganisationRow, draft: QuestionnaireDraft, at: datetime
) -> TakenIn:
    """Say what would come of it; nothing of it stays. Raises Refused."""
    with uow.rehearsing() as trial:
        return take_in_questionnaire(trial, school, draft, at)


def _check(
    uow: UnitOfWork,
    draft: QuestionnaireDraft,
    span: RoundSpan | None,
    school: OrganisationRow,
    at: datetime,
) -> None:
    if Role.COACH in draft.roles and not draft.anonymous:
        nobody = _("coaches are asked without names only: nobody around reads what a coach answers")
        raise _refused(draft, nobody)
    if span is not None:
        _check_days(draft, span, at)
    for other in uow.questionnaires.list_of(school.id):
        if other.name == draft.name and is_asked_still(uow, other):
            raise _refused(draft, _("it is asked already: close that one first"))
        if draft.anonymous or other.anonymous:
            _check_apart(uow, draft, other, at)


def _check_days(draft: QuestionnaireDraft, span: RoundSpan, at: datetime) -> None:
    if not span.opens_at < span.closes_at:
        raise _refused(draft, _("it closes before it opens"))
    if span.closes_at <= at:
        raise _refused(draft, _("the day on which it closes is over"))
    if span.closes_at - span.opens_at > LONGEST_OPEN:
        raise _refused(draft, _("it is open for more than a year"))


def _check_apart(
    uow: UnitOfWork, draft: QuestionnaireDraft, other: Questionnaire, at: datetime
) -> None:
    """Refuse to ask the same again where either is without names, while it is asked or soon after.

    Two groups that answer the same at about one time would tell a third one: their difference. And
    whoever reads some answers with names takes them off the counts.
    """
    rounds = uow.questionnaires.list_rounds(other.id)
    lately = any(asked.span.closes_at > at - APART for asked in rounds)
    if (lately or is_asked_still(uow, other)) and _asks_the_same(uow, other, draft):
        same = _(
            "'{name}' asks the same, now or less than {days} days ago: two looks would tell what "
            "single people answered",
            name=other.name,
            days=APART.days,
        )
        raise _refused(draft, same)


def is_asked_still(uow: UnitOfWork, other: Questionnaire) -> bool:
    """Say whether a questionnaire is open, or will be."""
    if other.stopped:
        return False
    rounds = uow.questionnaires.list_rounds(other.id)
    return other.when.days_before is not None or any(not own.ended for own in rounds)


def _asks_the_same(uow: UnitOfWork, other: Questionnaire, draft: QuestionnaireDraft) -> bool:
    known = uow.question_lists.read_list(other.list_id)
    return any(same_question(own, new) for own in known for new in draft.questions)


def _refused(draft: QuestionnaireDraft, problem: Text) -> Refused:
    return Refused(_("{file}: {problem}.", file=draft.name, problem=problem))
