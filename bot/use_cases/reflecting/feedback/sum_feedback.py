"""Sum up whether feedback helped, for whoever gave it."""

from collections.abc import Sequence

from bot.domain.reflecting.helping import HelpedSum, sum_of
from bot.ports import UnitOfWork


def sum_feedback(uow: UnitOfWork, giver_id: int, errands: Sequence[int]) -> HelpedSum | None:
    """Sum up what these errands tell somebody; None where there is too little for a sum.

    What is told now is never told again, but by the same errand, which says the same.
    """
    for errand_id in errands:
        told = uow.answers.list_judged(giver_id, errand_id)
        if told:
            return sum_of([helped for _feedback, helped in told])
    judged = uow.answers.list_judged(giver_id)
    found = sum_of([helped for _feedback, helped in judged])
    if found is not None:
        uow.answers.sum_up([feedback for feedback, _helped in judged], errands[0])
    return found
