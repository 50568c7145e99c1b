"""Send a claim to who decides about it, take it back, or ask to look at it anew."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.recognising.claims import LONGEST_REASON, PriorClaim
from bot.domain.recognising.deciding import roles_needed
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.outbox import Posted
from bot.use_cases.recognising.begin_claim import AlreadyClaimed, NobodyDecides, free_of
from bot.use_cases.recognising.write_claim import TooLongClaim

LASTS = timedelta(days=30)
"""How long a message that somebody cannot get yet is of use."""


class UnfinishedClaim(Exception):
    """Something is missing that who decides needs."""


class NothingToAppeal(Exception):
    """A claim was not refused, or was looked at anew already."""


def send_claim(
    uow: UnitOfWork, student: Person, claim: PriorClaim, competence: Competence, at: datetime
) -> Sequence[str]:
    """Send a claim to the teachers and the coaches; gives the names of who hears of it.

    Raises UnfinishedClaim, AlreadyClaimed and NobodyDecides, and stores nothing then.
    """
    if claim.how is None or not claim.words or not claim.indicators:
        raise UnfinishedClaim
    if not claim.indicators <= free_of(uow, student.id, claim.track_id, competence):
        raise AlreadyClaimed
    if not roles_needed(uow.prior_claims.list_holders(claim.track_id)):
        raise NobodyDecides
    uow.prior_claims.send(claim.id, at)
    uow.acts.settle(student.id, Act.PRIOR_CLAIM, claim.id, at)
    uow.acts.record(student.id, Act.PRIOR_CLAIM, at, before={"of": claim.id})
    return _tell(uow, claim, "1", at)


def withdraw_claim(uow: UnitOfWork, student: Person, claim: PriorClaim, at: datetime) -> bool:
    """Take a claim back that was not decided; False where it was."""
    uow.prior_claims.hold(claim.id)
    now = uow.claim_reads.find_seen(student.id, claim.id)
    if now is None or now.outcome is not None:
        return False
    uow.prior_claims.withdraw(claim.id, at)
    uow.acts.settle(student.id, Act.PRIOR_CLAIM, claim.id, at)
    return True


def put_claim_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Take back that a claim was sent or begun; False where it was decided or is gone.

    What was sent and nobody said anything of is being written again, with all that stands in it.
    """
    student = uow.people.find(entry.author_id)
    claim = uow.claim_reads.find_seen(entry.author_id, entry.before["of"])
    if student is None or claim is None:
        return False
    if claim.sent_at is None:
        uow.prior_claims.drop_unsent(claim.track_id)
        return True
    uow.prior_claims.hold(claim.id)
    if _can_be_written_again(uow, student, claim):
        uow.prior_claims.send(claim.id, None)
        return True
    return withdraw_claim(uow, student, claim, at)


def _can_be_written_again(uow: UnitOfWork, student: Person, claim: PriorClaim) -> bool:
    """Say whether nobody said anything of it yet, and its student writes no other one."""
    now = uow.claim_reads.find_seen(student.id, claim.id)
    seen = uow.claim_reads.list_seen(student.id, [claim.track_id])
    untouched = now is not None and now.waits and now.round == 1 and not now.verdicts
    return untouched and all(own.sent_at is not None for own in seen)


def appeal_claim(
    uow: UnitOfWork, student: Person, claim: PriorClaim, words: str, at: datetime
) -> Sequence[str]:
    """Ask to look anew at a claim that was refused, once; gives the names of who hears of it.

    Raises NothingToAppeal and TooLongClaim, and stores nothing then.
    """
    if len(words) > LONGEST_REASON:
        raise TooLongClaim(LONGEST_REASON)
    uow.prior_claims.hold(claim.id)
    now = uow.claim_reads.find_seen(student.id, claim.id)
    if now is None or not now.can_be_appealed:
        raise NothingToAppeal
    uow.prior_claims.appeal(claim.id, words, at)
    uow.acts.record(student.id, Act.TOLD, at)
    return _tell(uow, claim, "2", at)


def _tell(uow: UnitOfWork, claim: PriorClaim, of_round: str, at: datetime) -> Sequence[str]:
    holders = uow.prior_claims.list_holders(claim.track_id)
    named = []
    for person_id in sorted({own for people in holders.values() for own in people}):
        known = uow.people.find(person_id)
        told = Posted(
            person_id,
            MessageKind.ANSWER,
            f"{Asks.CLAIM_MADE}:{claim.id}:{of_round}:{uuid4().hex}",
            Asks.CLAIM_MADE,
            track_id=claim.track_id,
            expires_at=at + LASTS,
            about_id=claim.id,
        )
        uow.outbox.post(told, at)
        if known is not None:
            named.append(known.name)
    return named
