"""Explain a legend: in full on the first picture of a person's day."""

from datetime import date

from bot.ports import UnitOfWork


def explain_legend(uow: UnitOfWork, person_id: int, day: date, message: str) -> bool:
    """Say whether a message explains in full what its pictures hold, and keep that it does.

    It is the first of a day in the person's own zone; the same message again stays it.
    """
    return uow.legends.take(person_id, day, message)
