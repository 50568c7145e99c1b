"""The buttons below a list of who looked."""

from handlers.talking.routing.tap import Tap


class ShowLooks(Tap, code="rlk"):
    """Show a page of who opened what of a student."""

    track: int
    page: int
