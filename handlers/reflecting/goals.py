"""A goal for next week that comes of an answer: the first question of that week takes it up."""

from bot.messages import Quoted, Reply, _, lines
from bot.use_cases.reflecting.set_goal import set_goal
from bot.use_cases.reflecting.take_back_goal import take_back_goal
from handlers.reflecting.asked import GoalAwaited
from handlers.reflecting.shown import NOT_YOURS, own_answer
from handlers.reflecting.taps import SetGoal, ShowAnswer, TakeBackGoal
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words


def tapped_goal(turn: Turn, tap: SetGoal) -> Replies:
    """Wait for the goal."""
    answer = own_answer(turn, tap.answer)
    if answer is None:
        return [Reply(NOT_YOURS)]
    text = _("What will you do next week? Type it in one sentence: I come back to it.")
    return await_words(turn, GoalAwaited(answer=answer.id), text)


def typed_goal(turn: Turn, question: GoalAwaited, text: str) -> Replies:
    """Keep the goal."""
    answer = own_answer(turn, question.answer)
    turn.close()
    if answer is None:
        return [Reply(NOT_YOURS)]
    goal = set_goal(turn.uow, answer, text, turn.at, turn.person.time_zone)
    said = _("Your goal for next week. The first question of that week takes it up.")
    row = (
        button(_("↩ take it back"), TakeBackGoal(goal)),
        button(_("see the answer"), ShowAnswer(answer.id)),
    )
    return [Reply(lines(said, Quoted(text)), (row,))]


def tapped_no_goal(turn: Turn, tap: TakeBackGoal) -> Replies:
    """Take a goal back."""
    if take_back_goal(turn.uow, turn.person.id, tap.goal, turn.at):
        return [Reply(_("The goal is taken back."), edit=True)]
    return [Reply(_("That goal is not there any more."))]
