"""Joining: the first words."""

from handlers.joining.start import START, start, tapped_first
from handlers.talking.old import old
from handlers.talking.route import CommandRoute, Routes

ROUTES = Routes(
    commands=(
        CommandRoute(
            "start",
            START[1:],
            start,
        ),
    ),
    taps=(old("fo", "\\d+", tapped_first),),
)
