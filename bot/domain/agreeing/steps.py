"""What has to be there before an agreement holds: who owes which step, and by when.

Source: document 004, chapter 2 §3 g (recognition, the engagement statement with its social-legal
and educational conditions) and document 001 §4.2 (what a three-party agreement settles). How many
days before the first day each is due, and who is asked for it, is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.school.tracks import Role


class OwingParty(StrEnum):
    """Who owes a step."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    COMPANY = "company"
    SCHOOL = "school"


class AgreementStep(StrEnum):
    """One line of a checklist; the words are stored, and outlive a version."""

    RECOGNISED = "recognised"
    TRAINING_PLAN = "training_plan"
    INSURED = "insured"
    WORK_POST = "work_post"
    LEGAL = "legal"
    EDUCATIONAL = "educational"
    GOALS = "goals"
    EVALUATION = "evaluation"
    COMPETENCES = "competences"
    MATERIALS = "materials"
    CONTENT = "content"
    ENGAGEMENTS = "engagements"
    PRESENCE = "presence"
    ACCIDENTS = "accidents"
    LIABILITY = "liability"
    DISPUTES = "disputes"
    CONFIDENTIAL = "confidential"
    SAFETY = "safety"
    MENTOR_TRAINING = "mentor_training"
    ABSENCE = "absence"
    EARLY_END = "early_end"
    COSTS = "costs"
    SIGNED_STUDENT = "signed_student"
    SIGNED_GUARDIAN = "signed_guardian"
    SIGNED_COMPANY = "signed_company"
    SIGNED_SCHOOL = "signed_school"
    EVALUATED = "evaluated"


SIGNATURES = (
    AgreementStep.SIGNED_STUDENT,
    AgreementStep.SIGNED_GUARDIAN,
    AgreementStep.SIGNED_COMPANY,
    AgreementStep.SIGNED_SCHOOL,
)
_OF_A_PUPIL = (
    AgreementStep.RECOGNISED,
    AgreementStep.TRAINING_PLAN,
    AgreementStep.INSURED,
    AgreementStep.WORK_POST,
    *SIGNATURES,
)
CHECKLIST: Mapping[AgreementKind, tuple[AgreementStep, ...]] = {
    AgreementKind.OAO: _OF_A_PUPIL,
    AgreementKind.SAO: _OF_A_PUPIL,
    AgreementKind.ENGAGEMENT: (AgreementStep.LEGAL, AgreementStep.EDUCATIONAL, *SIGNATURES),
    AgreementKind.THREE_PARTY: (
        AgreementStep.GOALS,
        AgreementStep.EVALUATION,
        AgreementStep.COMPETENCES,
        AgreementStep.MATERIALS,
        AgreementStep.CONTENT,
        AgreementStep.ENGAGEMENTS,
        AgreementStep.PRESENCE,
        AgreementStep.ACCIDENTS,
        AgreementStep.LIABILITY,
        AgreementStep.DISPUTES,
        AgreementStep.CONFIDENTIAL,
        AgreementStep.SAFETY,
        AgreementStep.MENTOR_TRAINING,
        AgreementStep.ABSENCE,
        AgreementStep.EARLY_END,
        AgreementStep.COSTS,
        *SIGNATURES,
        AgreementStep.EVALUATED,
    ),
}
"""Which steps a kind has, in the order in which they are shown."""

_PARTIES = {
    AgreementStep.RECOGNISED: OwingParty.COMPANY,
    AgreementStep.INSURED: OwingParty.COMPANY,
    AgreementStep.WORK_POST: OwingParty.COMPANY,
    AgreementStep.SIGNED_STUDENT: OwingParty.STUDENT,
    AgreementStep.SIGNED_GUARDIAN: OwingParty.GUARDIAN,
    AgreementStep.SIGNED_COMPANY: OwingParty.COMPANY,
}
"""Who owes a step, where it is not the school."""

_DAYS_BEFORE = {AgreementStep.RECOGNISED: 28, **dict.fromkeys(SIGNATURES, 1)}
_USUALLY = 7
"""Days before the first day by which a step is due."""

SIGNED_BY = {
    Role.STUDENT: (AgreementStep.SIGNED_STUDENT, AgreementStep.SIGNED_GUARDIAN),
    Role.MENTOR: (AgreementStep.SIGNED_COMPANY,),
}
"""Of which signatures somebody in a role can say that they are there: the coach confirms it."""

SAID_ELSEWHERE = frozenset({AgreementStep.RECOGNISED})
"""What is said where it belongs, and not ticked: there is one truth about it."""

ASKED_OF = {
    OwingParty.STUDENT: Role.STUDENT,
    OwingParty.GUARDIAN: Role.STUDENT,
    OwingParty.COMPANY: Role.MENTOR,
}
"""Who is asked for what a party owes: a student brings it home, a mentor brings it to the company.

What the school owes is the coach's own.
"""


@dataclass(frozen=True, slots=True)
class OwedStep:
    """A step of an agreement that is still open: who owes it, and the last day in time."""

    step: AgreementStep
    by: OwingParty
    due_on: date


def owes(step: AgreementStep) -> OwingParty:
    """Say who owes a step."""
    return _PARTIES.get(step, OwingParty.SCHOOL)


def wanted_by(first: date) -> date:
    """Say by which day a workplace has to be recognised where somebody begins on a first day."""
    return due_on(AgreementStep.RECOGNISED, first, first)


def due_on(step: AgreementStep, first: date, last: date) -> date:
    """Say by which day a step is due, of an agreement from a first until a last day."""
    if step is AgreementStep.EVALUATED:
        return last
    return first - timedelta(days=_DAYS_BEFORE.get(step, _USUALLY))


def steps_of(kind: AgreementKind, *, guarded: bool) -> tuple[AgreementStep, ...]:
    """List the steps of a kind; a guardian signs where one has to agree (`guarded`)."""
    return tuple(
        step for step in CHECKLIST[kind] if guarded or step is not AgreementStep.SIGNED_GUARDIAN
    )
