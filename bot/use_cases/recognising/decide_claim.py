"""Confirm a claim or refuse it, in the role that has not spoken yet; or take that back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.recognising.claims import LONGEST_REASON, ClaimVerdict, PriorClaim
from bot.domain.recognising.deciding import Holders, roles_needed, roles_to_say, settle
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.outbox import Posted
from bot.ports.worlds import World
from bot.use_cases.recognising.write_claim import TooLongClaim

LASTS = timedelta(days=60)
"""How long what came of it is of use to a student whom nothing reaches yet."""


class NoSay(Exception):
    """Nothing is left for somebody to say of a claim."""


class NoReason(Exception):
    """A refusal says why."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody said of a claim: in which roles, and the claim as it stands now."""

    claim: PriorClaim
    roles: tuple[Role, ...]


def decide_claim(
    uow: UnitOfWork,
    person: Person,
    claim_id: int,
    verdict: ClaimVerdict,
    reason: str | None,
    at: datetime,
) -> Decided:
    """Keep what a teacher or a coach says of a claim, and tell the student once it is decided.

    Raises NoSay, NoReason and TooLongClaim, and stores nothing then.
    """
    if verdict is ClaimVerdict.REFUSED and not reason:
        raise NoReason
    if len(reason or "") > LONGEST_REASON:
        raise TooLongClaim(LONGEST_REASON)
    uow.prior_claims.hold(claim_id)
    claim = uow.claim_reads.find_seen(person.id, claim_id)
    roles = says_next(uow, claim, person) if claim else ()
    if claim is None or not roles:
        raise NoSay
    if any(own.person_id == person.id and own.role in roles for own in claim.said_now):
        # Who was waited for has gone: what this one says now stands in the place of what they said.
        uow.prior_claims.unsay(claim, person.id, at)
    for role in roles:
        uow.prior_claims.say(claim, person.id, role, verdict, reason, at)
    uow.acts.record(person.id, Act.PRIOR_VERDICT, at, before={"of": claim.id})
    said = {own.role: own.verdict for own in claim.said_now} | dict.fromkeys(roles, verdict)
    _settle(uow, claim, said, at)
    return Decided(uow.claim_reads.find_seen(person.id, claim_id) or claim, roles)


def _settle(
    uow: UnitOfWork, claim: PriorClaim, said: Mapping[Role, ClaimVerdict], at: datetime
) -> None:
    """Keep what comes of a claim, and tell its student; nothing as long as it is open."""
    outcome = _outcome_of(uow, claim, said)
    if outcome is not None:
        uow.prior_claims.settle(claim, outcome, at, _tell_student(uow, claim, at))
        _close_sending(uow, claim, at)


def list_left_open(uow: UnitOfWork, world: World, at_most: int) -> Sequence[tuple[int, int]]:
    """List claims that wait for nobody, since who had still to speak went; nothing is written."""
    return uow.prior_claims.list_left_open(world, at_most)


def settle_left_open(uow: UnitOfWork, world: World, at_most: int) -> int:
    """Settle some of them by what the others said; counts them."""
    settled = 0
    for claim_id, student_id in list_left_open(uow, world, at_most):
        uow.prior_claims.hold(claim_id)
        claim = uow.claim_reads.find_seen(student_id, claim_id)
        if claim is not None and claim.waits:
            _settle(uow, claim, {own.role: own.verdict for own in claim.said_now}, world.at)
            settled += 1
    return settled


def _outcome_of(
    uow: UnitOfWork, claim: PriorClaim, said: Mapping[Role, ClaimVerdict]
) -> ClaimVerdict | None:
    needed = roles_needed(uow.prior_claims.list_holders(claim.track_id))
    return settle(needed, said, again=claim.round > 1)


def says_next(uow: UnitOfWork, claim: PriorClaim, person: Person) -> tuple[Role, ...]:
    """List for which roles somebody may speak of a claim now."""
    if not claim.waits:
        return ()
    return _says_next(uow.prior_claims.list_holders(claim.track_id), claim, person)


def _says_next(holders: Holders, claim: PriorClaim, person: Person) -> tuple[Role, ...]:
    return roles_to_say(holders, person.id, {own.role for own in claim.said_now})


def take_back_verdict(uow: UnitOfWork, person: Person, claim_id: int, at: datetime) -> bool:
    """Take back what somebody said of a claim in the round that it is in.

    It is open again, unless it stays refused by what another one said. A student who was told
    otherwise sees it in that message. False where there is nothing.
    """
    uow.prior_claims.hold(claim_id)
    claim = uow.claim_reads.find_seen(person.id, claim_id)
    if claim is None or not uow.prior_claims.unsay(claim, person.id, at):
        return False
    uow.acts.settle(person.id, Act.PRIOR_VERDICT, claim.id, at)
    stands = {own.role: own.verdict for own in claim.said_now if own.person_id != person.id}
    if claim.outcome is not None and _outcome_of(uow, claim, stands) is not claim.outcome:
        told = uow.prior_claims.unsettle(claim, at)
        if told is not None:
            uow.outbox.say_anew(told, at)
    return True


def _close_sending(uow: UnitOfWork, claim: PriorClaim, at: datetime) -> None:
    """Let its student no longer undo that it was sent: by now it is decided."""
    for person, role in uow.interventions.list_scorers(claim.track_id):
        if role is Role.STUDENT:
            uow.acts.settle(person, Act.PRIOR_CLAIM, claim.id, at)


def list_waiting(uow: UnitOfWork, person: Person, tracks: Sequence[Track]) -> list[PriorClaim]:
    """List the claims on tracks on which this person's word is awaited, the oldest first."""
    deciding = [track.id for track in tracks if track.roles & {Role.TEACHER, Role.COACH}]
    if not deciding:
        return []
    waiting = [own for own in uow.claim_reads.list_seen(person.id, deciding) if own.waits]
    holders = {
        track_id: uow.prior_claims.list_holders(track_id)
        for track_id in {claim.track_id for claim in waiting}
    }
    return [claim for claim in waiting if _says_next(holders[claim.track_id], claim, person)]


def _tell_student(uow: UnitOfWork, claim: PriorClaim, at: datetime) -> int | None:
    seats = uow.interventions.list_scorers(claim.track_id)
    student = next((person for person, role in seats if role is Role.STUDENT), None)
    if student is None:
        return None
    told = Posted(
        student,
        MessageKind.ANSWER,
        f"{Asks.CLAIM_SETTLED}:{claim.id}:{uuid4().hex}",
        Asks.CLAIM_SETTLED,
        track_id=claim.track_id,
        expires_at=at + LASTS,
        about_id=claim.id,
    )
    return uow.outbox.post(told, at)
