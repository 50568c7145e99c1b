"""Agree to a version of a training plan, for the party for which somebody stands."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.planning.training_plans import Party, parties_of
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.planning.training_plans import PlacementPlan
from bot.use_cases.planning.propose_training_plan import NewerVersion, find_own


def agree_training_plan(
    uow: UnitOfWork, person: Person, plan_id: int, at: datetime
) -> PlacementPlan:
    """Agree to a version, and give it as it stands then; who agreed before stays.

    Raises NewerVersion where it is not the newest any more, and NotAround.
    """
    found = uow.training_plans.find_placement(plan_id)
    if found is None:
        raise NewerVersion
    placement_id, track_id = found
    uow.training_plans.hold(placement_id)
    own = find_own(uow, person.id, track_id, placement_id)
    if own.plan is None or own.plan.id != plan_id:
        raise NewerVersion
    parties = sorted(parties_of(own.roles) - own.plan.agreed_by)
    for party in parties:
        uow.training_plans.agree(plan_id, party, person.id, at)
    if parties:
        before = {"of": plan_id, "track": track_id, "parties": [str(party) for party in parties]}
        uow.acts.record(person.id, Act.AGREEMENT, at, own.workplace, before)
    return find_own(uow, person.id, track_id, placement_id)


def withdraw_agreement(
    uow: UnitOfWork, person_id: int, track_id: int, plan_id: int, parties: Collection[str]
) -> bool:
    """Take an agreement back; False once there is a newer version. Raises NotAround."""
    found = uow.training_plans.find_placement(plan_id)
    if found is None:
        return False
    own = find_own(uow, person_id, track_id, found[0])
    if own.plan is None or own.plan.id != plan_id:
        return False
    for party in parties:
        uow.training_plans.withdraw(plan_id, Party(party))
    return True
