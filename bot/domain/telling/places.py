"""Where somebody's unasked messages go: a chat, or the page with a sign of what waits there."""

from datetime import timedelta
from enum import StrEnum


class Place(StrEnum):
    """Where messages go that nobody asked for; the words are stored, and outlive a version."""

    TELEGRAM = "telegram"
    SLACK = "slack"
    PAGE = "page"
    """The page alone: it is seen by who looks there."""

    PUSH = "push"
    """The page, and a ping to the devices on which somebody wanted that."""

    MAIL = "mail"
    """The page, and a ping by e-mail."""


LOST = (Place.TELEGRAM, Place.SLACK, Place.PAGE, Place.PUSH, Place.MAIL)
"""Places by number, as messages that wait name one: only ever add at the end."""

PINGS = (Place.PUSH, Place.MAIL)
"""The places that bring no message, but a sign of one on the page; the first that works is used."""

WAITS = {Place.PUSH: timedelta(seconds=10), Place.MAIL: timedelta(seconds=60)}
"""How long a ping waits: who has the page open sees the message before that, and needs none."""

LASTS = timedelta(days=3)
"""How long a ping is of use where its message does not say until when it is."""


IN_ORDER = (Place.TELEGRAM, Place.SLACK, Place.PUSH, Place.MAIL, Place.PAGE)
"""Places as they are offered, and used where another one is lost: what rings before what waits."""


def pings_for(chosen: Place | None) -> tuple[Place, ...]:
    """List the places to ping of what reaches somebody on the page, the first that works alone.

    Who chose the page alone, or a chat, gets no sign of what they find here.
    """
    if chosen is None:
        return PINGS
    if chosen not in PINGS:
        return ()
    return (chosen, *(place for place in PINGS if place is not chosen))


def is_home(platform: str) -> bool:
    """Say whether a platform is the school's own: what is said there goes to nobody else."""
    return platform not in (Place.TELEGRAM, Place.SLACK, *PINGS)


def is_ping(platform: str) -> bool:
    """Say whether what is sent on a platform is a ping of what waits on the page."""
    return platform in PINGS
