"""Propose a training plan, or another version of it: the two others are asked to agree."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.domain.planning.training_plans import TrainingPlan, parties_of
from bot.domain.school.tracks import Person, Role
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.planning.training_plans import PlacementPlan, Places
from bot.ports.telling.errands import NewErrand

ASKED_FOR = timedelta(days=60)
"""How long an agreement is asked for unasked, where somebody could not be reached before."""


class NewerVersion(Exception):
    """Somebody made another version meanwhile: it is looked at first."""


class NotAround(Exception):
    """This person agrees on no training plan there."""


def propose_training_plan(
    uow: UnitOfWork,
    person: Person,
    where: tuple[int, int],
    places: Places,
    at: datetime,
    *,
    over: int | None,
) -> TrainingPlan | None:
    """Store the next version for a track's placement (`where`); its author's party agrees.

    `over` is the version (identity) that was looked at, None where there was none. None where it
    says the same. Raises NewerVersion and NotAround.
    """
    track_id, placement_id = where
    uow.training_plans.hold(placement_id)
    own = find_own(uow, person.id, track_id, placement_id)
    if (own.plan.id if own.plan else None) != over:
        raise NewerVersion
    if own.plan is not None and dict(own.plan.places) == dict(places):
        return None
    plan = uow.training_plans.add_version(placement_id, person.id, places, at)
    for party in sorted(parties_of(own.roles)):
        uow.training_plans.agree(plan.id, party, person.id, at)
    before = {"of": placement_id, "track": track_id, "plan": plan.id}
    uow.acts.record(person.id, Act.TRAINING_PLAN, at, own.workplace, before)
    uow.errands.give(list(_ask(uow, own, plan, at)))
    return plan


def find_own(uow: UnitOfWork, person_id: int, track_id: int, placement_id: int) -> PlacementPlan:
    """Find the plan of a placement around which somebody is. Raises NotAround."""
    for own in uow.training_plans.list_seen(person_id, track_id):
        if own.placement_id == placement_id and own.roles:
            return own
    raise NotAround


def _ask(
    uow: UnitOfWork, own: PlacementPlan, plan: TrainingPlan, at: datetime
) -> Iterator[NewErrand]:
    """Ask who has to agree, once each: for the school its coaches, or else the teachers."""
    agreed = parties_of(own.roles)
    around = uow.training_plans.list_around(own.placement_id)
    coached = any(role is Role.COACH for _person, role in around)
    asked = {
        person_id
        for person_id, role in around
        if not parties_of([role]) <= agreed and not (coached and role is Role.TEACHER)
    }
    for person_id in sorted(asked):
        yield NewErrand(
            organisation_id=own.organisation_id,
            person_id=person_id,
            kind=ErrandKind.TRAINING_PLAN,
            subject=str(plan.id),
            due_at=at,
            expires_at=at + ASKED_FOR,
            about_id=plan.id,
        )


def drop_training_plan(
    uow: UnitOfWork, person_id: int, track_id: int, plan_id: int, at: datetime
) -> bool:
    """Take a version back at an instant (aware); False where something stands on it.

    That is a newer version, the agreement of another party, or the instant of a photo, since the
    result at the workplace in that photo is counted by the plans that were made by then (ours).
    Raises NotAround.
    """
    found = uow.training_plans.find_placement(plan_id)
    if found is None:
        return False
    uow.training_plans.hold(found[0])
    own = find_own(uow, person_id, track_id, found[0])
    if own.plan is None or own.plan.id != plan_id:
        return False
    if any(agreement.person_id != person_id for agreement in own.plan.agreements):
        return False
    if _is_photographed(uow, person_id, track_id, own.plan, at):
        return False
    uow.training_plans.drop_version(plan_id)
    return True


def _is_photographed(
    uow: UnitOfWork, person_id: int, track_id: int, plan: TrainingPlan, at: datetime
) -> bool:
    """Say whether the instant of a photo has come since a version was made, taken yet or not."""
    programme_id = next(
        track.programme_id for track in uow.tracks.list_of(person_id) if track.id == track_id
    )
    agreed = (own.photo_at for own in uow.periods.list_of(programme_id) if own.standing)
    taken = (photo.head.as_of for photo in uow.photos.list_of_programme(programme_id))
    instants = (*taken, *(when for when in agreed if when is not None and when <= at))
    return any(plan.made_at <= when for when in instants)
