"""Add evaluation periods to a programme: one, or the usual three of a school year."""

from datetime import date, datetime

from bot.domain.days import day_of
from bot.domain.importing.drafts import tidy
from bot.domain.periods.period import (
    Dates,
    Period,
    is_usually_last,
    propose_periods,
    school_year,
)
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.periods.period import Home
from bot.use_cases.periods.refusals import refuse_unfit


def add_period(
    uow: UnitOfWork,
    organisation_id: int,
    programme_id: int,
    name: str,
    dates: Dates,
    by: Doer | None = None,
    *,
    last: bool = False,
) -> Period:
    """Add a period to a programme; who does it (`by`) can undo it. Raises Unfit.

    After the photo of the `last` one the class council decides.
    """
    period = Period(
        0,
        organisation_id,
        programme_id,
        tidy(name),
        dates.opens_at,
        dates.photo_at,
        dates.choose_from,
        dates.choose_until,
        last=last,
    )
    refuse_unfit(uow, period)
    added = uow.periods.add(period)
    if by is not None:
        uow.acts.record(by.person_id, Act.PERIOD_ADDED, by.at, added.name, {"of": added.id})
    return added


def add_usual_periods(
    uow: UnitOfWork,
    home: Home,
    programme_id: int,
    names: tuple[str, ...],
    today: date,
    by: Doer | None = None,
) -> list[Period]:
    """Add the three periods of the school year of a day, under these names. Raises Unfit.

    Those of which the photo would be past are left out; after the third it is the coming year. The
    photo of the third is the last.
    """
    return [
        add_period(
            uow,
            home.organisation_id,
            programme_id,
            name,
            Dates(opens_at, photo_at),
            by,
            last=is_usually_last(opens_at, home.zone),
        )
        for name, opens_at, photo_at in _to_come(names, today, home.zone)
    ]


def _to_come(
    names: tuple[str, ...], today: date, zone: str
) -> list[tuple[str, datetime, datetime]]:
    for year in (today, date(school_year(today) + 1, 9, 1)):
        usual = zip(names, propose_periods(year, zone), strict=True)
        ahead = [(name, *dates) for name, dates in usual if day_of(dates[1], zone) > today]
        if ahead:
            return ahead
    return []
