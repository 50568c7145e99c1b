"""List a coach's own notes for the desk."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork


def list_dated(
    uow: UnitOfWork, person: Person, _tracks: Sequence[Track], _until: date, _today: date
) -> list[Dated]:
    """List all that stand open, however far ahead, each under its own head."""
    return [
        Dated(Matter.OWN, note.due_on, note.id, words=note.words, under=note.head)
        for note in uow.desks.list_notes(person.id)
    ]
