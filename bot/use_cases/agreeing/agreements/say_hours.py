"""Keep how many hours a week a placement takes."""

from fractions import Fraction

from bot.domain.agreeing.agreements import MOST_HOURS, AgreedPlace
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.talking.note_change import note_change


class WrongHours(Exception):
    """Hours a week are from 0 to 60, in tenths."""


def say_hours(uow: UnitOfWork, place: AgreedPlace, hours: Fraction | None, by: Doer) -> None:
    """Keep it, None where it is not known. Raises WrongHours."""
    if hours is not None and not (0 < hours <= MOST_HOURS and (hours * 10).denominator == 1):
        raise WrongHours
    was = place.weekly_hours
    before = {
        "of": place.placement_id,
        "was": "" if was is None else str(was),
        "now": "" if hours is None else str(hours),
    }
    note_change(uow, by, Act.AGREEMENT_HOURS, before, place.workplace)
    uow.agreements.say_hours(place.placement_id, hours)
