"""Begin a claim on a competence: of what is free of it, to be written and sent by its student."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.recognising.claims import PriorClaim
from bot.domain.recognising.deciding import roles_needed
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act


class NobodyDecides(Exception):
    """A track has neither a teacher nor a coach who could say anything of a claim."""


class AlreadyClaimed(Exception):
    """All of it was claimed before: it waits, was confirmed, or was refused."""


def begin_claim(
    uow: UnitOfWork,
    student: Person,
    track: Track,
    competence: Competence,
    indicators: Collection[int],
    at: datetime,
) -> PriorClaim:
    """Begin a claim instead of one that was begun on the track and never sent.

    It is about these indicators, or all that are free where none are named. Raises NobodyDecides
    and AlreadyClaimed, and stores nothing then.
    """
    if not roles_needed(uow.prior_claims.list_holders(track.id)):
        raise NobodyDecides
    free = free_of(uow, student.id, track.id, competence)
    chosen = free & set(indicators) if indicators else free
    if not chosen:
        raise AlreadyClaimed
    uow.prior_claims.drop_unsent(track.id)
    new = uow.prior_claims.begin(student.organisation_id, track.id, competence.id, at)
    begun = uow.claim_reads.find_seen(student.id, new)
    if begun is None:
        raise RuntimeError("a claim was begun on somebody else's track")
    uow.prior_claims.choose(begun, chosen)
    uow.acts.record(student.id, Act.PRIOR_CLAIM, at, before={"of": new})
    return uow.claim_reads.find_seen(student.id, new) or begun


def free_of(
    uow: UnitOfWork, student_id: int, track_id: int, competence: Competence
) -> frozenset[int]:
    """List the indicators of a competence that no claim of the student's was sent about."""
    taken: set[int] = set()
    for claim in uow.claim_reads.list_seen(student_id, [track_id]):
        if claim.sent_at is not None and claim.competence_id == competence.id:
            taken |= claim.indicators
    return frozenset(own.id for own in competence.indicators if own.id not in taken)
