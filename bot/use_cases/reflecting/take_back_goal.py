"""Take a goal back."""

from bot.ports import UnitOfWork


def take_back_goal(uow: UnitOfWork, student_id: int, goal_id: int) -> bool:
    """Take a goal of a student's own back; False where there is none."""
    return uow.answers.drop_goal(student_id, goal_id)
