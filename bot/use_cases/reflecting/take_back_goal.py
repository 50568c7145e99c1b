"""Take a goal back."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.ports.acts import Act


def take_back_goal(uow: UnitOfWork, student_id: int, goal_id: int, at: datetime) -> bool:
    """Take a goal of a student's own back; False where there is none."""
    uow.acts.settle(student_id, Act.GOAL, goal_id, at)
    return uow.answers.drop_goal(student_id, goal_id)
