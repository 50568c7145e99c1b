"""Count the photos that were taken for the sectors that are told of them: once each."""

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from hashlib import sha256

from bot.ports import UnitOfWork
from bot.ports.sector.totals.books import DueTotals
from bot.ports.worlds import World


def list_to_count(uow: UnitOfWork, world: World, at_most: int) -> Sequence[DueTotals]:
    """List photos that were taken and not counted yet."""
    return uow.totals_books.list_due(world, at_most)


def freeze_totals(uow: UnitOfWork, world: World, at_most: int) -> int:
    """Count some photos; says how many."""
    counted = 0
    for photo in uow.totals_books.list_due(world, at_most):
        uow.totals_books.hold(photo.organisation_id)
        # Another process may have counted it while this one waited.
        if photo in uow.totals_books.list_due(world, at_most):
            _freeze(uow, world, photo)
            counted += 1
    return counted


def _freeze(uow: UnitOfWork, world: World, due: DueTotals) -> None:
    book = uow.totals_books.read_book(due.organisation_id)
    known = deepcopy(book)

    def rank(student: int) -> bytes:
        # Nobody can say beforehand who goes along with whom, and no score has a say in it.
        return sha256(f"{due.digest}:{student}".encode()).digest()

    frozen = book.count(
        uow.totals_books.read_photo(due), rank, cache(uow.totals_books.read_earlier)
    )
    uow.totals_books.keep(due, known, book, frozen, world.at)
