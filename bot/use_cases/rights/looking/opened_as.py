"""Say under which name a view is opened: what it reads is counted in as that."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from bot.domain.rights.looking import OpenedKind
from bot.ports import UnitOfWork

P = ParamSpec("P")
R = TypeVar("R")


def opened_as(
    kind: OpenedKind,
) -> Callable[[Callable[Concatenate[UnitOfWork, P], R]], Callable[Concatenate[UnitOfWork, P], R]]:
    """Let a use case that shows a view be opened under this name.

    Where it is left out, the reads are still counted in, by what they read.
    """

    def naming(
        see: Callable[Concatenate[UnitOfWork, P], R],
    ) -> Callable[Concatenate[UnitOfWork, P], R]:
        @wraps(see)
        def seen(uow: UnitOfWork, *values: P.args, **named: P.kwargs) -> R:
            with uow.glimpses.read_as(kind):
                return see(uow, *values, **named)

        return seen

    return naming
