"""Note what somebody opened of others, once what they asked was answered."""

from collections.abc import Collection
from datetime import date

from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


def look_anew(uow: UnitOfWork) -> None:
    """Begin an answer: what others were shown before, in the same transaction, is theirs."""
    uow.glimpses.begin()


def note_opened(uow: UnitOfWork, looker: Person, own_tracks: Collection[int], on: date) -> None:
    """Note what was read for somebody in this transaction, on a day of theirs.

    `own_tracks` are the looker's as a student: one's own is nobody's to note. Where nothing was
    read the database is not asked at all, else by one statement.
    """
    seen = uow.glimpses.read_all()
    opened = [(track, kind) for track, kind in seen if track not in own_tracks]
    if opened:
        uow.openings.note(looker.id, opened, on)


def note_opened_by_operator(
    uow: UnitOfWork, opened: Collection[tuple[int, OpenedKind]], on: date
) -> None:
    """Note what was read for whoever runs Kompaan, who has the database, from the command line."""
    if opened:
        uow.openings.note(None, opened, on)
