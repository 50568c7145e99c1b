"""Remind who still owes something for an agreement: once a day, within the message of theirs."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.domain.agreeing.steps import ASKED_OF, OwedStep
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Role
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.errands import NewErrand

LASTS = timedelta(days=7)
"""How long a message that somebody cannot get yet is of use."""


class RemindedToday(Exception):
    """They were reminded on this day already."""


def owed_by(
    standing: AgreementStanding, agreement: PlacementAgreement, role: Role
) -> list[OwedStep]:
    """List what is open of an agreement that somebody in a role is asked for."""
    return [owed for owed in standing.owed(agreement) if ASKED_OF.get(owed.by) is role]


def remind_owing(
    uow: UnitOfWork,
    standing: AgreementStanding,
    agreement: PlacementAgreement,
    role: Role,
    by: Person,
    at: datetime,
) -> Sequence[str]:
    """Remind those around a placement in a role of what they owe; gives the names of who hears it.

    Raises RemindedToday where that was done already.
    """
    if not owed_by(standing, agreement, role):
        return ()
    day = day_of(at, by.time_zone)
    if not uow.agreements.note_reminded(agreement.id, role, day):
        raise RemindedToday
    named = []
    for person_id, theirs in uow.training_plans.list_around(standing.place.placement_id):
        known = uow.people.find(person_id) if theirs is role else None
        if known is not None:
            reminder = NewErrand(
                organisation_id=known.organisation_id,
                person_id=person_id,
                kind=ErrandKind.AGREEMENT,
                subject=f"{agreement.id} {day.isoformat()}",
                due_at=at,
                expires_at=at + LASTS,
                about_id=agreement.id,
            )
            uow.errands.give([reminder])
            named.append(known.name)
    if named:
        uow.acts.record(by.id, Act.TOLD, at)
    return named
