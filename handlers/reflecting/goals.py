"""A goal for next week that comes of an answer: the first question of that week takes it up."""

from bot.domain.reflecting.weeks import next_week
from bot.messages import Reply, _, lines, words
from handlers.reflecting.asked import GoalAwaited
from handlers.reflecting.shown import NOT_YOURS, mine
from handlers.reflecting.taps import SetGoal, ShowAnswer, TakeBackGoal
from handlers.talking.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import PutAway


def tapped_goal(turn: Turn, tap: SetGoal) -> Replies:
    """Wait for the goal."""
    found = mine(turn, tap.answer)
    if found is None:
        return [Reply(NOT_YOURS)]
    serial = turn.ask(GoalAwaited(answer=found.id))
    text = _("What will you do next week? Type it in one sentence: I come back to it.")
    return [Reply(text, ((button(_("cancel"), PutAway(serial)),),))]


def typed_goal(turn: Turn, question: GoalAwaited, text: str) -> Replies:
    """Keep the goal."""
    found = mine(turn, question.answer)
    turn.close()
    if found is None:
        return [Reply(NOT_YOURS)]
    due_at = next_week(turn.at, turn.person.time_zone)
    goal = turn.uow.answers.add_goal(found, text, due_at)
    said = _("Your goal for next week. The first question of that week takes it up.")
    row = (
        button(_("↩ take it back"), TakeBackGoal(goal)),
        button(_("see the answer"), ShowAnswer(found.id)),
    )
    return [Reply(lines(said, words("“", text, "”", by="")), (row,))]


def tapped_no_goal(turn: Turn, tap: TakeBackGoal) -> Replies:
    """Take a goal back."""
    if turn.uow.answers.drop_goal(turn.person.id, tap.goal):
        return [Reply(_("The goal is taken back."), edit=True)]
    return [Reply(_("That goal is not there any more."))]
