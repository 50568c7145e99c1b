"""Claims of what was learned before: written by whom they are of, and read as each may see them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.recognising.claims import ClaimEvidence, ClaimVerdict, PriorClaim
from bot.domain.school.tracks import Placement, Role
from bot.domain.scoring.prior import LearnedHow, Recognised
from bot.ports.worlds import World


class PriorClaims(Protocol):
    """Writing claims, in one transaction; instants are aware. Who calls has found it to be seen."""

    def begin(self, organisation_id: int, track_id: int, competence_id: int, at: datetime) -> int:
        """Begin a claim on a competence; gives its identity."""

    def drop_unsent(self, track_id: int) -> None:
        """Forget what was begun on a track and never sent."""

    def choose(self, claim: PriorClaim, indicators: Collection[int]) -> None:
        """Keep which indicators it is about, instead of those before."""

    def say_how(self, claim_id: int, how: LearnedHow) -> None:
        """Keep how it was learned."""

    def say_where(self, claim_id: int, placement_id: int | None) -> None:
        """Keep at which workplace of the track, or that it was elsewhere."""

    def list_workplaces(self, track_id: int) -> Sequence[Placement]:
        """List where the student of a track works now, by name."""

    def say_words(self, claim_id: int, words: str) -> None:
        """Keep the student's own words, instead of those before."""

    def add_evidence(self, claim: PriorClaim, evidence: ClaimEvidence, at: datetime) -> None:
        """Keep one more reference."""

    def drop_evidence(self, claim_id: int) -> None:
        """Forget all references of it."""

    def has_evidence(self, student_id: int, source: str) -> bool:
        """Say whether a message of this student is a reference of a claim."""

    def send(self, claim_id: int, at: datetime | None) -> None:
        """Note that it was sent; None where it is being written again."""

    def withdraw(self, claim_id: int, at: datetime | None) -> None:
        """Note that its student took it back; None where it stands after all."""

    def appeal(self, claim_id: int, words: str, at: datetime) -> None:
        """Note why its student asks to look at it anew."""

    def hold(self, claim_id: int) -> None:
        """Hold it for this transaction: two who decide at once do so one after the other."""

    def list_holders(self, track_id: int) -> Mapping[Role, Collection[int]]:
        """List who is teacher and who is coach around a track, by the identities of people."""

    def list_left_open(self, world: World, at_most: int) -> Sequence[tuple[int, int]]:
        """List claims that wait for nobody: who had still to speak is not around any more.

        Each with its student; nothing is written.
        """

    def say(
        self,
        claim: PriorClaim,
        person_id: int,
        role: Role,
        verdict: ClaimVerdict,
        reason: str | None,
        at: datetime,
    ) -> int:
        """Keep what somebody says of it in a role; gives its identity."""

    def unsay(self, claim: PriorClaim, person_id: int, at: datetime) -> int:
        """Take back what somebody said in the round that it is in; gives of how many roles."""

    def settle(
        self, claim: PriorClaim, outcome: ClaimVerdict, at: datetime, outbox_id: int | None
    ) -> None:
        """Note what comes of it in the round that it is in, and which message tells its student."""

    def unsettle(self, claim: PriorClaim, at: datetime) -> int | None:
        """Note that in this round it is open again; gives the message that told otherwise."""


class ClaimReads(Protocol):
    """Claims as one person may see them, by `CLAIM_SIGHT`."""

    def list_seen(self, viewer_id: int, tracks: Collection[int]) -> Sequence[PriorClaim]:
        """List what somebody sees of tracks, the oldest first; what was taken back is left out."""

    def find_seen(self, viewer_id: int, claim_id: int) -> PriorClaim | None:
        """Find a claim as somebody sees it; None where they do not, or it was taken back."""

    def list_recognised(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[int, Sequence[Recognised]]:
        """List what was confirmed, by track, for whoever sees that."""
