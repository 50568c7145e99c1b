"""Set a goal that comes of an answer."""

from datetime import datetime

from bot.domain.reflecting.weeks import next_week
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.reflecting.find_own_answer import OwnAnswer


def set_goal(uow: UnitOfWork, answer: OwnAnswer, text: str, at: datetime, zone: str) -> int:
    """Keep a goal for the next week in the student's zone; gives its id.

    The first question of that week takes it up.
    """
    goal = uow.answers.add_goal(answer, text, next_week(at, zone))
    uow.acts.record(answer.student_id, Act.GOAL, at, before={"of": goal})
    return goal
