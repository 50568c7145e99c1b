"""What somebody set: when and how much they want to be asked, and whether they are away."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.scoring.focus import A_FEW_AT_FIRST
from bot.domain.telling.hours import Hours
from bot.domain.telling.places import Place
from bot.domain.telling.profiles import Profile


@dataclass(frozen=True, slots=True)
class Preferences:
    """When and how much somebody wants to be asked, in that person's own time zone.

    `few` is how many questions they want at once, `one_by_one` says that indicators are asked one
    after the other, and not on a card. `told_on` is where unasked messages go, if they chose.
    They are away from `absent_from` to `absent_until`; `absence_told` says that those around may
    know.
    """

    profile: Profile = Profile.STANDARD
    hours: Hours = Hours.DAY
    muted: bool = False
    absent_until: datetime | None = None
    few: int = A_FEW_AT_FIRST
    one_by_one: bool = False
    told_on: Place | None = None
    absence_told: bool = False
    absent_from: datetime | None = None

    def away(self, until: datetime | None, at: datetime, *, told: bool = False) -> "Preferences":
        """Be away from an instant to another (both aware), or back where that is None.

        Who is away already has been so since before.
        """
        running = self.absent_until is not None and self.absent_until > at
        since = (self.absent_from or at) if running else at
        return replace(
            self, absent_until=until, absence_told=told, absent_from=since if until else None
        )
