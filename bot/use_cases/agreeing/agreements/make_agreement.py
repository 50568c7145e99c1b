"""Note an agreement about a placement: the first, the next, or one of another kind."""

from datetime import date, datetime, timedelta

from bot.domain.agreeing.agreements import AgreementStanding, days_fit
from bot.domain.days import day_of
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer


class WrongAgreementDays(Exception):
    """An agreement does not end before it begins, nor last for so long, nor begin so far away."""


class UnknownKind(Exception):
    """It is not known which agreement is needed."""


class OverlappingAgreement(Exception):
    """One of the same kind holds on some of these days."""


def make_agreement(
    uow: UnitOfWork,
    standing: AgreementStanding,
    person: Person,
    days: tuple[date, date],
    at: datetime,
) -> int:
    """Note an agreement of the kind that is needed, from a first until a last day.

    Others that hold on its first day end the day before. Gives its identity. Raises UnknownKind,
    WrongAgreementDays and OverlappingAgreement, and stores nothing then.
    """
    needed = standing.place.needed
    if needed is None:
        raise UnknownKind
    first, last = days
    if not days_fit(first, last, day_of(at, person.time_zone)):
        raise WrongAgreementDays
    beside = [
        own
        for own in standing.agreements
        if own.starts_on <= last and standing.last_day(own) >= first
    ]
    if any(own.kind is needed or own.starts_on >= first for own in beside):
        raise OverlappingAgreement
    for own in beside:
        uow.agreements.end(own.id, first - timedelta(days=1))
    new = uow.agreements.add(standing.place, needed, days, person.id, at)
    before = {"of": new, "placement": standing.place.placement_id}
    uow.acts.record(person.id, Act.AGREEMENT_MADE, at, standing.place.workplace, before)
    return new


def take_agreement_back(
    uow: UnitOfWork, standing: AgreementStanding, agreement_id: int, by: Doer
) -> None:
    """Take an agreement back with its checklist; one that ended for it holds again."""
    dropped = next(own for own in standing.agreements if own.id == agreement_id)
    before = dropped.starts_on - timedelta(days=1)
    for own in standing.agreements:
        if own.ended_on == before and own.kind is not dropped.kind:
            uow.agreements.end(own.id, None)
    uow.agreements.drop(agreement_id)
    uow.acts.settle(by.person_id, Act.AGREEMENT_MADE, agreement_id, by.at)
