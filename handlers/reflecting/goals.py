"""A goal for next week that comes of an answer: the first question of that week takes it up."""

from collections.abc import Sequence

from bot.domain.reflecting.weeks import next_week
from bot.messages import Button, Reply, _, lines, words
from handlers.reflecting.asked import GoalAwaited
from handlers.reflecting.shown import NOT_YOURS, mine
from handlers.talking.turn import Replies, Turn


def tapped_goal(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Wait for the goal."""
    found = mine(turn, int(arguments[0]))
    if found is None:
        return [Reply(NOT_YOURS)]
    serial = turn.ask(GoalAwaited(answer=found.id))
    text = _("What will you do next week? Type it in one sentence: I come back to it.")
    return [Reply(text, ((Button(_("cancel"), f"no:{serial}"),),))]


def typed_goal(turn: Turn, question: GoalAwaited, text: str) -> Replies:
    """Keep the goal."""
    found = mine(turn, question.answer)
    turn.close()
    if found is None:
        return [Reply(NOT_YOURS)]
    due_at = next_week(turn.at, turn.person.time_zone)
    goal = turn.uow.answers.add_goal(found, text, due_at)
    said = _("Your goal for next week. The first question of that week takes it up.")
    row = (Button(_("↩ take it back"), f"rk:{goal}"), Button(_("see the answer"), f"rr:{found.id}"))
    return [Reply(lines(said, words("“", text, "”", by="")), (row,))]


def tapped_no_goal(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Take a goal back."""
    if turn.uow.answers.drop_goal(turn.person.id, int(arguments[0])):
        return [Reply(_("The goal is taken back."), edit=True)]
    return [Reply(_("That goal is not there any more."))]
