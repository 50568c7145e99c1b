"""Mark a teacher as new to dual learning, say the first day of teaching, or end it."""

from datetime import date, datetime

from bot.domain.inducting.steps import Starter
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.inducting.of_staff import require_staff


def mark_starter(uow: UnitOfWork, person: Person, today: date, *, by: Doer | None = None) -> bool:
    """Mark somebody as new from a day on; False where they were already.

    `by` is who does so in a chat, None for the command line.

    Steps that were taken before stay. Raises NotOfStaff for a student or a mentor.
    """
    require_staff(uow, person)
    known = uow.starters.find(person.id)
    if known is not None and not known.ended:
        return False
    uow.starters.mark(person, today)
    _note(uow, by, person.name)
    return True


def say_first_day(
    uow: UnitOfWork, starter: Starter, day: date | None, *, by: Doer | None = None
) -> None:
    """Keep the first day of teaching, from which the steps are due; None where it is not known."""
    uow.starters.set_first_day(starter.person_id, day)
    _note(uow, by, starter.name)


def end_starter(uow: UnitOfWork, starter: Starter, at: datetime, *, by: Doer | None = None) -> bool:
    """Note that a teacher is not new any more; False where that was so already."""
    if starter.ended:
        return False
    uow.starters.end(starter.person_id, at)
    _note(uow, by, starter.name)
    return True


def _note(uow: UnitOfWork, by: Doer | None, name: str) -> None:
    if by is not None:
        uow.acts.record(by.person_id, Act.STARTER, by.at, name)
