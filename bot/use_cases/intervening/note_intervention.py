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
from bot.ports.acts import Act, Doer
from bot.ports.intervening.interventions import NewIntervention
from bot.use_cases.intervening.see_interventions import Actor
from bot.use_cases.talking.note_change import note_change


class TooLongSaid(Exception):
    """What was written does not stand in a list."""


def note_intervention(
    uow: UnitOfWork, actor: Actor, target: InterventionTarget, words: str, at: datetime
) -> int:
    """Note what somebody did today, at the usual level; gives its identity. Raises TooLongSaid."""
    if len(words) > LONGEST:
        raise TooLongSaid
    new = uow.own_interventions.add(
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
    uow.acts.record(actor.person.id, Act.OWN_INTERVENTION, at, before={"of": new, "what": ""})
    return new


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


def set_level(
    uow: UnitOfWork, own: OwnIntervention, level: InterventionLevel, at: datetime
) -> None:
    """Note at which level an own intervention acts."""
    before = {"of": own.id, "what": "level", "was": own.level.value, "now": level.value}
    note_change(uow, Doer(own.by_id, at), Act.OWN_INTERVENTION, before)
    uow.own_interventions.set_level(own.id, level)


def set_acts_on(uow: UnitOfWork, own: OwnIntervention, acts_on: ActsOn, at: datetime) -> None:
    """Note what an own intervention acts on."""
    was = own.acts_on.value if own.acts_on else ""
    before = {"of": own.id, "what": "acts on", "was": was, "now": acts_on.value}
    note_change(uow, Doer(own.by_id, at), Act.OWN_INTERVENTION, before)
    uow.own_interventions.set_acts_on(own.id, acts_on)


def set_purpose(uow: UnitOfWork, own: OwnIntervention, purpose: str, at: datetime) -> None:
    """Note what an own intervention was for. Raises TooLongSaid.

    Undo takes the first words of it away; words that took the place of others are written again.
    """
    if len(purpose) > LONGEST:
        raise TooLongSaid
    before = {"of": own.id, "what": "purpose", "first": not own.purpose}
    uow.acts.record(own.by_id, Act.OWN_INTERVENTION, at, before=before)
    uow.own_interventions.set_purpose(own.id, purpose)


def drop_intervention(uow: UnitOfWork, own: OwnIntervention, at: datetime) -> None:
    """Take an own intervention away, as if it had never been noted."""
    uow.own_interventions.drop(own.id)
    for act in (Act.OWN_INTERVENTION, Act.OWN_INTERVENTION_HELPED):
        uow.acts.settle(own.by_id, act, own.id, at)
