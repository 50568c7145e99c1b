"""See what is kept of oneself, in short: how much of what, and who sees it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from bot.domain.rights.having import Onlooker, TakeAway
from bot.domain.rights.looking import Opened, newest_of_each
from bot.domain.rights.retention import Keeping, kept_until
from bot.domain.school.endings import council_since
from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork
from bot.use_cases.rights.looking.list_lookers import list_lookers


@dataclass(frozen=True, slots=True)
class SeenOwnData:
    """How many rows of each table lead to somebody, who is around them, and who decides.

    `kept` says how long it stays. `take_away` is the file with all of it, wanted or there.
    `looked` has of each who opened something of the own tracks the newest day, the newest first.
    `contact` is whom the school names for questions, in its own words; empty where it names nobody.
    """

    counts: Mapping[str, int]
    onlookers: Sequence[Onlooker]
    deciders: Sequence[Person]
    is_shown_others: bool
    take_away: TakeAway | None
    kept: Sequence["OwnKeeping"] = ()
    looked: Sequence[Opened] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class OwnKeeping:
    """How long what was said on an own track is kept; `until` (aware) of one that has ended."""

    programme: str
    keeping: Keeping
    until: datetime | None = None


def see_own_data(uow: UnitOfWork, person: Person, at: datetime) -> SeenOwnData:
    """Count what is kept of somebody, at an instant (aware)."""
    tracks = uow.tracks.list_for_council(person.id, council_since(at))
    own = [track for track in tracks if Role.STUDENT in track.roles]
    newest = uow.take_aways.find_newest(person.id)
    return SeenOwnData(
        uow.own_records.count_of(person.id),
        uow.own_records.list_onlookers(person.id),
        uow.administrators.list_deciders(person.id),
        uow.own_records.is_shown_others(person.id),
        newest if newest is not None and at < newest.expires_at else None,
        list(_kept(uow, person, own)),
        newest_of_each(chain.from_iterable(list_lookers(uow, track.id) for track in own)),
        uow.notices.read_contact(person.organisation_id),
    )


def _kept(uow: UnitOfWork, person: Person, own_tracks: Sequence[Track]) -> Iterator[OwnKeeping]:
    """Say of each track on which somebody learns, or learned, how long it is kept."""
    ended = {own.track_id: own for own in uow.retentions.list_ended_of(person.id)}
    for track in own_tracks:
        programme = uow.tracks.read_programme(track.programme_id)
        keeping = uow.retentions.read_keeping(track.programme_id)
        over = ended.get(track.id)
        until = kept_until(over.life, keeping) if over else None
        yield OwnKeeping(programme.title, keeping, until)
