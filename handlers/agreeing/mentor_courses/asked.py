"""What dialogues about the training of mentors wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered


@dataclass(frozen=True)
class CourseDayOffered(Offered):
    """On which day a mentor followed the training, or for which it is planned.

    Without a `state` the day says which of both: what is over was followed.
    """

    kind = Awaited.COURSE_DAY
    mentor: int = 0
    state: str = ""
