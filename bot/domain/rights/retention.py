"""How long what was said is kept after a track has ended: so many months, by its programme.

Source: Regulation (EU) 2016/679, article 5 (1) e. The months, and that a month before it is said,
are ours. A photo's words go later than what was said; its sums stay, without a name.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.days import months_on

MONTHS = 24
"""Months for which what was said is kept, where the programme does not say otherwise."""

PHOTO_MONTHS = 60
"""Months for which photos and decisions keep their words."""

MOST_MONTHS = 240

LONGER = 12
"""Months that a coach or an administrator lets a track be kept longer by one tap."""

AHEAD = timedelta(days=30)
"""How long before it is erased it is announced."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """For how many months a programme keeps what was said, and the words of photos."""

    months: int = MONTHS
    photo_months: int = PHOTO_MONTHS

    @property
    def fits(self) -> bool:
        """Say whether these are months that can be set: photos stay no shorter than the rest."""
        return 1 <= self.months <= self.photo_months <= MOST_MONTHS


@dataclass(frozen=True, slots=True)
class TrackLife:
    """When a track ended (aware), and what became of it since: all instants are aware."""

    ended_at: datetime
    told_at: datetime | None = None
    longer_until: datetime | None = None
    records_erased_at: datetime | None = None
    words_erased_at: datetime | None = None


def months_after(at: datetime, months: int, zone: str = "UTC") -> datetime:
    """Say which instant is so many months later, by the clock of a zone; days that are not, end.

    One month after 31 January is the last of February.
    """
    local = at.astimezone(ZoneInfo(zone))
    day = months_on(local.date(), months)
    moved = local.replace(year=day.year, month=day.month, day=day.day)
    return moved.astimezone(at.tzinfo)


def kept_until(life: TrackLife, keeping: Keeping) -> datetime:
    """Say until when (aware) what was said on a track is kept.

    It is never gone before it was announced, and somebody had a month to ask for more.
    """
    agreed = months_after(life.ended_at, keeping.months)
    announced = [life.told_at + AHEAD] if life.told_at else []
    return max([agreed, *announced, *([life.longer_until] if life.longer_until else [])])


def words_kept_until(life: TrackLife, keeping: Keeping) -> datetime:
    """Say until when (aware) photos and decisions keep the words about a student.

    That is never before what was said is gone.
    """
    return max(months_after(life.ended_at, keeping.photo_months), kept_until(life, keeping))


def next_step(life: TrackLife, keeping: Keeping) -> datetime | None:
    """Say when something is next to be done: announce it, erase what was said, then the words."""
    if life.words_erased_at is not None:
        return None
    if life.records_erased_at is not None:
        return words_kept_until(life, keeping)
    if life.told_at is None:
        return kept_until(life, keeping) - AHEAD
    return kept_until(life, keeping)
