"""Change in a chat for how long a programme keeps what, so that it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.rights.retention import Keeping
from bot.domain.school.tracks import Person
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.rights.set_keeping import set_keeping


@dataclass(frozen=True, slots=True)
class ProgrammeKeeping:
    """For how long a programme keeps what was said, and photos."""

    programme_id: int
    title: str
    keeping: Keeping


class UnfitKeeping(Exception):
    """Photos would be kept for shorter than what was said, or it is no number of months."""


def list_keepings(uow: UnitOfWork, organisation_id: int) -> Sequence[ProgrammeKeeping]:
    """List for how long each programme of a school keeps what."""
    rows = uow.catalogue.programmes.list_all(organisation_id)
    return [
        ProgrammeKeeping(
            row.id, uow.tracks.read_programme(row.id).title, uow.retentions.read_keeping(row.id)
        )
        for row in rows
    ]


def change_keeping(
    uow: UnitOfWork, person: Person, programme_id: int, keeping: Keeping, at: datetime
) -> int | None:
    """Change it as an administrator wishes; gives the entry, None where it is so already.

    Raises UnfitKeeping, and LookupError for a programme that is not the school's.
    """
    if not keeping.fits:
        raise UnfitKeeping
    known = {own.programme_id: own for own in list_keepings(uow, person.organisation_id)}
    before = known[programme_id]
    if not set_keeping(uow, person.organisation_id, programme_id, keeping, at, by=person.id):
        return None
    kept = {"of": programme_id, "was": _kept(before.keeping), "now": _kept(keeping)}
    return uow.acts.record(person.id, Act.KEEPING, at, before.title, kept)


def put_keeping_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what held before; False where somebody else changed it since."""
    person = uow.people.find(entry.author_id)
    if person is None or not uow.administrators.is_one(person.id):
        return False
    programme = entry.before["of"]
    if _kept(uow.retentions.read_keeping(programme)) != entry.before["now"]:
        return False
    was = Keeping(*entry.before["was"])
    return set_keeping(uow, person.organisation_id, programme, was, at, by=person.id)


def _kept(keeping: Keeping) -> list[int]:
    return [keeping.months, keeping.photo_months]
