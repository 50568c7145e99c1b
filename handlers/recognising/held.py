"""A claim that was begun is not written on, sent or appealed before a guardian says yes."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from bot.messages import Reply
from handlers.talking.rights.held import say_own_held
from handlers.talking.routing.answered import Answered
from handlers.talking.turn import Turn

P = ParamSpec("P")


def once_agreed(
    answers: Callable[Concatenate[Turn, P], Answered],
) -> Callable[Concatenate[Turn, P], Answered]:
    """Answer a student only where no guardian has to say yes first; else say that one has to."""

    @wraps(answers)
    def answer(turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> Answered:
        held = say_own_held(turn)
        return answers(turn, *args, **kwargs) if held is None else [Reply(held)]

    return answer
