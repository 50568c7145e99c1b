"""When something was said, among what else was said in its chat: in the platform's own order.

Telegram's messages tell whole seconds and its taps no time at all, so a line typed right after a
tap would seem older, and a tap that waited out an outage newer than what followed it. The numbers
of its updates tell the order.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

COMPARABLE = timedelta(days=2)
"""For how long two numbers tell an order: updates wait for a day at most, as Telegram has it, and
only after a week without any it begins to count elsewhere."""

NEXT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """The newest thing that was said in a chat: its number, and when it counts as said, aware."""

    number: int
    at: datetime


def is_newer(placed: Placed, newest: Placed | None) -> bool:
    """Say whether something is the newest from now on; after a week numbers begin elsewhere."""
    return newest is None or placed.number > newest.number or placed.at - newest.at > COMPARABLE


def place(number: int, at: datetime, newest: Placed | None) -> Placed:
    """Say when something counts as said that seems to be of an instant: after what came before it.

    What comes in late counts as said right before what was newer.
    """
    if newest is None or abs(at - newest.at) > COMPARABLE:
        return Placed(number, at)
    if number > newest.number:
        return Placed(number, max(at, newest.at + NEXT))
    return Placed(number, min(at, newest.at - NEXT))
