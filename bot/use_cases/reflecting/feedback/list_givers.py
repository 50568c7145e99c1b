"""List whom a student can ask for feedback on an answer."""

from bot.domain.school.tracks import Role
from bot.ports import UnitOfWork
from bot.use_cases.divergence.see_scorers import Scorer, see_scorers
from bot.use_cases.reflecting.find_own_answer import OwnAnswer

ROLES = (Role.MENTOR, Role.TEACHER)
"""Who gives feedback; a coach asks questions."""


def list_givers(uow: UnitOfWork, answer: OwnAnswer) -> list[Scorer]:
    """List the mentors and teachers of an answer's track who were not asked yet."""
    asked = {feedback.giver_id for feedback in answer.feedback}
    return [
        scorer
        for scorer in see_scorers(uow, answer.track_id)
        if scorer.role in ROLES and scorer.person_id not in asked
    ]
