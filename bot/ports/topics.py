"""What a tick of the clock may have to do, found at once for all that it is about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.ports.worlds import World


class Topic(StrEnum):
    """One thing that a tick looks for."""

    ENDINGS = "endings"
    STOPS = "stops"
    HANDOVERS = "handovers"
    SUBSTITUTES = "substitutes"
    PHOTOS = "photos"
    DECISIONS = "decisions"
    ACTS = "acts"
    HANDED = "handed"
    SITTINGS = "sittings"
    AWAKE = "awake"
    OUTLIVED = "outlived"
    PERIODS = "periods"
    LESSONS = "lessons"
    QUESTIONS = "questions"
    GAPS = "gaps"
    UNTOLD = "untold"
    UNCOME = "uncome"
    SESSIONS = "sessions"
    OWN_DATA = "own_data"
    ARRIVALS = "arrivals"
    NOTICES = "notices"
    CONTESTS = "contests"
    FORGETTING = "forgetting"
    RETENTION = "retention"
    DESKS = "desks"
    CLAIMS = "claims"
    FOLLOW_UPS = "follow ups"
    ROUNDS = "rounds"
    ASKED = "asked"
    INTAKES = "intakes"
    TOTALS = "totals"


@dataclass(frozen=True, slots=True)
class Within:
    """Between which days and instants each topic looks; what it looks at by itself is left out.

    `last_day` is the day where it is latest; `on_page` names the platform that is read on the page.
    """

    today: date
    last_day: date
    questions_since: datetime
    gaps_until: datetime
    untold_since: datetime
    untold_before: datetime
    uncome_before: datetime
    unused_since: datetime
    sent_before: datetime
    on_page: str
    notice_version: int


class Topics(Protocol):
    """Topics, in one transaction."""

    def list_stirring(self, world: World, within: Within) -> Collection[Topic]:
        """List the topics that may have something to do; the others have nothing for anybody."""
