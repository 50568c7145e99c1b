"""The photos of this installation, held against what is known of them beside the key."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.periods.chain import Known, Linked, Of, Trace, list_gaps, list_gone, list_unknown
from bot.heads import Heads
from bot.messages import Sayable, _, _n
from bot.ports.periods.photos import PhotoMissed
from bot.ports.worlds import World
from bot.refusal import Refused
from bot.seal import Signet, is_sealed
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.miss_photos import miss_photos
from bot.wiring import House

log = logging.getLogger(__name__)

SCHOOL = World(False, datetime.min.replace(tzinfo=UTC))
"""The school, at no time in particular."""


def heads_of(house: House) -> Heads:
    """Open what is known of photos outside the database."""
    return Heads(Path(house.settings.signing_key_file))


def known_periods(house: House) -> frozenset[Of]:
    """Tell of which periods a photo is known. Raises Refused where that cannot be read."""
    return frozenset(photo.of for photo in heads_of(house).read().standing.values())


def list_given_up(house: House, of: Of) -> list[Trace]:
    """List which photos of a period were given up. Raises Refused where that cannot be read."""
    known = heads_of(house).read()
    return sorted({own.mark for own in known.photos if own.of == of} & set(known.given_up))


def missed_photos(house: House) -> Sequence[PhotoMissed]:
    """List the school's photos that are gone, or have another one in their place."""
    with house.reading() as uow:
        return miss_photos(uow, SCHOOL, heads_of(house).read())


def _list_unnoted(house: House, uow: StoredUnitOfWork, known: Known) -> list[Linked]:
    """List what this key sealed, of what it is of and where it stands, and is not noted yet.

    Who writes to the database alone cannot make that, nor copy it to another place.
    """
    seals = dict(uow.photos.list_links(SCHOOL))
    unknown = list_unknown(list(seals), known)
    if not unknown:
        return []
    signet = Signet(Path(house.settings.signing_key_file))
    fitting = {photo.head.period_id for photo in uow.photos.list_fitting()}
    return [
        linked
        for linked in unknown
        if linked.period_id in fitting
        and is_sealed(linked.digest, seals[linked])
        and signet.made(seals[linked])
    ]


def _list_retaken(house: House, uow: StoredUnitOfWork, known: Known) -> list[Linked]:
    """List what is gone, and was given up on another machine: a photo was sealed in its stead.

    Not where that one is itself given up here.
    """
    seals = dict(uow.photos.list_links(SCHOOL))
    gone = list_gone(list(seals), known)
    if not gone:
        return []
    signet = Signet(Path(house.settings.signing_key_file))
    instead = uow.photos.list_instead()
    retaken = {
        mark
        for linked, seal in seals.items()
        if linked.mark not in known.given_up
        and is_sealed(linked.digest, seal)
        and signet.made(seal)
        for mark in instead.get(linked.period_id, ())
    }
    return [linked for linked in gone if linked.mark in retaken]


def list_faults(house: House) -> list[Sayable]:
    """Say what is wrong with the list of photos beside the key. Raises Refused."""
    heads = heads_of(house)
    known = heads.read()
    with house.reading() as uow:
        stored = [linked for linked, _seal in uow.photos.list_links(SCHOOL)]
        unnoted = _list_unnoted(house, uow, known)
    file, faults = str(heads.path), list[Sayable]()
    if known.broken:
        faults.append(
            _n(
                "{count} line of the list of photos is cut off: {file}",
                "{count} lines of the list of photos are cut off: {file}",
                known.broken,
                file=file,
            )
        )
    if gaps := list_gaps(stored, known):
        faults.append(
            _(
                "The list of photos lacks photos that came before others: number {numbers}. "
                "Put its backup back: {file}",
                numbers=", ".join(str(number) for _organisation_id, number in gaps),
                file=file,
            )
        )
    if unnoted:
        faults.append(
            _(
                "The list of photos does not hold the photo of {names}, and notes it with the next "
                "tick. It should hold all: where no machine is new and no backup was put back, "
                "somebody cut it: {file}",
                names=", ".join(linked.name for linked in unnoted),
                file=file,
            )
        )
    return faults


def keep_photos(house: House) -> None:
    """Note what was sealed beside the key, by us or another process, and what is missed."""
    try:
        heads = heads_of(house)
        known = heads.read()
        with house.reading() as uow:
            unnoted = _list_unnoted(house, uow, known)
            retaken = _list_retaken(house, uow, known)
        if unnoted:
            heads.add(unnoted)
        if retaken:
            heads.give_up(retaken)
        missed = missed_photos(house)
        problem = f"photos that were taken are gone: {len(missed)}" if missed else None
    except Refused as unusable:
        problem = "the list of photos beside the key cannot be used"
        log.debug("%s", unusable)
    if problem is not None and problem != house.photos_problem:
        log.warning("%s; 'kompaan photo verify' names them", problem)
    house.photos_problem = problem
