"""What dialogues about agreements wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered


@dataclass(frozen=True)
class AgreementDaysOffered(Offered):
    """From when until when an agreement is, tapped or typed.

    `first` is its first day, as it is stored, where the last one alone is asked. On a page that
    asks for no days (`asks`), both are read where they are typed all the same.
    """

    kind = Awaited.AGREEMENT_DAYS
    placement: int = 0
    first: str = ""
    asks: bool = True


@dataclass(frozen=True)
class WeeklyHoursOffered(Offered):
    """How many hours a week a placement takes, tapped or typed."""

    kind = Awaited.WEEKLY_HOURS
    placement: int = 0


@dataclass(frozen=True)
class AgreementEndOffered(Offered):
    """On which day an agreement ends early, tapped or typed."""

    kind = Awaited.AGREEMENT_END
    agreement: int = 0
