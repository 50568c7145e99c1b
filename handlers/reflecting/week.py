"""A student's own week: on which days and at what time a question comes, and who reads answers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time

from bot.domain.reflecting.pace import Pace, pace_after
from bot.domain.reflecting.sharing import Share
from bot.messages import Button, Reply, Sayable, Text, Weekday, _, lines, listed
from bot.ports.reflecting.prompts import Wishes
from bot.use_cases.reflecting.prompting.ask_prompt import REMEMBERED
from bot.use_cases.reflecting.prompting.bring_back import bring_back
from bot.use_cases.reflecting.prompting.change_week import change_week
from handlers.reflecting.questions import own_tracks
from handlers.reflecting.shown import READ_BY, SHARE_BUTTON
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import ticked
from handlers.talking.routing.doors import ChangeWeek
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

EVERY_DAY = _("every workplace day again")

FEWER: dict[Pace, Text] = {
    Pace.TWICE: _("The last questions stayed unanswered, so I ask twice a week for now."),
    Pace.WEEKLY: _("The last questions stayed unanswered, so I ask once a week for now."),
}

TIMES = ("1230", "1500", "1600", "1700", "1800", "1900", "2000", "2100")
"""The times to choose from, by the student's clock."""


def show_week(turn: Turn) -> Replies:
    """Show the week, to be changed by tapping."""
    return [_drawn(turn, turn.uow.prompts.read_wishes(turn.person.id), edit=False)]


def tapped_week(turn: Turn, tap: ChangeWeek) -> Replies:
    """Change a day, the time, who reads new answers, or how often; 'show' only shows."""
    if not own_tracks(turn):
        return [Reply(nobody(turn))]
    if tap.what == "pace":
        bring_back(turn.uow, turn.person, turn.at)
        return [Reply(_("All right: I ask after every workplace day again."))]
    before = turn.uow.prompts.read_wishes(turn.person.id)
    after = _changed(before, tap.what, tap.value)
    if after != before:
        change_week(turn.uow, turn.person, after, turn.at)
    return [_drawn(turn, after, edit=tap.what != "show")]


def _changed(before: Wishes, what: str, value: str) -> Wishes:
    if what == "day" and len(value) == 1 and value in "0123456":
        return before.turned(int(value))
    if what == "at" and value in TIMES:
        return replace(before, at=time(int(value[:2]), int(value[2:])))
    if what == "share" and value in set(Share):
        return replace(before, share=Share(value))
    return before


def pace_before(turn: Turn, at: datetime) -> Pace:
    """Say how often questions come, by what stayed unanswered of those before an instant."""
    unanswered = turn.uow.paces.list_unanswered(turn.person.id, at - REMEMBERED)
    return pace_after(sum(asked_at < at for asked_at in unanswered))


def pace_changed(turn: Turn, at: datetime) -> bool:
    """Say whether questions come less often since the one before that of an instant."""
    unanswered = turn.uow.paces.list_unanswered(turn.person.id, at - REMEMBERED)
    before = max((asked_at for asked_at in unanswered if asked_at < at), default=at)
    return pace_before(turn, before) is not pace_before(turn, at)


def days_said(wishes: Wishes) -> Sayable:
    """Name the workplace days."""
    return _named(wishes.work_days)


def _named(days: Iterable[int]) -> Sayable:
    return listed(map(Weekday, sorted(days)))


def _drawn(turn: Turn, now: Wishes, *, edit: bool) -> Reply:
    pace = pace_before(turn, turn.at)
    fewer = [] if pace is Pace.DAILY else [(button(EVERY_DAY, ChangeWeek("pace", "daily")),)]
    return Reply(lines(*_said(now, pace)), (*fewer, *_rows(now)), edit=edit)


def _said(now: Wishes, pace: Pace) -> Iterator[Sayable]:
    if now.work_days:
        yield _(
            "After a workplace day I ask you one question: {days}, at {time}.",
            days=days_said(now),
            time=f"{now.at:%H:%M}",
        )
        if pace in FEWER:
            yield FEWER[pace]
    else:
        yield _("I ask you nothing by myself. /reflect asks a question whenever you like.")
    if now.lessons - now.work_days:
        yield _(
            "Your lesson days, on which I ask nothing: {days}.",
            days=_named(now.lessons - now.work_days),
        )
    yield _("A new answer, unless you choose otherwise for it:")
    yield READ_BY[now.share]
    yield _("Tap your workplace days, the time, and who may read.")


def _rows(now: Wishes) -> Iterator[tuple[Button, ...]]:
    days = [
        button(ticked(Weekday(day), chosen=day in now.work_days), ChangeWeek("day", str(day)))
        for day in range(7)
    ]
    yield tuple(days[:4])
    yield tuple(days[4:])
    times = [button(f"{digits[:2]}:{digits[2:]}", ChangeWeek("at", digits)) for digits in TIMES]
    yield tuple(times[:4])
    yield tuple(times[4:])
    yield from (
        (button(label, ChangeWeek("share", share)),)
        for share, label in SHARE_BUTTON.items()
        if share is not now.share
    )
