"""Put back what somebody did at the end of a period; False where that is not possible."""

from datetime import datetime

from bot.ports import Entry, UnitOfWork
from bot.use_cases.evaluating.deliberating.state_rule import coaches, put_rule
from bot.use_cases.periods.mark_last import mark_last
from bot.use_cases.periods.refusals import Decided
from bot.use_cases.scoring.undo_entry import LostSight


def put_rule_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put the rule back that stood before, unless somebody else stated one since."""
    programme = entry.before["of"]
    if not coaches(uow, entry.author_id, programme):
        raise LostSight
    stands = uow.workplace_results.read_rule(programme)
    if stands is None or (stands.author_id, stands.said_at) != (entry.author_id, entry.said_at):
        return False
    put_rule(uow, programme, entry.before["was"])
    return True


def put_result_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Let a result that was entered no longer count; it is kept."""
    if all(track.id != entry.before["of"] for track in uow.tracks.list_of(entry.author_id)):
        raise LostSight
    return uow.workplace_results.take_back(entry.before["result"], at)


def put_last_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Say again of a period what was said before of whether its photo is the last."""
    period = uow.periods.find(entry.before["of"])
    if period is None or period.cancelled or period.last == entry.before["was"]:
        return False
    if not coaches(uow, entry.author_id, period.programme_id):
        raise LostSight
    try:
        mark_last(uow, period, last=entry.before["was"])
    except Decided:
        return False
    return True
