"""How those who score around a coach's students lean and agree; never shown to the raters."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.divergence.agreement import Agreement
from bot.domain.divergence.raters import Leaning, agreements, leanings, set_beside
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.scales import Mastery
from bot.ports import UnitOfWork

MOST_SAID = 30_000
"""Marks that are compared for one answer."""


@dataclass(frozen=True, slots=True)
class Rater:
    """Somebody who scores: in which role, and which way against the others."""

    name: str
    role: Role
    leaning: Leaning


@dataclass(frozen=True, slots=True)
class Raters:
    """The raters around a coach's students, and how far each two of them agree.

    `students`: how many of them were looked at.
    """

    raters: Sequence[Rater]
    pairs: Sequence[tuple[Rater, Rater, Agreement]]
    students: int


def see_raters(uow: UnitOfWork, tracks: Sequence[Track]) -> Raters:
    """Compare everybody who scores on these tracks with the others on the same indicators.

    The tracks are a coach's own. Students are compared with, and are not named as raters. Where
    more than MOST_SAID was said, it is of every second student, or third, and so on.
    """
    chosen = _chosen(uow, [track.id for track in tracks])
    roles: dict[int, Role] = {}
    forms: dict[tuple[int, int], dict[int, dict[int, Mastery]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for said in uow.alerts.list_authored(chosen):
        roles.setdefault(said.author_id, said.role)
        form = forms[said.track_id, said.competence_id]
        form[said.author_id][said.indicator_id] = said.mastery
    besides = [
        beside for place, by_rater in forms.items() for beside in set_beside(place, by_rater)
    ]
    raters = _raters(uow, leanings(besides), roles)
    pairs = [
        (raters[rater], raters[other], agreed)
        for (rater, other), agreed in agreements(besides).items()
        if rater in raters and other in raters
    ]
    named = sorted(raters.values(), key=lambda rater: (rater.role, rater.name))
    return Raters(named, sorted(pairs, key=lambda pair: -pair[2].pairs), len(chosen))


def _chosen(uow: UnitOfWork, tracks: Sequence[int]) -> Sequence[int]:
    """Choose tracks evenly among these, as many as one answer may look at."""
    said = uow.alerts.count_authored(tracks)
    for every in range(1, len(tracks)):
        chosen = tracks[::every]
        if sum(said.get(track, 0) for track in chosen) <= MOST_SAID:
            return chosen
    return tracks[:1]


def _raters(
    uow: UnitOfWork, found: Mapping[int, Leaning], roles: Mapping[int, Role]
) -> dict[int, Rater]:
    raters = {}
    for person_id, leaning in found.items():
        person = uow.people.find(person_id)
        if person is not None and roles[person_id] is not Role.STUDENT:
            raters[person_id] = Rater(person.name, roles[person_id], leaning)
    return raters
