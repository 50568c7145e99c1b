"""The decisions of this installation, held against their signatures and the list beside the key."""

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.domain.periods.chain import Known, Linked, Trace, list_gone, list_loose
from bot.domain.rights.erasures import Lawful
from bot.heads import DECISIONS, Heads
from bot.ports.evaluating.decisions import Kept
from bot.refusal import Refused
from bot.seal import Signet, is_sealed
from bot.wiring import House
from bot.wiring.sealed.erasures import erasures_of
from bot.wiring.sealed.photos import SCHOOL

log = logging.getLogger(__name__)


class DecisionState(StrEnum):
    """What is found of a decision that was recorded."""

    UNTOUCHED = "untouched"
    UNSIGNED = "unsigned"
    """The clock signs it with its next tick."""
    ERASED = "erased"
    """The student was erased lawfully: the words are gone, and the chain holds."""
    CHANGED = "changed"
    """Its row, or its student, is no longer the one that was signed."""
    REPLACED = "replaced"
    """Another one was signed in its place."""
    PHOTO = "photo"
    """The photo that it names is gone, or another one."""
    OTHER_KEY = "other key"
    LOOSE = "loose"
    """The decision that it follows on is gone, or another one."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class CheckedDecision:
    """What was found of one decision; of one that is gone the student is not known any more."""

    number: int
    period: str
    student: str
    state: DecisionState

    @property
    def good(self) -> bool:
        """Say whether it is as it was recorded."""
        return self.state in (
            DecisionState.UNTOUCHED, DecisionState.UNSIGNED, DecisionState.ERASED,
        )  # fmt: skip


def decision_heads(house: House) -> Heads:
    """Open what is known of decisions outside the database."""
    return Heads(Path(house.settings.signing_key_file), DECISIONS)


def list_signed(house: House) -> Collection[Trace]:
    """List which decisions are known to have been signed, and where. Raises Refused."""
    return set(decision_heads(house).read().standing)


def keep_decisions(house: House) -> None:
    """Note beside the key what was signed, by us or another process; a problem is logged."""
    try:
        heads = decision_heads(house)
        known = {own.place for own in heads.read().photos}
        with house.reading() as uow:
            if known.issuperset(uow.decisions.list_heads(SCHOOL)):
                return
            kept = uow.decisions.list_kept(SCHOOL)
        signet = Signet(Path(house.settings.signing_key_file))
        fresh = [
            _linked(own) for own in kept if _linked(own).place not in known and _is_own(own, signet)
        ]
        if fresh:
            heads.add(fresh)
    except Refused as unusable:
        log.warning("the list of decisions beside the key cannot be used")
        log.debug("%s", unusable)


def check_decisions(house: House) -> Sequence[CheckedDecision]:
    """Check all decisions of the school and of the samples, and name those that are gone.

    Raises Refused where the list or the key cannot be read.
    """
    known = decision_heads(house).read()
    signet = Signet(Path(house.settings.signing_key_file))
    lawful = erasures_of(house).lawful()
    with house.reading() as uow:
        samples = [world for world in uow.worlds.list_at(SCHOOL.at) if world.sample]
        kept = uow.decisions.list_kept(SCHOOL)
        shown = [own for world in samples for own in uow.decisions.list_kept(world)]
    return [*_check(kept, known, signet, lawful), *_check(shown, Known(), signet, lawful)]


def _check(
    kept: Sequence[Kept], known: Known, signet: Signet, lawful: Lawful
) -> Iterator[CheckedDecision]:
    stored = [_linked(own) for own in kept]
    loose = {own.place for own in list_loose(stored, known, ())}
    gone = {own.place: own for own in list_gone(stored, known)}
    for own, linked in zip(kept, stored, strict=True):
        state = _state(own, signet, replaced=linked.place in gone, loose=linked.place in loose)
        if state is DecisionState.CHANGED and _is_erased(own, lawful):
            state = DecisionState.ERASED
        yield CheckedDecision(own.link.number, own.period, own.student, state)
    there = {linked.place for linked in stored}
    for place, linked in gone.items():
        if place not in there:
            yield CheckedDecision(linked.number, linked.name, "", DecisionState.GONE)


def _state(own: Kept, signet: Signet, *, replaced: bool, loose: bool) -> DecisionState:
    sealed = own.seal is not None and is_sealed(own.digest, own.seal)
    found = {
        DecisionState.CHANGED: not own.fits or (own.seal is not None and not sealed),
        DecisionState.REPLACED: replaced,
        DecisionState.LOOSE: loose,
        DecisionState.PHOTO: not own.stands,
        DecisionState.UNSIGNED: own.seal is None,
        DecisionState.OTHER_KEY: own.seal is not None and not signet.made(own.seal),
    }
    return next((state for state, is_so in found.items() if is_so), DecisionState.UNTOUCHED)


def _is_erased(own: Kept, lawful: Lawful) -> bool:
    """Say whether only its words are gone, lawfully, and what stays has the seal that it had."""
    sealed = own.seal is None or is_sealed(own.digest, own.seal)
    return sealed and lawful.decisions.get(own.digest) == own.now


def _is_own(own: Kept, signet: Signet) -> bool:
    """Say whether this key signed a row that is as it was then."""
    seal = own.seal
    return own.fits and seal is not None and is_sealed(own.digest, seal) and signet.made(seal)


def _linked(own: Kept) -> Linked:
    link = own.link
    return Linked(
        own.organisation_id, link.number, own.period_id, own.digest, own.period, link.before
    )
