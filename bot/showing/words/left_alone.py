"""What somebody who is forgotten would leave to nobody, said to whoever decides about it."""

from collections.abc import Iterator

from bot.messages import Sayable, _, _n
from bot.ports.rights.alone import LeftAlone


def say_left_alone(left: LeftAlone) -> Iterator[Sayable]:
    """Say what has to be handed over first, each in a sentence; nothing where there is nothing."""
    if left.students:
        yield _n(
            "{count} student has no other coach: name another one first.",
            "{count} students have no other coach: name another one first.",
            left.students,
        )
    if left.incidents:
        yield _n(
            "{count} report of an incident was seen by nobody yet, and nobody else gets it.",
            "{count} reports of an incident were seen by nobody yet, and nobody else gets them.",
            left.incidents,
        )
    if left.administers:
        yield _("Nobody else is an administrator of the school: make somebody one first.")
