"""The buttons of a desk."""

from datetime import date

from bot.domain.dated import Head
from handlers.talking.routing.tap import Tap


class ShowDesk(Tap, code="dk"):
    """Show a page of the desk, counted from 0: all of it, or what stands under a head."""

    page: int
    head: Head | None


class ShowDeskOf(Tap, code="dt"):
    """Show what stands on the desk about the student of a track."""

    track: int
    page: int


class WriteDeskNote(Tap, code="dn"):
    """Write a note of one's own."""


class KeepDeskNote(Tap, code="dy"):
    """Keep the note that was typed, until a day."""

    day: date


class ShowDeskNote(Tap, code="ds"):
    """Show a note, with what can be done about it."""

    note: int


class MoveDeskNote(Tap, code="dm"):
    """Let a note be for another day."""

    note: int
    day: date


class FileDeskNote(Tap, code="dh"):
    """Put a note under another head."""

    note: int
    head: Head


class EndDeskNote(Tap, code="de"):
    """Say that it is done."""

    note: int


class ReopenDeskNote(Tap, code="du"):
    """Let a note stand again."""

    note: int


class DropDeskNote(Tap, code="dx"):
    """Take a note away that was written a moment ago."""

    note: int
