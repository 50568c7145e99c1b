"""What is done about a class group or a lesson of one's own: found and authorised anew."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.planning.sessions import CampusSession
from bot.messages import Reply, _
from bot.use_cases.planning.campus.plan_ahead import ClassPlan
from handlers.planning.campus.finding import find_ahead, find_taught, is_taught, see_plan
from handlers.talking.turn import Replies, Turn

NOT_YOURS = _("The groups are their teacher's to change; you look on.")
NO_CLASS = _("There is no class group of yours to make groups of.")
NO_LESSON = _("That lesson is not to come any more. /groups shows what is.")

Acts = Callable[[Turn, ClassPlan, CampusSession], Reply]


def on_class(
    turn: Turn,
    track_id: int,
    show: Callable[[Turn, ClassPlan], Reply],
    teacher_id: int | None = None,
) -> Replies:
    """Show something of a class group that this person sees as a whole, in place."""
    taught = find_taught(turn, track_id, teacher_id)
    if taught is None:
        return [Reply(NO_CLASS)]
    return [replace(show(turn, see_plan(turn, taught)), edit=True)]


def on_own_class(turn: Turn, track_id: int, show: Callable[[Turn, ClassPlan], Reply]) -> Replies:
    """Do something about a class group of the teacher's own, in place."""
    return on_class(
        turn,
        track_id,
        lambda turn, plan: show(turn, plan) if is_taught(turn, plan.taught) else Reply(NOT_YOURS),
    )


def on_own_lesson(turn: Turn, track_id: int, lesson: int, act: Acts) -> Replies:
    """Do something about a lesson to come of the teacher's own, in place."""

    def find(turn: Turn, plan: ClassPlan) -> Reply:
        ahead = find_ahead(plan, lesson)
        return act(turn, plan, ahead.session) if ahead else Reply(NO_LESSON)

    return on_own_class(turn, track_id, find)
