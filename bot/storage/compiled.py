"""What was compiled, found again by the statement itself.

Our statements stand at module level, so it mostly is enough to see that it is the same one. The
library looks for one that says the same, and reckons with all that a statement is made of each
time, which takes as long as a part of the query.
"""

from typing import Any

from sqlalchemy.util import LRUCache
from typing_extensions import override

MOST = 2000
"""Statements; those that are made anew each time are forgotten for newer ones."""


class Compiled(LRUCache[Any, Any]):
    """The compiled statements of all engines of a kind."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(MOST)
        self._same: dict[Any, tuple[Any, Any]] = {}

    @override
    def get(self, key: Any, default: Any = None) -> Any:
        """Find what was compiled from this statement, or from one that says the same."""
        dialect, made_of, *asked = key
        place = (id(made_of), type(dialect), *asked)
        held = self._same.get(place)
        # It is held with what was compiled, so that its place goes to no other.
        if held is not None and held[0] is made_of:
            return held[1]
        found = super().get(_of_its_kind(key), default)
        if found is not None:
            if len(self._same) >= MOST:
                self._same.clear()
            self._same[place] = made_of, found
        return found

    @override
    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_its_kind(key), compiled)


COMPILED = Compiled()


def _of_its_kind(key: Any) -> Any:
    dialect, *statement = key
    return (type(dialect), *statement)
