"""Leave somebody alone until an instant."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork


def stay_away(uow: UnitOfWork, person_id: int, until: datetime) -> None:
    """Let nothing be begun with somebody until then (aware); what was planned is taken back."""
    before = uow.people.read_preferences(person_id)
    uow.people.set_preferences(person_id, replace(before, absent_until=until))
    uow.prompts.unplan(person_id)
