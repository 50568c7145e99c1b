"""Somebody wants no e-mail any more, wherever their address came from."""

from datetime import datetime

from bot.ports import UnitOfWork


def take_address_away(uow: UnitOfWork, person_id: int, at: datetime) -> None:
    """Let somebody get no e-mail from an instant on: neither at their own address, nor a school's.

    No roster brings it back; only they do, by giving one.
    """
    uow.mail_addresses.take_away(person_id, at)
