"""Keep the rounds of questionnaires: one before each photo, and an end to what is over."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.asking.questionnaires import (
    AskingRound,
    Questionnaire,
    RoundSpan,
    is_near,
    span_before,
)
from bot.domain.asking.tallies import Tally, freeze
from bot.domain.questions import SheetPurpose
from bot.ports import UnitOfWork
from bot.ports.asking.questionnaires import PhotoMoved, PhotoToCome
from bot.ports.worlds import World


def list_rounds_due(uow: UnitOfWork, world: World, at_most: int) -> int:
    """Count some of what there is to do about rounds; 0 where there is nothing."""
    known = uow.questionnaires
    found: list[Sequence[object]] = [
        known.list_photos_moved(world, at_most),
        _list_coming(uow, world, at_most),
        known.list_over(world, at_most),
        known.list_outlived(world, at_most),
    ]
    return sum(map(len, found))


def keep_rounds(uow: UnitOfWork, world: World, at_most: int) -> int:
    """Do some of it; gives how much there was."""
    count = list_rounds_due(uow, world, at_most)
    for moved in uow.questionnaires.list_photos_moved(world, at_most):
        _move(uow, world, moved)
    for coming, span in _list_coming(uow, world, at_most):
        uow.questionnaires.add_round(coming.questionnaire, span, coming.period_id, coming.photo_at)
    for round_id in uow.questionnaires.list_over(world, at_most):
        end_round(uow, round_id, world.at)
    uow.question_lists.drop_sheets(uow.questionnaires.list_outlived(world, at_most))
    return count


def _list_coming(
    uow: UnitOfWork, world: World, at_most: int
) -> list[tuple[PhotoToCome, RoundSpan]]:
    """List photos before which there is to be a round; none where another round is near.

    A questionnaire for all programmes asks everybody before the first of photos that are near.
    """
    spans: dict[int, list[RoundSpan]] = {}
    found: list[tuple[PhotoToCome, RoundSpan]] = []
    for coming in uow.questionnaires.list_photos_to_come(world):
        own = coming.questionnaire
        if own.id not in spans:
            spans[own.id] = [asked.span for asked in uow.questionnaires.list_rounds(own.id)]
        span = span_before(own.when, coming.photo_at)
        if not any(is_near(own, span, other) for other in spans[own.id]):
            spans[own.id].append(span)
            found.append((coming, span))
    return found[:at_most]


def end_round(uow: UnitOfWork, round_id: int, at: datetime) -> None:
    """End a round at an aware instant: what may be shown is frozen, and all else is deleted."""
    asked = uow.questionnaires.hold_round(round_id)
    if asked is None or asked.ended:
        return
    sheets = uow.question_lists.list_sheets_for(SheetPurpose.QUESTIONNAIRE, asked.id)
    uow.question_lists.drop_sheets([sheet.id for sheet in sheets if sheet.sent_at is None])
    answered = None
    if asked.questionnaire.anonymous:
        questions = uow.question_lists.read_list(asked.questionnaire.list_id)
        frozen = freeze(uow.questionnaires.read_tally(asked.id), questions)
        uow.questionnaires.put_tally(asked, frozen or Tally())
        answered = frozen.sheets if frozen else None
    uow.questionnaires.end_round(asked.id, at, answered)


def _move(uow: UnitOfWork, world: World, moved: PhotoMoved) -> None:
    """Let a round go with its photo; one that is open keeps the day on which it opened."""
    asked = moved.round
    begun = asked.span.opens_at <= world.at
    if moved.photo_at is None:
        if begun:
            end_round(uow, asked.id, world.at)
        else:
            uow.questionnaires.drop_round(asked.id)
        return
    span = span_before(asked.questionnaire.when, moved.photo_at)
    if begun:
        span = RoundSpan(asked.span.opens_at, span.closes_at)
    elif any(is_near(asked.questionnaire, span, other) for other in _list_others(uow, asked)):
        uow.questionnaires.drop_round(asked.id)
        return
    uow.questionnaires.move_round(asked.id, span, moved.photo_at)


def _list_others(uow: UnitOfWork, asked: AskingRound) -> list[RoundSpan]:
    rounds = uow.questionnaires.list_rounds(asked.questionnaire.id)
    return [other.span for other in rounds if other.id != asked.id]


def close_questionnaire(
    uow: UnitOfWork, questionnaire: Questionnaire, at: datetime, by: int | None = None
) -> None:
    """End what is open of a questionnaire at an aware instant, and let no more of it come.

    `by` is who closes it in a chat, None for the command line.
    """
    kind, own = RightsActKind.QUESTIONNAIRE_CLOSED, questionnaire
    uow.rights_acts.note(own.organisation_id, kind, at, by, questionnaire=own.id)
    uow.questionnaires.stop(questionnaire.id, at)
    for asked in uow.questionnaires.list_rounds(questionnaire.id):
        if asked.ended:
            continue
        if asked.span.opens_at > at:
            uow.questionnaires.drop_round(asked.id)
        else:
            end_round(uow, asked.id, at)
