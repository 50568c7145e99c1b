"""Being away by a word, such as 'I am ill': asked until when, and stored once that is said."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.days import opening
from bot.domain.school.tracks import Role
from bot.messages import Button, Day, Reply, Sayable, Text, _, lines
from bot.ports.talking import Awaited
from bot.use_cases.talking.stay_away import stay_away
from handlers.talking.meaning.near_days import named_days, names_no_day, reaches
from handlers.talking.meaning.whom import PutAway
from handlers.talking.meaning.words import keyword_of
from handlers.talking.ordinary.words import is_ill
from handlers.talking.rights.held import say_held
from handlers.talking.routing.doors import TellAbsence
from handlers.talking.routing.offering import Offered, keep_offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

FRIDAY = 4
LONGEST = timedelta(weeks=2)
"""How long somebody can be away at once."""


TELLS: dict[Role, Text] = {
    Role.STUDENT: _("tell mentor, teacher and coach"),
    Role.COACH: _("tell the teachers and the other coaches"),
}
"""Who hears of somebody's absence where they wish so; of others the coach does."""


class BeAway(Tap, code="aw"):
    """Be left alone up to and including this day."""

    until: date


@dataclass(frozen=True)
class AwayOffered(Offered):
    """Until when somebody is away, if at all."""

    kind = Awaited.AWAY


def offer_away(turn: Turn, text: str) -> Reply:
    """Offer to leave somebody alone, with the days; nothing is stored before that is answered.

    Before a guardian has said yes, nothing is kept of a student: that is said instead.
    """
    if (held := _held(turn)) is not None:
        return Reply(held)
    serial = turn.ask(AwayOffered())
    days = _offered(turn, text)
    last = turn.today + LONGEST
    too_far = any(day > last for day in named_days(text, turn.today))
    asked = lines(
        _("Take care. Shall I leave you alone for a while: no reminders, no questions?")
        if is_ill(text)
        else _("Shall I leave you alone for a while: no reminders, no questions?"),
        _("At once I can do so up to and including {day} at most.", day=_day(turn, last))
        if too_far
        else None,
        _("Tap or type until when; yes means: {day}.", day=_day(turn, days[0])),
        _("Nothing was stored yet. Your school is not told."),
    )
    rows = (*((_away(turn, day),) for day in days), (button(_("no"), PutAway(serial)),))
    return keep_offer(turn, Reply(asked, rows), AwayOffered)


def mean_away(turn: Turn, asked: AwayOffered, text: str) -> Tap | None:
    """Read until when somebody is away: a day in words, or yes for the first that was offered."""
    day = reaches(text, turn.today)
    if day is not None:
        return BeAway(day)
    first_word = text.split()[0].rstrip(".,!")
    if keyword_of(first_word) == "no" and not named_days(text, turn.today):
        return PutAway(turn.dialogue.serial)
    agrees = any(keyword_of(word.strip(".,!")) == "yes" for word in text.split())
    if not agrees or not names_no_day(text, turn.today):
        return None
    first = turn.table.tap(asked.rows[0][0][1]) if asked.rows else None
    return first[0] if first else None


def tapped_away(turn: Turn, tap: BeAway) -> Replies:
    """Leave somebody alone until a day has passed."""
    if (held := _held(turn)) is not None:
        return [Reply(held)]
    if tap.until < turn.today:
        return [Reply(_("That day is no longer near: /settings sets when you are away."))]
    if tap.until > turn.today + LONGEST:
        text = _("Nothing was stored: I can leave you alone up to and including {day} at most.",
                 day=_day(turn, turn.today + LONGEST))  # fmt: skip
        return [Reply(text)]
    until = opening(tap.until + timedelta(days=1), turn.person.time_zone) - timedelta(seconds=1)
    stay_away(turn.uow, turn.person.id, until, turn.at)
    said = _("All right, up to and including {day} I do not begin anything.", day=Day(until))
    stored = lines(said, _("Nobody else is told. /settings changes that."))
    roles = {role for track in turn.tracks for role in track.roles}
    label = next((said for role, said in TELLS.items() if role in roles), _("tell the coach"))
    rows = ((button(label, TellAbsence()),),) if turn.tracks else ()
    return [Reply(stored, rows, edit=True)]


def _held(turn: Turn) -> Sayable | None:
    """Say that a guardian has to say yes first, to a student of whom that is so."""
    waits = any(track.held and Role.STUDENT in track.roles for track in turn.tracks)
    return say_held(turn) if waits else None


def _offered(turn: Turn, text: str) -> list[date]:
    """List the last days that are offered: those that were named, today, Friday, and in a week."""
    named = named_days(text, turn.today)[::-1]
    friday = turn.today + timedelta(days=FRIDAY - turn.today.weekday())
    offered = [*named, turn.today, friday, turn.today + timedelta(days=7)]
    last = turn.today + LONGEST
    near = [min(day, last) for day in offered if day >= turn.today]
    return list(dict.fromkeys(near))


def _away(turn: Turn, day: date) -> Button:
    label: Text = (
        _("only today, {day}", day=_day(turn, day))
        if day == turn.today
        else _("up to and including {day}", day=_day(turn, day))
    )
    return button(label, BeAway(day))


def _day(turn: Turn, day: date) -> Day:
    return Day(opening(day, turn.person.time_zone))
