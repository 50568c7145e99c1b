"""What dialogues about what was learned before wait for."""

from dataclasses import dataclass

from bot.domain.recognising.claims import ClaimVerdict
from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class ClaimCompetenceOffered(Offered):
    """Which competence was learned before, tapped or typed."""

    kind = Awaited.CLAIM_COMPETENCE
    track: int = 0


@dataclass(frozen=True)
class ClaimIndicatorsOffered(Offered):
    """Which indicators of a competence a claim is about, tapped or typed."""

    kind = Awaited.CLAIM_INDICATORS
    claim: int = 0


@dataclass(frozen=True)
class ClaimWordsAwaited(Question):
    """A student's own words about what was learned."""

    kind = Awaited.CLAIM_WORDS
    claim: int = 0


@dataclass(frozen=True)
class ClaimEvidenceAwaited(Question):
    """What shows it: one reference a message, words or a file."""

    kind = Awaited.CLAIM_EVIDENCE
    claim: int = 0


@dataclass(frozen=True)
class ClaimReasonAwaited(Question):
    """Why a claim is refused, or confirmed."""

    kind = Awaited.CLAIM_REASON
    claim: int = 0
    verdict: str = ClaimVerdict.REFUSED.value


@dataclass(frozen=True)
class ClaimAppealAwaited(Question):
    """Why a claim that was refused should be looked at anew."""

    kind = Awaited.CLAIM_APPEAL
    claim: int = 0
