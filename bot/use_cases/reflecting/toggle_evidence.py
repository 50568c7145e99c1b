"""Let an answer be evidence for indicators."""

from collections.abc import Collection
from datetime import datetime

from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def toggle_evidence(
    uow: UnitOfWork, answer: OwnAnswer, indicators: Collection[int], at: datetime
) -> None:
    """Let an answer be evidence for each of these indicators, or no longer where it was."""
    if indicators:
        kept = {"of": answer.id, "indicators": sorted(indicators)}
        uow.acts.record(answer.student_id, Act.EVIDENCE, at, before=kept)
    for indicator in indicators:
        uow.answers.toggle_evidence(answer.organisation_id, answer.id, indicator)
