"""The photos of this installation, held against what is known of them beside the key."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.periods.chain import Of, list_unknown
from bot.heads import Heads
from bot.ports.periods.photos import PhotoMissed
from bot.ports.worlds import World
from bot.refusal import Refused
from bot.seal import Signet, is_sealed
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


def missed_photos(house: House) -> Sequence[PhotoMissed]:
    """List the school's photos that are gone, or have another one in their place."""
    with house.reading() as uow:
        return miss_photos(uow, SCHOOL, heads_of(house).read())


def keep_photos(house: House) -> None:
    """Note what was sealed beside the key, by us or another process, and what is missed.

    Only what this key sealed is noted, of what it is of and where it stands: who writes to the
    database alone cannot make that, nor copy it to another place.
    """
    try:
        heads, signet = heads_of(house), Signet(Path(house.settings.signing_key_file))
        with house.reading() as uow:
            stored = uow.photos.list_links(SCHOOL)
            known = heads.read()
            missed = [photo.name for photo in miss_photos(uow, SCHOOL, known)]
            unknown = list_unknown([linked for linked, _seal in stored], known)
            fitting = (
                {photo.head.period_id for photo in uow.photos.list_fitting()} if unknown else ()
            )
        seals = {linked.place: seal for linked, seal in stored}
        ours = [
            linked
            for linked in unknown
            if linked.period_id in fitting
            and is_sealed(linked.digest, seals[linked.place])
            and signet.made(seals[linked.place])
        ]
        if ours:
            heads.add(ours)
        problem = f"photos that were taken are gone: {len(missed)}" if missed else None
    except Refused as unusable:
        problem = "the list of photos beside the key cannot be used"
        log.debug("%s", unusable)
    if problem is not None and problem != house.photos_problem:
        log.warning("%s; 'kompaan photo verify' names them", problem)
    house.photos_problem = problem
