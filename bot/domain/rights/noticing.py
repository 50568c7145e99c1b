"""What everybody is told of what is kept about them, and of which guardian has to say yes.

Source: Regulation (EU) 2016/679, articles 13 and 14 (notice), 7 and 8 (consent). Whether a
guardian is needed is the school's to say; no date of birth is kept.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.rights.retention import Keeping
from bot.domain.school.naming import Naming

NOTICE_VERSION = 3
"""Which notice is told now; whoever was told an older one is told anew."""


class GuardianState(StrEnum):
    """How it stands with a student's guardian; empty where none is needed."""

    NONE = ""
    ASKED = "asked"
    """One is needed, and has not said yes yet."""
    AGREED = "agreed"
    REFUSED = "refused"
    """Said no, or took the yes back."""

    @property
    def lets_begin(self) -> bool:
        """Say whether something may be said of the student, and asked."""
        return self in (GuardianState.NONE, GuardianState.AGREED)


@dataclass(frozen=True, slots=True)
class GuardianWord:
    """What a guardian said: yes or no, how it was given, and on which day."""

    agreed: bool
    how: str
    on: date


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """What the notice says of one person: for how many months, and whom to ask.

    `contact` is the school's own text, else `coaches` are named, else neither is there.
    """

    months: int
    photo_months: int
    contact: str = ""
    coaches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolNotice:
    """What a school tells everybody of what it keeps: whom to ask, how names go out, how long.

    `kept` are its programmes by title, and `forget_days` the days for those who decide.
    """

    school: str
    contact: str
    naming: Naming
    forget_days: int
    kept: tuple[tuple[str, Keeping], ...] = ()
