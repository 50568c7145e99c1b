"""The evaluation periods in an organisation's file: by their own days, or counted from today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.days import instant, opening
from bot.domain.importing.drafts import tidy
from bot.domain.periods.period import PROPOSED_HOUR, Dates
from bot.domain.telling.hours import Hours, Rhythm, Works
from bot.exchange.reading.shapes import FileSection
from bot.messages import _

MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Agreed:
    """A period of a framework's programme, by its days, or in days from the one of the loading.

    Without a photo it has no deadline. Its photo may be the `last`; None where nothing says so.
    """

    framework: str
    name: str
    opens_in_days: int
    photo_in_days: int | None
    opens: date | None = None
    photo: datetime | None = None
    choose_from: date | None = None
    choose_until: date | None = None
    last: bool | None = None


@dataclass(frozen=True, slots=True)
class PeriodDraft:
    """A period at its instants."""

    framework: str
    name: str
    opens_at: datetime
    photo_at: datetime | None
    dated: bool = False
    choose_from: datetime | None = None
    choose_until: datetime | None = None
    last: bool | None = None

    @property
    def dates(self) -> Dates:
        """When it opens, its photo is taken, and students choose what is evaluated."""
        return Dates(self.opens_at, self.photo_at, self.choose_from, self.choose_until)


def dated(
    agreed: Sequence[Agreed], time_zone: str, now: datetime, works: Works
) -> tuple[PeriodDraft, ...]:
    """Date periods, seen from an aware instant; a photo counted in days is on a working day."""
    rhythm = Rhythm(time_zone, Hours.DAY, works)
    today = rhythm.day_of(now)

    def photo_at(period: Agreed) -> datetime | None:
        if period.photo is not None:
            return instant(period.photo.date(), period.photo.time(), time_zone)
        if period.photo_in_days is None:
            return None
        day = rhythm.working_day(today + timedelta(days=period.photo_in_days))
        return instant(day, PROPOSED_HOUR, time_zone)

    return tuple(
        PeriodDraft(
            period.framework,
            period.name,
            opening(period.opens or today + timedelta(days=period.opens_in_days), time_zone),
            photo_at(period),
            period.opens is not None,
            opening(period.choose_from, time_zone) if period.choose_from else None,
            opening(period.choose_until + timedelta(days=1), time_zone) - timedelta(seconds=1)
            if period.choose_until
            else None,
            period.last,
        )
        for period in agreed
    )


def read_periods(top: FileSection) -> Iterator[Agreed]:
    """Read the periods of every programme. Raises Refused."""
    for programme in top.tables("programme"):
        for period in programme.tables("period"):
            period.only(
                "name", "opens_on", "photo_at", "opens_in_days", "photo_in_days", "choose_from",
                "choose_until", "last",
            )  # fmt: skip
            opens, photo, choose_from, choose_until = (
                _at(period, key) for key in ("opens_on", "photo_at", "choose_from", "choose_until")
            )
            yield Agreed(
                programme.text("framework"),
                tidy(period.text("name")),
                0 if opens else _days(period, "opens_in_days"),
                _days(period, "photo_in_days") if "photo_in_days" in period.values else None,
                opens.date() if opens else None,
                photo,
                choose_from.date() if choose_from else None,
                choose_until.date() if choose_until else None,
                period.flag("last") if "last" in period.values else None,
            )


def _at(period: FileSection, key: str) -> datetime | None:
    """Read a day or a time by the school's clock, written as a text or as TOML has them."""
    value = period.values.get(key)
    if value is None:
        return None
    try:
        read = datetime.fromisoformat(str(value))
    except ValueError:
        read = None
    if read is None or read.tzinfo is not None:
        place = f"{period.where}.{key}"
        problem = _("{place} needs a day or time such as 2026-12-18T16:00", place=place)
        raise period.refused(problem)
    return read


def _days(period: FileSection, key: str) -> int:
    days = period.number(key)
    if abs(days) > MOST_DAYS:
        raise period.refused(_("{place} is from -3660 to 3660", place=f"{period.where}.{key}"))
    return days
