"""Note what somebody did to help learning, about whom or what, and what is said of it later."""

from datetime import datetime

from bot.domain.intervening.interventions import (
    LONGEST,
    USUAL_LEVEL,
    ActsOn,
    InterventionAbout,
    InterventionLevel,
    InterventionTarget,
    OwnIntervention,
)
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.intervening.interventions import NewIntervention
from bot.use_cases.intervening.see_interventions import Actor


class TooLongSaid(Exception):
    """What was written does not stand in a list."""


def note_intervention(
    uow: UnitOfWork, actor: Actor, target: InterventionTarget, words: str, at: datetime
) -> int:
    """Note what somebody did today, at the usual level; gives its identity. Raises TooLongSaid."""
    if len(words) > LONGEST:
        raise TooLongSaid
    return uow.own_interventions.add(
        NewIntervention(
            actor.person.organisation_id,
            actor.person.id,
            role_in(actor.tracks, target),
            target,
            USUAL_LEVEL[target.about],
            words,
            actor.today,
            at,
        )
    )


def role_in(tracks: tuple[Track, ...], target: InterventionTarget) -> Role:
    """Say in which role somebody acts: the one on that track, else the first they have.

    Who is coach and something else acts as coach, where nothing says otherwise.
    """
    own = [
        track
        for track in tracks
        if target.about is not InterventionAbout.STUDENT or track.id == target.id
    ]
    roles = frozenset().union(*(track.roles for track in own))
    order = (Role.COACH, Role.TEACHER, Role.MENTOR, Role.STUDENT)
    return next((role for role in order if role in roles), Role.COACH)


def set_level(uow: UnitOfWork, own: OwnIntervention, level: InterventionLevel) -> None:
    """Note at which level an own intervention acts."""
    uow.own_interventions.set_level(own.id, level)


def set_acts_on(uow: UnitOfWork, own: OwnIntervention, acts_on: ActsOn) -> None:
    """Note what an own intervention acts on."""
    uow.own_interventions.set_acts_on(own.id, acts_on)


def set_purpose(uow: UnitOfWork, own: OwnIntervention, purpose: str) -> None:
    """Note what an own intervention was for. Raises TooLongSaid."""
    if len(purpose) > LONGEST:
        raise TooLongSaid
    uow.own_interventions.set_purpose(own.id, purpose)


def drop_intervention(uow: UnitOfWork, own: OwnIntervention) -> None:
    """Take an own intervention away, as if it had never been noted."""
    uow.own_interventions.drop(own.id)
