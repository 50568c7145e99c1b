"""Note that somebody was told what is kept about them, and which version of it."""

from datetime import datetime

from bot.domain.rights.noticing import NOTICE_VERSION
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


def note_told(uow: UnitOfWork, person: Person, at: datetime) -> None:
    """Note it at an instant (aware); it is told anew only once the notice has changed."""
    uow.notices.note_told(person, NOTICE_VERSION, at)
