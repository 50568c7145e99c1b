"""Write a claim before it is sent: what of, how it was learned, where, in own words, with what."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain.recognising.claims import (
    LONGEST_CLAIM,
    LONGEST_REASON,
    MOST_EVIDENCE,
    ClaimEvidence,
    PriorClaim,
)
from bot.domain.school.tracks import Person, Placement
from bot.domain.scoring.prior import LearnedHow
from bot.ports import UnitOfWork


class TooLongClaim(Exception):
    """What was written does not stand in one message; it holds how much may."""

    def __init__(self, most: int) -> None:
        """Keep how many letters there may be."""
        super().__init__()
        self.most = most


class TooMuchEvidence(Exception):
    """More references than anybody reads."""


def find_unsent(uow: UnitOfWork, student: Person, claim_id: int) -> PriorClaim | None:
    """Find a claim that its student is still writing."""
    claim = uow.claim_reads.find_seen(student.id, claim_id)
    return claim if claim and claim.sent_at is None else None


def find_draft(uow: UnitOfWork, student: Person, track_id: int) -> PriorClaim | None:
    """Find a claim on a track that was not sent, and of which something was written."""
    seen = uow.claim_reads.list_seen(student.id, [track_id])
    unsent = (own for own in seen if own.sent_at is None)
    return next((own for own in unsent if own.how or own.words or own.evidence), None)


def choose_indicators(uow: UnitOfWork, claim: PriorClaim, indicators: Collection[int]) -> None:
    """Keep which indicators it is about."""
    uow.prior_claims.choose(claim, indicators)


def say_how(uow: UnitOfWork, claim: PriorClaim, how: LearnedHow) -> None:
    """Keep how it was learned."""
    uow.prior_claims.say_how(claim.id, how)


def list_workplaces(uow: UnitOfWork, claim: PriorClaim) -> Sequence[Placement]:
    """List where a claim's student works now: one of them may be the own employer."""
    return uow.prior_claims.list_workplaces(claim.track_id)


def say_where(uow: UnitOfWork, claim: PriorClaim, placement_id: int | None) -> bool:
    """Keep at which workplace of the track it was learned; False where it is none of them."""
    if placement_id is not None:
        here = {own.id for own in uow.prior_claims.list_workplaces(claim.track_id)}
        if placement_id not in here:
            return False
    uow.prior_claims.say_where(claim.id, placement_id)
    return True


def say_words(uow: UnitOfWork, claim: PriorClaim, words: str) -> None:
    """Keep the student's own words. Raises TooLongClaim, and keeps nothing then."""
    if len(words) > LONGEST_CLAIM:
        raise TooLongClaim(LONGEST_CLAIM)
    uow.prior_claims.say_words(claim.id, words)


def add_evidence(uow: UnitOfWork, claim: PriorClaim, evidence: ClaimEvidence, at: datetime) -> None:
    """Keep one more reference. Raises TooLongClaim and TooMuchEvidence."""
    if len(evidence.words) > LONGEST_REASON:
        raise TooLongClaim(LONGEST_REASON)
    if len(claim.evidence) >= MOST_EVIDENCE:
        raise TooMuchEvidence
    uow.prior_claims.add_evidence(claim, evidence, at)


def drop_evidence(uow: UnitOfWork, claim: PriorClaim) -> None:
    """Forget all references of it."""
    uow.prior_claims.drop_evidence(claim.id)
