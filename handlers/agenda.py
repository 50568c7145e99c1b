"""What there may be to do in a world, found once for a whole tick that writes nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.ports.topics import Topic
from bot.ports.worlds import World
from bot.use_cases.find_topics import find_topics
from handlers.slices import Slices


@dataclass(slots=True)
class Agenda:
    """The topics of a world that may have something to do, and who lives there in which zones.

    What a tick writes may bring more to do, in any topic: then all are looked for anew.
    """

    world: World
    zones: Sequence[str]
    _topics: Collection[Topic] = ()
    _written: int = -1

    def list_topics(self, slices: Slices) -> Collection[Topic]:
        """List them as they are now, but for what other processes wrote since the tick looked."""
        if self._written != slices.written:
            with slices.reading() as uow:
                self._topics = find_topics(uow, self.world, self.zones)
            self._written = slices.written
        return self._topics
