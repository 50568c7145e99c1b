"""See interventions: one's own, and as coach those about one's tracks and what is around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.folding import fold
from bot.domain.intervening.interventions import (
    InterventionAbout,
    InterventionTarget,
    OwnIntervention,
    YearCount,
)
from bot.domain.intervening.year import YearLine, overview_of, whole_months
from bot.domain.school.accompanying import SEES_INTERVENTIONS
from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or looks, with the running tracks around which they are, and their day."""

    person: Person
    tracks: tuple[Track, ...]
    today: date

    @property
    def coached(self) -> list[int]:
        """The tracks around which they see what others did."""
        return [track.id for track in self.tracks if track.roles & SEES_INTERVENTIONS]


def see_interventions(
    uow: UnitOfWork, actor: Actor, about: InterventionTarget | None = None
) -> Sequence[OwnIntervention]:
    """List what somebody sees, the newest first; where it is said, only about one target."""
    seen = _list(uow, actor, actor.coached)
    return [own for own in seen if about is None or own.target == about]


def find_own(uow: UnitOfWork, actor: Actor, intervention_id: int) -> OwnIntervention | None:
    """Find an intervention of somebody's own."""
    seen = _list(uow, actor, ())
    return next((own for own in seen if own.id == intervention_id), None)


def _list(uow: UnitOfWork, actor: Actor, coached: Sequence[int]) -> Sequence[OwnIntervention]:
    around = [track.id for track in actor.tracks]
    return uow.own_interventions.list_seen(
        actor.person.id, actor.person.organisation_id, around, coached
    )


def list_targets(uow: UnitOfWork, actor: Actor) -> list[tuple[InterventionTarget, str]]:
    """List what somebody may say that an intervention is about, beside students, each by name.

    That are the workplaces and class groups around them; a student only names the own workplace.
    """
    ids = [track.id for track in actor.tracks]
    places = [
        (InterventionTarget(InterventionAbout.WORKPLACE, place), name)
        for place, name in (uow.own_interventions.list_workplaces(ids) if ids else ())
    ]
    groups = {
        track.class_group_id: track.class_group
        for track in actor.tracks
        if track.roles & {Role.TEACHER, Role.COACH}
    }
    return places + [
        (InterventionTarget(InterventionAbout.CLASS_GROUP, group), name)
        for group, name in groups.items()
    ]


def find_targets(
    uow: UnitOfWork, actor: Actor, said: str
) -> tuple[list[tuple[InterventionTarget, str]], bool]:
    """Find the workplaces and class groups around somebody that words may name.

    Their words have to begin with those that were said. `True` says that they are the whole name.
    """
    targets = list_targets(uow, actor)
    whole = [(target, name) for target, name in targets if fold(name) == fold(said)]
    if whole:
        return whole, True
    wanted = fold(said).split()
    return [
        (target, name)
        for target, name in targets
        if all(any(word.startswith(own) for word in fold(name).split()) for own in wanted)
    ], False


def may_see_year(uow: UnitOfWork, actor: Actor) -> bool:
    """Say whether somebody sees the year's overview: a coach, or who runs Kompaan there."""
    return bool(actor.coached) or uow.administrators.is_one(actor.person.id)


def see_year(uow: UnitOfWork, actor: Actor, since: date) -> Sequence[YearCount]:
    """Count a school's interventions since a day, without a name; nothing for whoever may not."""
    if not may_see_year(uow, actor):
        return ()
    return uow.own_interventions.count_since(actor.person.organisation_id, since)


@dataclass(frozen=True, slots=True)
class YearOverview:
    """What may leave the team of a year of whole months, from a day until before another one."""

    since: date
    until: date
    lines: Sequence[YearLine]


def see_overview(uow: UnitOfWork, organisation_id: int, today: date) -> YearOverview:
    """Read the numbers of a school's last twelve whole months, the small ones left out.

    What was noted, or said to have helped, once the month had begun is not counted yet.
    Who may see it is asked beside: `may_see_year`, or who runs the command line.
    """
    since, until = whole_months(today)
    counts = uow.own_interventions.count_since(organisation_id, since, until)
    return YearOverview(since, until, overview_of(counts))
