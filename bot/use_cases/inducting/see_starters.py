"""See how it stands with teachers new to dual learning: what is due first comes first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.days import day_of
from bot.domain.inducting.steps import InductionSession, InductionStep, Starter
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class StarterStanding:
    """One teacher, and the steps that were asked for, planned or held; days are in `zone`."""

    starter: Starter
    sessions: Mapping[InductionStep, InductionSession]
    zone: str

    def is_held(self, step: InductionStep) -> bool:
        """Say whether a step has been."""
        session = self.sessions.get(step)
        return session is not None and session.held_on is not None

    def is_planned(self, step: InductionStep) -> bool:
        """Say whether a step has a moment, and was not noted as held yet."""
        session = self.sessions.get(step)
        return session is not None and bool(session.planned_for) and session.held_on is None

    def is_asked(self, step: InductionStep) -> bool:
        """Say whether the teacher asks for a step that has no moment yet."""
        session = self.sessions.get(step)
        return (
            session is not None
            and session.asked_at is not None
            and not session.planned_for
            and session.held_on is None
        )

    @property
    def open_steps(self) -> Sequence[InductionStep]:
        """List what has not been yet, in its order."""
        return [step for step in InductionStep if not self.is_held(step)]

    @property
    def next_step(self) -> InductionStep | None:
        """Say what comes next; None where all has been."""
        return next(iter(self.open_steps), None)

    def due_on(self, step: InductionStep) -> date:
        """Say on which day a step is planned, or by which it is due."""
        session = self.sessions.get(step)
        if session is not None and session.planned_for is not None:
            return day_of(session.planned_for, self.zone)
        return self.starter.due_by(step)

    def is_late(self, today: date) -> bool:
        """Say whether something should have been by now, or was planned and is not noted."""
        return any(self.due_on(step) < today for step in self.open_steps)


def see_starters(uow: UnitOfWork, coach: Person) -> list[StarterStanding]:
    """Read who is new at a school for its teachers' coach; nobody for anybody else.

    Who coaches is no teacher of their own.
    """
    if not uow.teachers_coaches.is_one(coach.id):
        return []
    known = uow.starters.list_of(coach.organisation_id)
    found = _standings(uow, [own for own in known if own.person_id != coach.id], coach.time_zone)
    return sorted(found, key=_due)


def see_starter(uow: UnitOfWork, coach: Person, teacher_id: int) -> StarterStanding | None:
    """Read how it stands with one teacher for the teachers' coach; None for anybody else."""
    starter = uow.starters.find(teacher_id)
    if starter is None or starter.organisation_id != coach.organisation_id:
        return None
    if teacher_id == coach.id or not uow.teachers_coaches.is_one(coach.id):
        return None
    return _standings(uow, [starter], coach.time_zone)[0]


def see_own_steps(uow: UnitOfWork, teacher: Person) -> StarterStanding | None:
    """Read how it stands with oneself; None for whoever is not new."""
    starter = uow.starters.find(teacher.id)
    if starter is None or starter.ended:
        return None
    return _standings(uow, [starter], teacher.time_zone)[0]


def _due(standing: StarterStanding) -> tuple[bool, date]:
    due = min(map(standing.due_on, standing.open_steps), default=None)
    return due is None, due or date.max


def _standings(uow: UnitOfWork, starters: Sequence[Starter], zone: str) -> list[StarterStanding]:
    if not starters:
        return []
    sessions: dict[int, dict[InductionStep, InductionSession]] = {
        own.person_id: {} for own in starters
    }
    for session in uow.inductions.list_of(sessions):
        sessions[session.teacher_id][session.step] = session
    return [StarterStanding(own, sessions[own.person_id], zone) for own in starters]
