"""The buttons about an incident at work, but the one that begins it."""

from handlers.talking.routing.tap import Tap


class ReportOf(Tap, code="io"):
    """Report an incident on the track of this student."""

    track: int


class SendIncident(Tap, code="ix"):
    """Send what was written, where those are the words that wait: `number` says so."""

    number: int


class SeeIncident(Tap, code="iv"):
    """Say, as a coach, that one has seen it."""

    incident: int
