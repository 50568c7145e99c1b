"""See how many questions somebody wants in one sitting."""

from bot.ports import UnitOfWork


def see_few(uow: UnitOfWork, person_id: int) -> int:
    """See how many of the questions that matter a person wants at once."""
    return uow.people.read_preferences(person_id).few
