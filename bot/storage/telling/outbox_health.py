"""What the doctor says of messages to others: how many are in each state, and what is overdue."""

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.domain.telling.delivery import DeliveryState
from bot.messages import Day, Sayable, _, _n, lines
from bot.ports.worlds import HERE
from bot.storage.telling.outbox_standings import standings as counted

OVERDUE = timedelta(minutes=10)
"""What is due for so long is sent by nobody: who waits for a retry is not due meanwhile."""


def outbox_health(connection: Connection, at: datetime) -> tuple[bool, Sayable]:
    """Say how messages to others stand, and whether that is good."""
    standings = counted(connection)
    pending = [standing for standing in standings if standing.state is DeliveryState.PENDING]
    # Who has no chat finds it here: it waits for them, and for nobody who sends.
    here = sum(standing.count for standing in pending if standing.platform == HERE)
    counts = Counter[DeliveryState]({DeliveryState.PENDING: -here})
    for standing in standings:
        counts[standing.state] += standing.count
    waiting = [standing.oldest for standing in pending if standing.platform != HERE]
    overdue = bool(waiting) and min(waiting) < at - OVERDUE
    return not overdue, lines(
        _counts(counts),
        _("The oldest is due since {day}.", day=Day(min(waiting))) if waiting else None,
        _("Nobody sends them: is 'kompaan run' running?") if overdue else None,
        _waits_here(here) if here else None,
        _in_doubt(counts[DeliveryState.UNKNOWN]),
    )


def _counts(counts: Counter[DeliveryState]) -> Sayable:
    return _(
        "Messages to others: {waiting} waiting, {under_way} under way, {sent} sent, "
        "{dead} given up.",
        waiting=counts[DeliveryState.PENDING],
        under_way=counts[DeliveryState.SENDING],
        sent=counts[DeliveryState.SENT],
        dead=counts[DeliveryState.DEAD],
    )


def _waits_here(count: int) -> Sayable:
    return _n(
        "{count} more waits for somebody without a chat, until they look here.",
        "{count} more wait for people without a chat, until they look here.",
        count,
    )


def _in_doubt(count: int) -> Sayable | None:
    if not count:
        return None
    return _n(
        "{count} message may or may not have arrived, and is not sent again by itself: see "
        "'kompaan outbox'.",
        "{count} messages may or may not have arrived, and are not sent again by themselves: see "
        "'kompaan outbox'.",
        count,
    )
