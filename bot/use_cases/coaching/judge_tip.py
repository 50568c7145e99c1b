"""Judge a tip: what its mentor says of it decides which ones come next."""

from datetime import datetime

from bot.domain.coaching.tips import Verdict
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act


def judge_tip(
    uow: UnitOfWork, mentor: Person, told_id: int, verdict: Verdict, at: datetime
) -> bool:
    """Keep what a mentor says of a tip, instead of what was said before.

    False, and nothing is kept, where this mentor was not told such a tip.
    """
    told = uow.tips.find(told_id)
    if told is None or told.person_id != mentor.id:
        return False
    kept = {"of": told_id, "verdict": told.told.verdict}
    uow.acts.record(mentor.id, Act.TIP, at, before=kept)
    uow.tips.judge(told_id, verdict)
    return True
