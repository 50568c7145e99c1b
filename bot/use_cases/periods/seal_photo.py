"""Seal a photo that has all its tracks: its digest is computed first, and nobody waits for that."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.periods.chain import Trace
from bot.domain.periods.period import Period
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Sealed, Sign

AT_ONCE = 1000
"""Tracks whose digests are read in one transaction."""


def list_digests(uow: UnitOfWork, period: Period, beyond: int) -> Sequence[tuple[int, str]]:
    """List some tracks of a whole photo with their digests, in order; none where all were listed.

    The tracks of a whole photo do not change any more, so they need not be read together.
    """
    return uow.photos.list_digests(period, beyond, AT_ONCE)


def make_seal(
    uow: UnitOfWork,
    period: Period,
    tracks: Sequence[tuple[int, str]],
    sign: Sign,
    at: datetime,
    instead: Sequence[Trace] = (),
) -> Sealed | None:
    """Compute the seal of a whole photo at an instant; None where another one did it.

    It only reads, and takes the digests of all tracks, and what it is taken in the stead of.
    """
    computed = uow.photos.compute_digest(period, at, tracks, instead)
    if computed is None:
        return None
    digest, link = computed
    return Sealed(digest, sign(digest), at, link, instead)


def seal_photo(uow: UnitOfWork, period: Period, sealed: Sealed) -> bool:
    """Keep the seal of a photo, which then is taken.

    False where another process did, or took its place in the chain for another photo.
    """
    return uow.photos.finish(period, sealed)
