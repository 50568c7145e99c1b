"""Training plans: which competence is pursued where, agreed by school, workplace and student.

Source: document 004, chapter 2 §4 (the training plan) and §5 (routes).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.school.tracks import Role


class Where(StrEnum):
    """Where a competence is pursued."""

    WORKPLACE = "workplace"
    CAMPUS = "campus"
    BOTH = "both"
    UNDECIDED = "undecided"

    @property
    def at_work(self) -> bool:
        """Say whether a workplace has it planned."""
        return self in (Where.WORKPLACE, Where.BOTH)


class Party(StrEnum):
    """Who agrees on a training plan, in the order in which they are named."""

    SCHOOL = "school"
    MENTOR = "mentor"
    STUDENT = "student"


AGREED_WITHIN = timedelta(days=14)
"""How long after a version is made all three have to agree on it, before it is late (ours)."""

PARTY_OF = {
    Role.COACH: Party.SCHOOL,
    Role.TEACHER: Party.SCHOOL,
    Role.MENTOR: Party.MENTOR,
    Role.STUDENT: Party.STUDENT,
}
"""For which party somebody in a role agrees."""


def parties_of(roles: Iterable[Role]) -> frozenset[Party]:
    """List the parties for which somebody in these roles agrees."""
    return frozenset(PARTY_OF[role] for role in roles)


@dataclass(frozen=True, slots=True)
class PlanAgreement:
    """One party agreed to a version: who said so, and when (UTC)."""

    party: Party
    person_id: int
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """One version of the training plan of a placement, by the identities of competences.

    `made_at` is UTC. The newest version counts from when it is made; all three agree on it.
    """

    id: int
    version: int
    places: Mapping[int, Where]
    author_id: int
    author: str
    made_at: datetime
    agreements: tuple[PlanAgreement, ...] = ()

    @property
    def agreed_by(self) -> frozenset[Party]:
        """The parties that agreed."""
        return frozenset(agreement.party for agreement in self.agreements)

    @property
    def agreed(self) -> bool:
        """Say whether all three agreed."""
        return self.agreed_by == frozenset(Party)

    def awaits(self, parties: Collection[Party]) -> bool:
        """Say whether the agreement of one of these parties is awaited."""
        return not self.agreed_by.issuperset(parties)


def where_of(places: Mapping[int, Where], competence_id: int) -> Where:
    """Say where a competence is pursued: what no plan names is not decided."""
    return places.get(competence_id, Where.UNDECIDED)


def join(places: Iterable[Where]) -> Where:
    """Join what several plans of one student say of a competence: each adds to the others."""
    said = frozenset(places)
    at_work = any(place.at_work for place in said)
    on_campus = bool(said & {Where.CAMPUS, Where.BOTH})
    if at_work and on_campus:
        return Where.BOTH
    if at_work:
        return Where.WORKPLACE
    return Where.CAMPUS if on_campus else Where.UNDECIDED


def propose(
    competences: Iterable[int],
    offered: Collection[int],
    elsewhere: Collection[int] = (),
    *,
    listed: bool = True,
) -> dict[int, Where]:
    """Propose where each competence is pursued, from the activity list of the workplace.

    What is offered there is for the workplace, the rest for the campus; what only another
    workplace of the student offers is not decided here, nor is anything where nothing is `listed`.
    """
    if not listed:
        return dict.fromkeys(competences, Where.UNDECIDED)

    def place(competence: int) -> Where:
        if competence in offered:
            return Where.WORKPLACE
        return Where.UNDECIDED if competence in elsewhere else Where.CAMPUS

    return {competence: place(competence) for competence in competences}
