"""Leave somebody alone until an instant."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.use_cases.talking.change_preferences import keep_preferences


def stay_away(uow: UnitOfWork, person_id: int, until: datetime, at: datetime) -> None:
    """Let nothing be begun with somebody from an instant until another (both aware).

    Nobody else learns of it; who wishes so tells it in another act.
    """
    before = uow.people.read_preferences(person_id)
    keep_preferences(uow, person_id, before, before.away(until, at), at)
