"""A queue in which whoever sends a hundred things does not come before whoever sends one."""

import threading
from collections import OrderedDict, deque
from collections.abc import Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class FairQueue(Generic[Item]):
    """What waits, of everybody in order, and taken from each in turn."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._waiting: OrderedDict[Hashable, deque[Item]] = OrderedDict()
        self._changed = threading.Condition()
        self._closed = False

    def put(self, whose: Hashable, item: Item) -> None:
        """Add something of somebody's, behind what else waits of theirs."""
        with self._changed:
            self._waiting.setdefault(whose, deque()).append(item)
            self._changed.notify()

    def put_back(self, whose: Hashable, item: Item) -> None:
        """Put back what was taken, before what else waits of theirs: the last taken first."""
        with self._changed:
            self._waiting.setdefault(whose, deque()).appendleft(item)

    def close(self) -> None:
        """Say that nothing more comes, so that nobody waits for it."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def take(self, most: int) -> list[Item]:
        """Wait until something waits, and take so much at most, from each in turn.

        Nothing is left once it was closed and everything was taken.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            taken: list[Item] = []
            while self._waiting and len(taken) < most:
                whose, items = self._waiting.popitem(last=False)
                taken.append(items.popleft())
                if items:
                    self._waiting[whose] = items
            return taken
