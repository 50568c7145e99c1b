"""Seal a photo that has all its tracks: its digest is computed first, and nobody waits for that."""

from datetime import datetime

from bot.domain.periods.period import Period
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Sealed, Sign


def make_seal(uow: UnitOfWork, period: Period, sign: Sign, at: datetime) -> Sealed | None:
    """Compute the seal of a whole photo, sealed at an instant; None where another one did it.

    It only reads: the tracks of a whole photo do not change any more.
    """
    digest = uow.photos.compute_digest(period, at)
    return None if digest is None else Sealed(digest, sign(digest), at)


def seal_photo(uow: UnitOfWork, period: Period, sealed: Sealed) -> bool:
    """Keep the seal of a photo, which then is taken; False where another process did."""
    return uow.photos.finish(period, sealed)
