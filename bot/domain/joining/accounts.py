"""Where people talk: the platforms on which they join, and their chat account on each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.placing import Placed


class JoiningPlatform(StrEnum):
    """The platforms on which real people join with an invitation."""

    TELEGRAM = "telegram"
    SLACK = "slack"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Account:
    """The chat in which somebody is reached on a platform.

    `newest` is what was said there last, where the platform numbers what it tells.
    """

    id: int
    organisation_id: int
    person_id: int
    platform: str
    address: str
    joined_at: datetime
    reachable: bool = True
    unreachable_since: datetime | None = None
    newest: Placed | None = None
