"""Interviews, what comes of them, and what people may see of an intake."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import (
    Alternative,
    CriterionMet,
    Interview,
    InterviewOutcome,
)
from bot.domain.questions import GivenAnswer


class Interviews(Protocol):
    """Interviews, in one transaction; instants are aware, and come back in UTC."""

    def add(self, candidacy: Candidacy, place_id: int | None, leader_id: int, at: datetime) -> int:
        """Begin an interview, with the company of a place or without; gives its identity."""

    def find(self, interview_id: int) -> Interview | None:
        """Find an interview, whoever may see it."""

    def list_of(self, candidacy_id: int) -> Sequence[Interview]:
        """List the interviews of a candidacy, the first one first."""

    def plan(self, interview_id: int, leader_id: int, planned_for: datetime) -> None:
        """Note when an interview is."""

    def call_off(self, interview_id: int, at: datetime) -> None:
        """Note that an interview does not take place."""

    def say_met(self, interview_id: int, criterion_id: int, met: CriterionMet) -> None:
        """Keep what is said of one criterion, in the place of what was said before."""

    def say_feedback(self, interview_id: int, words: str) -> None:
        """Keep the feedback to the candidate."""

    def say_outcome(self, interview_id: int, outcome: InterviewOutcome) -> None:
        """Keep what comes of it."""

    def say_alternative(self, interview_id: int, alternative: Alternative, words: str) -> None:
        """Keep where the candidate can go on."""

    def decide(self, interview_id: int, at: datetime) -> None:
        """Note that the outcome is no draft any more."""


class IntakeReads(Protocol):
    """What somebody may see of intakes, by `INTAKE_SIGHT`; what they may not is not found."""

    def list_led(self, viewer_id: int) -> Sequence[Intake]:
        """List the rounds that somebody leads, those that are open first."""

    def is_led(self, viewer_id: int, intake_id: int) -> bool:
        """Say whether a round is one that somebody leads."""

    def list_own(self, viewer_id: int) -> Sequence[Candidacy]:
        """List the candidacies that are somebody's own."""

    def list_own_places(self, viewer_id: int) -> Sequence[OfferedPlace]:
        """List the places that somebody offers."""

    def list_candidates(self, viewer_id: int, intake_id: int) -> Sequence[Candidacy]:
        """List the candidates of a round that somebody leads, by name."""

    def list_places(self, viewer_id: int, intake_id: int) -> Sequence[OfferedPlace]:
        """List the places of a round that somebody leads, by workplace."""

    def read_candidate(self, viewer_id: int, candidacy_id: int) -> Sequence[GivenAnswer] | None:
        """Read what a candidate answered; None for whoever may not."""

    def read_company(self, viewer_id: int, place_id: int) -> Sequence[GivenAnswer] | None:
        """Read what a company answered; None for whoever may not."""

    def list_interviews(self, viewer_id: int, intake_id: int) -> Sequence[Interview]:
        """List the interviews of a round, without what was said of them where that is not seen."""

    def find_interview(self, viewer_id: int, interview_id: int) -> Interview | None:
        """Find an interview in the same way."""
