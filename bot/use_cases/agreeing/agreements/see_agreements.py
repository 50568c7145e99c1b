"""See how it stands with agreements: what misses comes first, then what is open, then what ends."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.domain.agreeing.agreements import AgreedPlace, AgreementStanding, PlacementAgreement
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.school.accompanying import AgreementSight, agreement_sight_of
from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork


def see_agreements(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], today: date
) -> list[AgreementStanding]:
    """Read how it stands at the running placements of tracks, as far as somebody may see it."""
    ids = [track.id for track in tracks]
    places = uow.agreements.list_places(person.id, ids) if ids else ()
    if not places:
        return []
    here = [place.placement_id for place in places]
    made: dict[int, list[PlacementAgreement]] = defaultdict(list)
    for own in uow.agreements.list_of(here):
        made[own.placement_id].append(own)
    every = [own for agreements in made.values() for own in agreements]
    done = uow.agreements.list_done([own.id for own in every]) if every else {}
    known = _known(uow, every, here)
    standings = [
        AgreementStanding(place, made[place.placement_id], done, known) for place in places
    ]
    return sorted(standings, key=lambda standing: standing.urgency(today))


def see_coached(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], today: date
) -> list[AgreementStanding]:
    """Read the same of the placements around which somebody is the coach."""
    return [own for own in see_agreements(uow, person, tracks, today) if sees_all(own.place)]


def see_agreement_at(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], placement_id: int, today: date
) -> AgreementStanding | None:
    """Read how it stands at one placement that somebody coaches; None where it is none of them."""
    coached = see_coached(uow, person, [own for own in tracks if Role.COACH in own.roles], today)
    return next((own for own in coached if own.place.placement_id == placement_id), None)


def find_agreement(
    standings: Sequence[AgreementStanding], agreement_id: int
) -> tuple[AgreementStanding, PlacementAgreement] | None:
    """Find an agreement among those of placements."""
    return next(
        (
            (standing, own)
            for standing in standings
            for own in standing.agreements
            if own.id == agreement_id
        ),
        None,
    )


def sees_all(place: AgreedPlace) -> bool:
    """Say whether whoever looks sees what everybody owes there."""
    return agreement_sight_of(place.roles) is AgreementSight.ALL


def _known(
    uow: UnitOfWork, every: Sequence[PlacementAgreement], here: Collection[int]
) -> Mapping[int, Collection[AgreementStep]]:
    """Read what is known to be done: a training plan to which all agreed, and a recognition.

    A workplace is recognised where that holds on the first day; its end is followed by itself.
    """
    if not every:
        return {}
    planned = uow.agreements.list_planned(here)
    until = uow.agreements.list_recognised(here)
    known: dict[int, set[AgreementStep]] = defaultdict(set)
    for own in every:
        if own.placement_id in planned:
            known[own.id].add(AgreementStep.TRAINING_PLAN)
        if until.get(own.placement_id, date.min) >= own.starts_on:
            known[own.id].add(AgreementStep.RECOGNISED)
    return known
