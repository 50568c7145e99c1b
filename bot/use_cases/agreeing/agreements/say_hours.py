"""Keep how many hours a week a placement takes."""

from fractions import Fraction

from bot.domain.agreeing.agreements import MOST_HOURS, AgreedPlace
from bot.ports import UnitOfWork


class WrongHours(Exception):
    """Hours a week are from 0 to 60, in tenths."""


def say_hours(uow: UnitOfWork, place: AgreedPlace, hours: Fraction | None) -> None:
    """Keep it, None where it is not known. Raises WrongHours."""
    if hours is not None and not (0 < hours <= MOST_HOURS and (hours * 10).denominator == 1):
        raise WrongHours
    uow.agreements.say_hours(place.placement_id, hours)
