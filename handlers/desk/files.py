"""A desk as rows to take away."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.domain.dated import Dated
from bot.messages import Sayable, Table, _, words
from bot.use_cases.desk.list_desk import Desk
from handlers.desk.phrases import HEAD_WORDS, say_what
from handlers.talking.turn import Turn


def describe_desk(turn: Turn, desk: Desk) -> Table:
    """Describe a desk as rows, in its order: days as spreadsheets read them."""
    columns = (
        _("day"), _("time"), _("late"), _("head"), _("student"), _("workplace"), _("what"),
    )  # fmt: skip
    rows = tuple(tuple(_row(turn, own)) for own in desk.everything)
    return Table(words(_("Desk"), turn.person.name, by=" · "), columns, rows, turn.person.time_zone)


def _row(turn: Turn, dated: Dated) -> Iterator[Sayable]:
    zone = ZoneInfo(turn.person.time_zone)
    yield dated.due_on.isoformat() if dated.due_on else ""
    yield f"{dated.moment.astimezone(zone):%H:%M}" if dated.moment else ""
    yield _("yes") if dated.due_on and dated.due_on < turn.today else ""
    yield HEAD_WORDS[dated.head]
    yield dated.student or ""
    yield dated.place or ""
    yield say_what(turn, dated)
