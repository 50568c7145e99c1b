"""Remember in which way somebody likes to be asked: on a card, or one by one."""

from bot.ports import UnitOfWork


def like_asking(uow: UnitOfWork, person_id: int, *, one_by_one: bool) -> None:
    """Remember it for the next time.

    A tap while scoring changes it, and another puts it back: there is nothing to undo by a word.
    """
    uow.people.like_one_by_one(person_id, likes=one_by_one)
