"""See in which way somebody likes to be asked."""

from bot.ports import UnitOfWork


def likes_one_by_one(uow: UnitOfWork, person_id: int) -> bool:
    """Say whether somebody likes one indicator after the other better than a card."""
    return uow.people.read_one_by_one(person_id)
