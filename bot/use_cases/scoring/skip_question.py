"""Keep that a question of the few was skipped, so that it is not asked the next evening."""

from datetime import datetime

from bot.ports import Seat, UnitOfWork


def skip_question(uow: UnitOfWork, seat: Seat, indicator: int, reason: str, at: datetime) -> None:
    """Keep it with the reason for which it was asked; nothing is said of the indicator itself."""
    uow.skips.skip(seat, indicator, reason, at)
