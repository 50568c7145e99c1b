"""Saying how many hours a week a placement takes, and taking that back."""

from fractions import Fraction
from functools import partial

from bot.domain.agreeing.agreements import MOST_HOURS
from bot.messages import Reply, _, lines
from bot.use_cases.agreeing.agreements.say_hours import WrongHours, say_hours
from handlers.agreeing.agreements.agreements import coached_agreement, draw
from handlers.agreeing.agreements.asked import WeeklyHoursOffered
from handlers.agreeing.agreements.hours import hours_rows, mean_hours
from handlers.agreeing.agreements.phrases import NOT_YOUR_AGREEMENT, UNKNOWN_HOURS, placed_at
from handlers.agreeing.agreements.taps import AskHours, SayHours
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Replies, Turn


def tapped_ask_hours(turn: Turn, tap: AskHours) -> Replies:
    """Ask how many hours a week a placement takes."""
    standing = coached_agreement(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    text = lines(_("Agreement for {place}", place=placed_at(standing.place)), UNKNOWN_HOURS)
    kind = partial(WeeklyHoursOffered, placement=tap.placement)
    return [offer(turn, Reply(text, hours_rows(standing.place)), kind)]


def mean_weekly_hours(_turn: Turn, asked: WeeklyHoursOffered, text: str) -> Tap | None:
    """Read the hours that are typed."""
    return mean_hours(asked, text)


def tapped_hours(turn: Turn, tap: SayHours) -> Replies:
    """Keep how many hours a week a placement takes, and show which agreement that asks for."""
    standing = coached_agreement(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    before = standing.place.weekly_hours
    hours = None if tap.tenths is None else Fraction(tap.tenths, 10)
    try:
        say_hours(turn.uow, standing.place, hours, turn.doer)
    except WrongHours:
        wrong = _("Nothing was stored: it is a number up to {most}, such as 19.5.", most=MOST_HOURS)
        return [Reply(wrong)]
    now = coached_agreement(turn, tap.placement) or standing
    was = SayHours(tap.placement, None if before is None else int(before * 10))
    return [draw(turn, now, _("Stored."), None if before == hours else was)]
