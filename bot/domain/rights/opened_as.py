"""Say under which name a view is opened: what it reads is counted in as that."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from bot.domain.rights.looking import Glimpses, OpenedKind


class Glimpsing(Protocol):
    """What a view reads by, which counts in what it gives out."""

    glimpses: Glimpses


U = TypeVar("U", bound=Glimpsing)
P = ParamSpec("P")
R = TypeVar("R")
View = Callable[Concatenate[U, P], R]


def opened_as(kind: OpenedKind) -> Callable[[View[U, P, R]], View[U, P, R]]:
    """Let a use case that shows a view be opened under this name.

    Where it is left out, the reads are still counted in, by what they read.
    """

    def naming(see: View[U, P, R]) -> View[U, P, R]:
        @wraps(see)
        def seen(uow: U, /, *values: P.args, **named: P.kwargs) -> R:
            with uow.glimpses.read_as(kind):
                return see(uow, *values, **named)

        return seen

    return naming
