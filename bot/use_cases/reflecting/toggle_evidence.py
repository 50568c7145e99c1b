"""Let an answer be evidence for indicators."""

from collections.abc import Collection

from bot.ports import UnitOfWork
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def toggle_evidence(uow: UnitOfWork, answer: OwnAnswer, indicators: Collection[int]) -> None:
    """Let an answer be evidence for each of these indicators, or no longer where it was."""
    for indicator in indicators:
        uow.answers.toggle_evidence(answer.organisation_id, answer.id, indicator)
