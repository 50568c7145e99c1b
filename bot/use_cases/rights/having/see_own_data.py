"""See what is kept of oneself, in short: how much of what, and who sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.rights.having import Onlooker, TakeAway
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SeenOwnData:
    """How many rows of each table lead to somebody, who is around them, and who decides.

    `take_away` is the file with all of it, where one is wanted or there.
    """

    counts: Mapping[str, int]
    onlookers: Sequence[Onlooker]
    deciders: Sequence[Person]
    is_shown_others: bool
    take_away: TakeAway | None


def see_own_data(uow: UnitOfWork, person: Person, at: datetime) -> SeenOwnData:
    """Count what is kept of somebody, at an instant (aware)."""
    newest = uow.take_aways.find_newest(person.id)
    return SeenOwnData(
        uow.own_records.count_of(person.id),
        uow.own_records.list_onlookers(person.id),
        uow.administrators.list_deciders(person.id),
        uow.own_records.is_shown_others(person.id),
        newest if newest is not None and at < newest.expires_at else None,
    )
