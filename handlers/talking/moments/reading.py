"""Reading the moment of a meeting that is typed."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.days import Showing, instant
from bot.domain.meetings import fits
from bot.messages import Text, _
from handlers.talking.meaning.ahead import read_ahead
from handlers.talking.meaning.dates import explain_clock, odd_clock, read_moment
from handlers.talking.meaning.near_days import reaches
from handlers.talking.turn import Turn

_LEADS = re.compile(
    r"^(?:(?:ok|oke|ja|nee|liever|doe maar|maak er|graag|yes|no|rather|better|make it|oui|non"
    r"|plut[oô]t|d['’]accord|mieux|nein|lieber|besser|bitte)[ ,]+)+",
    re.IGNORECASE,
)
"""Words before a moment that is typed: 'liever donderdag om 14u'."""

NO_MOMENT = _("I need a day and a time to come, such as Friday 15:00 or 18/12/2026 16h30.")


def mean_moment_of(turn: Turn, text: str) -> tuple[datetime | None, bool]:
    """Read the moment (aware) that is typed instead of a proposed one, and whether a day is named.

    Of a day alone the hour has to be asked.
    """
    written = _LEADS.sub("", text.strip(" .!"))
    moment, _local = _read(turn, written)
    return moment, moment is not None or reaches(written, turn.today) is not None


def moment_or_why(turn: Turn, text: str, not_then: Text) -> datetime | Text:
    """Read the moment (aware) that is typed, one to come; else say why it is none."""
    zone = turn.person.time_zone
    moment, local = _read(turn, text)
    if moment is None:
        return NO_MOMENT
    showing, note = explain_clock(local, zone) if local else odd_clock(text, zone)
    if showing is Showing.NEVER and note is not None:
        return note
    return moment if fits(moment, turn.at) else not_then


def _read(turn: Turn, text: str) -> tuple[datetime | None, datetime | None]:
    """Read the instant that is typed, and the wall's time where it is named from today."""
    zone = turn.person.time_zone
    local = read_ahead(text, turn.at.astimezone(ZoneInfo(zone)))
    moment = instant(local.date(), local.time(), zone) if local else read_moment(text, zone)
    return moment, local
