"""Forget at once who is in an intake and nothing else: nobody has anything to decide about them."""

from datetime import datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.forgetting import Forgetting
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.use_cases.matching.plan_interview import taking_part
from bot.use_cases.rights.forgetting.order_erasure import order_erasure

LASTS = timedelta(days=30)
"""How long it waits for whoever is away."""


def forget_at_once(uow: UnitOfWork, person: Person, at: datetime) -> Forgetting | None:
    """Let the clock erase somebody with its next tick; None for whoever is something else as well.

    Who has an interview with them hears that it is off, without a name.
    """
    if not uow.intakes.is_only_here(person.id):
        return None
    _tell_off(uow, person, at)
    standing = order_erasure(uow, person.id, person.organisation_id, at)
    uow.rights_acts.note(
        person.organisation_id,
        RightsActKind.FORGET_WISHED,
        at,
        by=person.id,
        about=person.id,
        forgetting=standing.id,
    )
    return standing


def _tell_off(uow: UnitOfWork, person: Person, at: datetime) -> None:
    intakes = {own.intake_id for own in uow.intake_reads.list_own(person.id)}
    intakes |= {own.intake_id for own in uow.intake_reads.list_own_places(person.id)}
    for intake_id in intakes:
        for interview in uow.intake_reads.list_interviews(person.id, intake_id):
            if not interview.is_open or interview.planned_for is None:
                continue
            people = {other for other, _name in taking_part(uow, interview)}
            people |= {interview.leader_id} if interview.leader_id else set()
            uow.errands.give(
                [
                    NewErrand(
                        organisation_id=person.organisation_id,
                        person_id=other,
                        kind=ErrandKind.INTAKE_GONE,
                        subject=str(interview.id),
                        due_at=at,
                        expires_at=at + LASTS,
                        since=interview.planned_for,
                    )
                    for other in sorted(people - {person.id})
                ]
            )
