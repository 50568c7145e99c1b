"""Change a programme's plan of reminders; what was planned already stays."""

from bot.domain.periods.reminders import Plan
from bot.ports import UnitOfWork


def change_reminders(uow: UnitOfWork, programme_id: int, plan: Plan) -> None:
    """Let a programme remind by a plan of its own from now on."""
    home = uow.periods.read_home(programme_id)
    uow.reminders.set_plan(home.organisation_id, programme_id, plan)
