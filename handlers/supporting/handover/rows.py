"""Handovers as rows to take away."""

from collections.abc import Callable, Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.domain.supporting.handovers import Handover
from bot.messages import Sayable, Table, _


def describe_handovers(found: Sequence[Handover], name: Callable[[int], str], zone: str) -> Table:
    """Describe handovers, a row for each track; `name` names somebody by their identity."""
    columns = (
        _("student"), _("from"), _("to"), _("said by"), _("said on"), _("first day"), _("state"),
        _("looked at"),
    )  # fmt: skip
    rows = tuple(tuple(_row(own, name, ZoneInfo(zone))) for own in found)
    return Table(_("Handovers"), columns, rows, zone)


def _row(own: Handover, name: Callable[[int], str], zone: ZoneInfo) -> Iterator[Sayable]:
    wish, day = own.wish, own.wish.due_on
    yield own.student
    yield name(wish.from_id)
    yield name(wish.to_id)
    yield name(wish.by_id)
    yield f"{own.made_at.astimezone(zone):%Y-%m-%d}"
    if day is None and own.done_at is not None:
        day = own.done_at.astimezone(zone).date()
    yield day.isoformat() if day else ""
    yield _state(own)
    yield f"{own.seen_at.astimezone(zone):%Y-%m-%d}" if own.seen_at else ""


def _state(own: Handover) -> Sayable:
    if own.failed:
        return _("not carried out")
    if own.ended_at is not None:
        return _("taken back")
    return _("planned") if own.is_planned else _("done")
