"""Answers said in order: in one chat the next waits for the one before it."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable

Saying = asyncio.Task[None]
"""An answer that is being said."""

Speak = Callable[[Saying | None], Coroutine[None, None, None]]
"""Says an answer, after the one that it is given; never raises."""


class InOrder:
    """What is being said, by chat; each answer knows what to wait for."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self._last: dict[Hashable, Saying] = {}

    @property
    def under_way(self) -> list[Saying]:
        """The last answer in each chat where something is still being said."""
        return list(self._last.values())

    def say(self, chat: Hashable, speak: Speak) -> None:
        """Begin to say an answer, after what is still being said in this chat."""
        task = asyncio.get_running_loop().create_task(speak(self._last.get(chat)))
        self._last[chat] = task
        task.add_done_callback(lambda done: self._said(chat, done))

    def _said(self, chat: Hashable, task: Saying) -> None:
        if self._last.get(chat) is task:
            del self._last[chat]
