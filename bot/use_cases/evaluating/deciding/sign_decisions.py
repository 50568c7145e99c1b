"""Sign the decisions that were recorded, as photos are: by the clock, with the school's key."""

from collections.abc import Collection, Sequence

from bot.domain.periods.chain import Trace
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Sign
from bot.ports.worlds import World


def list_to_sign(uow: UnitOfWork, world: World, known: Collection[Trace]) -> Sequence[int]:
    """List the decisions that are not signed yet, as they were recorded.

    Not one whose row is other than its digest says, nor one at a place of the chain where another
    is `known` outside the database to have been signed: no place is signed for a second one.
    """
    places = {place for place, _digest in known}
    found = [
        (decision_id, ((kept.organisation_id, kept.link.number), kept.digest))
        for decision_id, kept in uow.decisions.list_unsigned(world)
        if kept.fits
    ]
    return [decision_id for decision_id, mark in found if mark in known or mark[0] not in places]


def sign_decisions(
    uow: UnitOfWork, world: World, sign: Sign, known: Collection[Trace] = ()
) -> None:
    """Sign what is to be signed. Raises Refused where the key cannot be used."""
    ready = set(list_to_sign(uow, world, known))
    for decision_id, kept in uow.decisions.list_unsigned(world):
        if decision_id in ready:
            uow.decisions.sign(decision_id, sign(kept.digest))
