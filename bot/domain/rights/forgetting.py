"""A wish to be forgotten: from the wish over a night's sleep and the deciders' days to the erasure.

Source: Regulation (EU) 2016/679, article 17. The night, the days and their order are ours.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.days import day_of, instant

NIGHT_ENDS = time(6)
"""The time by a person's clock from which a wish of the day before may be confirmed."""

SLEEP = timedelta(hours=6)
"""A wish of the small hours has not been slept on by six o'clock: it waits for the next morning."""

DAYS = 30
"""How long those who decide have, where the school does not say otherwise."""

MOST_FORGET_DAYS = 90
"""An erasure must not be put off for ever."""

LAPSES = timedelta(days=14)
"""How long a wish waits for its confirmation."""

MOST_LETTERS = 500
"""Letters of the reason for which an erasure waits."""


class ForgetState(StrEnum):
    """Where a wish stands."""

    WISHED = "wished"
    """It waits for a night's sleep, and for the person's word after it."""
    CONFIRMED = "confirmed"
    """Those who decide have heard, and the clock erases when their days are over."""
    HELD = "held"
    """One of them said why it has to wait."""
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Forgetting:
    """One wish, or one order, that somebody be forgotten; all instants are aware.

    `due_at` is when the clock erases, `held_by_id` who said why that waits.
    """

    id: int
    organisation_id: int
    person_id: int
    wished_at: datetime
    confirmed_at: datetime | None = None
    due_at: datetime | None = None
    held_at: datetime | None = None
    held_by_id: int | None = None
    held_why: str = ""
    withdrawn_at: datetime | None = None
    erased_at: datetime | None = None

    def state(self, at: datetime) -> ForgetState:
        """Say where it stands at an instant."""
        found = {
            ForgetState.ERASED: self.erased_at is not None,
            ForgetState.WITHDRAWN: self.withdrawn_at is not None,
            ForgetState.HELD: self.held_at is not None,
            ForgetState.CONFIRMED: self.confirmed_at is not None,
            ForgetState.LAPSED: at >= self.wished_at + LAPSES,
        }
        return next((state for state, is_so in found.items() if is_so), ForgetState.WISHED)


def slept_at(wished_at: datetime, zone: str) -> datetime:
    """Say from when on (aware, UTC) a wish has been slept on, by the clock of a zone.

    That is the first six in the morning with six hours, as they pass, since the wish.
    """
    day = day_of(wished_at, zone)
    mornings = (instant(day + timedelta(days=ahead), NIGHT_ENDS, zone) for ahead in range(3))
    return next(morning for morning in mornings if morning >= wished_at + SLEEP)
