"""The log of acts of this installation, held against its signatures and the list beside the key."""

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.administering.chains import CheckedChain, SealedLine, check_chain, list_lost
from bot.domain.periods.chain import Known, Linked, Trace
from bot.heads import ACTS, Heads
from bot.ports.importing import OrganisationRow
from bot.refusal import Refused
from bot.seal import Signet, is_sealed
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import House

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CheckedLog:
    """What was found of the log of a school, or of a sample."""

    organisation: OrganisationRow
    chain: CheckedChain


def act_heads(house: House) -> Heads:
    """Open what is known of the log of acts outside the database."""
    return Heads(Path(house.settings.signing_key_file), ACTS)


def list_signed_acts(house: House) -> Collection[Trace]:
    """List at which lines the log is known to have been signed. Raises Refused."""
    return set(act_heads(house).read().standing)


def keep_acts(house: House) -> None:
    """Note beside the key what was signed, by us or another process; a problem is logged.

    A list that has lost more than a process which died left out is not filled up in silence.
    """
    try:
        heads = act_heads(house)
        known = heads.read()
        with house.reading() as uow:
            fresh = [
                linked
                for school in _list_schools(uow)
                for linked in _list_unnoted(house, uow, school.id, known)
            ]
        if fresh:
            heads.add(fresh)
    except Refused as unusable:
        log.warning("the list of signed acts beside the key cannot be used")
        log.debug("%s", unusable)


def check_logs(house: House) -> Sequence[CheckedLog]:
    """Check the log of each organisation that has one, or is known to have had one.

    Raises Refused where the list or the key cannot be read.
    """
    known = act_heads(house).read()
    signet = Signet(Path(house.settings.signing_key_file))
    with house.reading() as uow:
        every = [_check(uow, row, known, signet) for row in uow.catalogue.list_organisations()]
    return [found for found in every if found.chain.lines or found.chain.at]


def accept_logs(house: House) -> Sequence[CheckedLog]:
    """Note that what is known and is no longer there is given up; gives the logs as they are then.

    Raises Refused where the list or the key cannot be used.
    """
    heads = act_heads(house)
    known = heads.read()
    with house.reading() as uow:
        gone = [
            linked
            for row in _list_schools(uow)
            for linked in known.standing.values()
            if linked.organisation_id == row.id and not _stands(uow, linked)
        ]
        lost = [
            linked
            for row in _list_schools(uow)
            for linked in _list_unnoted(house, uow, row.id, known, everything=True)
        ]
    if gone:
        heads.give_up(gone)
    if lost:
        heads.add(lost)
    return check_logs(house)


def _has_lost(uow: StoredUnitOfWork, school: int, known: Known, signet: Signet) -> bool:
    marks = {number for (own, number), _digest in known.standing if own == school}
    sealed = _list_sealed(uow, school, signet)
    return bool(list_lost((own.number for own in sealed if own.own and own.fits), marks))


def _list_schools(uow: StoredUnitOfWork) -> list[OrganisationRow]:
    return [row for row in uow.catalogue.list_organisations() if not row.sample]


def _list_unnoted(
    house: House, uow: StoredUnitOfWork, school: int, known: Known, *, everything: bool = False
) -> Iterator[Linked]:
    """List what this key signed and is not noted yet: who writes to the database cannot make it."""
    noted = {number for (own, number), _digest in known.standing if own == school}
    after = 0 if everything else max(noted, default=0)
    fresh = [
        (number, seal)
        for number, seal in uow.rights_acts.list_seals(school, after)
        if number not in noted
    ]
    signet = Signet(Path(house.settings.signing_key_file)) if fresh else None
    if signet and not everything and _has_lost(uow, school, known, signet):
        log.warning("the list of signed acts beside the key has lost lines: see audit verify")
        return
    for number, seal in fresh:
        line = uow.rights_acts.find_line(school, number)
        if line and signet and signet.made(seal) and is_sealed(line.digest, seal):
            yield Linked(school, number, 0, line.digest, "")


def _check(uow: StoredUnitOfWork, row: OrganisationRow, known: Known, signet: Signet) -> CheckedLog:
    marks = {
        linked.number: linked.digest
        for linked in known.standing.values()
        if linked.organisation_id == row.id and not row.sample
    }
    sealed = list(_list_sealed(uow, row.id, signet))
    lines = uow.rights_acts.list_of(row.id)
    return CheckedLog(row, check_chain(lines, sealed, marks, noted=not row.sample))


def _list_sealed(uow: StoredUnitOfWork, school: int, signet: Signet) -> Iterator[SealedLine]:
    for number, seal in uow.rights_acts.list_seals(school):
        line = uow.rights_acts.find_line(school, number)
        fits = line is not None and is_sealed(line.digest, seal)
        yield SealedLine(number, fits, signet.made(seal))


def _stands(uow: StoredUnitOfWork, linked: Linked) -> bool:
    line = uow.rights_acts.find_line(linked.organisation_id, linked.number)
    return line is not None and line.digest == linked.digest
