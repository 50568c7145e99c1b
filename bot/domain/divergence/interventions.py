"""What is done about an alert, and so lands in the log of a track.

Source: document 004, chapter 3 §6 (what stands apart asks for the coach's attention); the kinds are
ours.
"""

from datetime import timedelta
from enum import StrEnum

SNOOZE = timedelta(days=3)
"""How long an alert that is put off stays silent."""


class InterventionKind(StrEnum):
    """One thing that a coach does, or that somebody does who was asked."""

    SEEN = "seen"
    PUT_OFF = "put off"
    ASKED = "asked"
    ANSWERED = "answered"
    TALK_PLANNED = "talk planned"
    RESOLVED = "resolved"


NOTED = "noted"
"""The kind, in a log, of an intervention that somebody noted on purpose, whatever it was after."""
