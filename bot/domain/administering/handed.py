"""What a file may be that an administrator sends in the chat, and how long it is kept."""

from datetime import timedelta
from enum import StrEnum

MOST_BYTES = 1_000_000
"""Bytes of a file (ours): a roster of thousands of placements. More is for the command line."""

AT_ONCE_BYTES = 40_000
"""Bytes of a file that is looked at, and read in, while its sender waits (ours).

That is a roster of some 350 lines. A larger one would hold up everybody who talks meanwhile.
"""

AT_ONCE_PEOPLE = 3_000
"""People of a school (ours) beyond whom any file is looked at beside: all of them are read."""

PORTION = 300
"""Lines of a roster that are written together, so that nobody waits long for the database."""

MOST_NAME = 100
"""Characters of a file's name that are kept."""

KEPT_FOR = timedelta(days=1)
"""How long a file waits to be read in (ours); then it is deleted, and sent again if wanted."""

IN_HAND_FOR = timedelta(minutes=5)
"""How long a file is in one's hands (ours) before another one takes it up."""

TRIES = 3
"""How often a file is taken up."""


class FileStep(StrEnum):
    """How far it is with a file that was sent."""

    LOOKING = "looking"
    """It is looked at beside the lanes."""
    SHOWN = "shown"
    """What would come of it was shown, and it waits for a tap."""
    TAKING = "taking"
    """It is read in beside the lanes."""
    ENDED = "ended"
    """It was read in, or could not be: what is told of it is all that is left."""


def is_done_at_once(size: int, people: int) -> bool:
    """Say whether a file of so many bytes, in a school of so many people, is done in its turn."""
    return size <= AT_ONCE_BYTES and people <= AT_ONCE_PEOPLE
