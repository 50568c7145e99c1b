"""The button of one's own data."""

from handlers.talking.routing.tap import Tap


class TakeOwnData(Tap, code="dw"):
    """Ask for everything that is kept of oneself as one file."""
